"""`~fumer` in a phrase: the everyday forms of a regular French verb in -er, without accents, as folded text writes them."""

from __future__ import annotations

_ENDINGS = ("e", "es", "ent", "ons", "ez", "er", "ee", "ees", "ais", "ait", "ions", "iez", "aient", "ant", "ai", "as", "a")
_FUTURE = ("ai", "as", "a", "ons", "ez", "ont", "ais", "ait", "ions", "iez", "aient")
_BEFORE_E_ONLY = ("e", "es", "ent")


def forms(infinitive: str) -> tuple[str, ...]:
    """The forms of a regular -er verb; `infinitive` is written without accents.

    >>> [form for form in forms("manger") if form.startswith("mangea")]
    ['mangeais', 'mangeait', 'mangeaient', 'mangeant', 'mangeai', 'mangeas', 'mangea']
    """
    if not infinitive.endswith("er") or len(infinitive) < 4:
        raise ValueError("~ takes an infinitive in -er; write the forms of other verbs in lists.yaml")
    stem = infinitive[:-2]
    soft = {"g": stem + "e", "c": stem}.get(stem[-1], stem)
    found = [(soft if ending[0] in "ao" else stem) + ending for ending in _ENDINGS]
    found += [stem + "er" + ending for ending in _FUTURE]
    if stem[-1] in "lt" and stem[-2] == "e":  # appeler, jeter: appelle, jette
        found += [stem + stem[-1] + ending for ending in _BEFORE_E_ONLY]
    if stem[-1] == "y":  # envoyer, payer: envoie, paie
        found += [stem[:-1] + "i" + ending for ending in _BEFORE_E_ONLY]
    return tuple(dict.fromkeys(found))
