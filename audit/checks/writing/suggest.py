"""What a mistyped word should be: slips of French ears and fingers, tried one by one against the dictionary.

Hunspell's own suggestions take up to half a second a word; these take less than a millisecond and know how messages are spelled.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from audit.checks.writing.speller import DATA, Speller
from audit.text import plain

_FREQUENT = 2.6  # Zipf frequency from which a word without accents is taken as common
_ACCENTS = {"e": "éèê", "a": "àâ", "i": "îï", "o": "ô", "u": "ûù", "c": "ç"}
# written → right, tried at every place; longer ones first
_SLIPS = (
    ("ssion", "tion"), ("sion", "tion"), ("cion", "tion"), ("ance", "ence"), ("ence", "ance"), ("anse", "ance"), ("anse", "ence"), ("ense", "ence"), ("enss", "ance"), ("enge", "ange"), ("eur", "eure"),
    ("izm", "isme"), ("ik", "ique"), ("ic", "ique"), ("k", "qu"), ("k", "c"), ("c", "qu"), ("z", "s"), ("s", "ss"), ("ss", "s"), ("s", "c"), ("c", "s"), ("ss", "c"), ("ss", "ç"), ("ss", "t"), ("f", "ph"), ("ph", "f"),
    ("an", "en"), ("en", "an"), ("am", "em"), ("in", "ain"), ("in", "im"), ("en", "em"), ("ein", "ain"), ("ain", "in"), ("on", "om"), ("o", "au"), ("o", "eau"), ("au", "o"), ("au", "eau"), ("e", "ai"), ("é", "ai"), ("é", "er"), ("è", "ai"), ("ai", "é"), ("ai", "è"), ("è", "ei"),
    ("er", "é"), ("ez", "é"), ("é", "e"), ("è", "e"), ("è", "é"), ("é", "è"), ("i", "y"), ("y", "i"), ("j", "g"), ("g", "j"), ("g", "gu"), ("gu", "g"), ("y", "ill"), ("ay", "aill"), ("iy", "ill"), ("gn", "ni"), ("eu", "œu"),
)  # fmt: skip
_DOUBLES = "lnmprtcfsgbd"
_ENDINGS = ("e", "s", "t", "r", "x", "d", "nt", "ent", "es", "p", "c")


@cache
def _frequencies() -> dict[str, float]:
    found: dict[str, float] = {}
    path = DATA / "words" / "frequency.txt"
    if path.exists():
        for line in path.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                value, *words = line.split()
                found.update((word, float(value)) for word in words if word not in found)
    return found


def common(folded: str) -> bool:
    """True when the folded word is a frequent one of French or English."""
    return _frequencies().get(folded, 0.0) >= _FREQUENT


def suggest(word: str, tell: Speller) -> str:
    """The likeliest right form of an unknown word in small letters; "" when nothing is near."""
    if len(word) > 24:
        return ""
    seen: set[str] = set()
    best, best_rank = "", -1.0
    for rank, candidate in _candidates(word, tell.lang):
        if candidate in seen or candidate == word or len(candidate) < 3:
            continue
        seen.add(candidate)
        if tell.knows(candidate):
            value = _frequencies().get(plain(candidate.rsplit("'", 1)[-1]), 1.0) + rank
            if value > best_rank:
                best, best_rank = candidate, value
    return best


def _candidates(word: str, lang: str) -> Iterator[tuple[float, str]]:
    """(how near, form): accents first, then apostrophes, doubled letters, sounds, endings, swaps; some two at a time."""
    if lang == "fr":
        yield from ((4.0, form) for form in _accented(word))
        yield from ((3.0, form) for form in _split(word))
    once = list(dict.fromkeys(_once(word, lang)))
    yield from ((2.0, form) for form in once)
    if len(word) >= 5:
        for form in once[:80]:
            if lang == "fr":
                yield from ((0.5, other) for other in _accented(form, 1))
            yield from ((0.0, other) for other in _doubled(form))


def _accented(word: str, most: int = 3) -> Iterator[str]:
    forms = [word]
    for _ in range(most):
        forms = list(dict.fromkeys(other for form in forms for other in _one_accent(form)))[:120]
        yield from forms


def _one_accent(word: str) -> Iterator[str]:
    for at, char in enumerate(word):
        for accent in _ACCENTS.get(char, ""):
            yield word[:at] + accent + word[at + 1 :]
    if "oe" in word:
        yield word.replace("oe", "œ")


def _split(word: str) -> Iterator[str]:
    """dexcel → d'excel, jaime → j'aime, quelquun → quelqu'un."""
    for head in ("l", "d", "j", "c", "n", "s", "m", "t", "qu", "jusqu", "quelqu", "aujourd"):
        if word.startswith(head) and len(word) - len(head) >= 2:
            yield f"{head}'{word[len(head) :]}"


def _doubled(word: str) -> Iterator[str]:
    for at, char in enumerate(word):
        if char in _DOUBLES:
            if at + 1 < len(word) and word[at + 1] == char:
                yield word[:at] + word[at + 1 :]
            elif at:
                yield word[:at] + char + word[at:]


def _once(word: str, lang: str) -> Iterator[str]:
    yield from _doubled(word)
    for ending in _ENDINGS:
        yield word + ending
        if word.endswith(ending) and len(word) > 4:
            yield word[: -len(ending)]
    if lang == "fr":
        for old, new in _SLIPS:
            at = word.find(old)
            while at >= 0:
                yield word[:at] + new + word[at + len(old) :]
                at = word.find(old, at + 1)
        yield "h" + word
    for at in range(len(word) - 1):
        yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]
        for char in "aeiou" if lang == "en" else "eaihu":
            yield word[:at] + char + word[at:]
            yield word[:at] + char + word[at + 1 :]
