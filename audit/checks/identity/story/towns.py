"""Towns: whether two documents can mean one place (arrondissements, suburbs, regions, towns of one name in two départements)."""

from __future__ import annotations

import re
from functools import cache

from audit.checks.identity import lists
from audit.checks.identity.folding import fold
from audit.checks.identity.story.knowledge import grouped_towns, regions

_AROUND = re.compile(
    r"\b(?:et (?:sa |ses )?(?:peripherie|environs|alentours|region|agglomeration)|region de|metropole de|greater|area|metropolitan|cedex|france|mobile|\d+(?:er?|e|eme|th|st|nd|rd)?(?: arrondissement)?)\b"
)
_POSTCODE = re.compile(r"(?<!\d)(?:(97[1-8])|(98[4-8])|(20)|(0[1-9]|[1-8]\d|9[0-5]))\d{2,3}(?!\d)")
_NUMBER = re.compile(r"(?:\(|[-–—]\s*|\bdepartement\s+)(2[ab]|97[1-8]|0[1-9]|[1-8]\d|9[0-5])\)?(?!\d)")
_ENGLISH = {
    "brittany": "bretagne",
    "normandy": "normandie",
    "corsica": "corse",
    "paris region": "ile de france",
    "reunion": "la reunion",
    "reunion island": "la reunion",
}


def same_town(one: str, beside_one: str, two: str, beside_two: str) -> bool:
    """Whether two towns may be one place; `beside_…` is the line each stands in (postcode, département, region).

    Towns of one intercommunality are neighbours, and what names a region meets every town in it.
    """
    return any(
        _same(left, beside_one, right, beside_two)
        for left in re.split(r"\s*(?:/|&|\bet\b(?! (?:sa |ses )?(?:p[ée]ri|env|alen|r[ée]g|agg)))\s*", one)
        for right in re.split(r"\s*(?:/|&|\bet\b(?! (?:sa |ses )?(?:p[ée]ri|env|alen|r[ée]g|agg)))\s*", two)
        if left and right
    )


def _same(one: str, beside_one: str, two: str, beside_two: str) -> bool:
    left, right = bare(one), bare(two)
    if not left or not right:
        return True
    here, there = _departments(beside_one), _departments(beside_two)
    if left in _places() or right in _places():  # a region or a département, and a town in it
        left_in = _places().get(left) or here or _home(left)
        right_in = _places().get(right) or there or _home(right)
        return not left_in or not right_in or bool(left_in & right_in)
    groups_left, groups_right = _groups(left, here), _groups(right, there)
    if groups_left and groups_right:
        numbers = {number for _, number in groups_right if number > 0}
        return bool(groups_left & groups_right) or any(number in numbers for _, number in groups_left)
    short, long = sorted((left.split(), right.split()), key=len)
    return (long[: len(short)] == short or all(word in long for word in short)) and not (here and there and not here & there)


def bare(town: str) -> str:
    """The words of a town without what stands around them ("Région de Nantes", "Paris 18e", "St Denis")."""
    words = re.sub(r"[^a-z0-9]+", " ", fold(town).replace("'", " "))
    words = re.sub(r"\bste\b", "sainte", re.sub(r"\bst\b", "saint", _AROUND.sub(" ", words)))
    return " ".join(words.split())


def is_known(town: str) -> bool:
    """Whether a segment names a town, a region or a country and nothing else."""
    words = bare(town)
    return bool(words) and (words in _towns() or words in _places() or words.replace(" ", "") in lists.joined("places"))


def _groups(town: str, departments: frozenset[str]) -> frozenset[tuple[str, int]]:
    """The intercommunalities that hold a town of this name, in `departments` where these are said."""
    held = _towns().get(town, frozenset())
    there = frozenset((department, -1) for department in departments)  # a hamlet, or a district: somewhere there
    return frozenset(group for group in held if group[0] in departments) or held | there


def _home(town: str) -> frozenset[str]:
    return frozenset(department for department, _ in _towns().get(town, ()))


def _departments(line: str) -> frozenset[str]:
    """The départements that a line says: by postcode, number or name of the département or region."""
    folded = fold(line)
    if match := _POSTCODE.search(folded):
        number = next(part for part in match.groups() if part)
        return frozenset(("2A", "2B")) if number == "20" else frozenset((number,))
    words = f" {bare(line)} "
    named = [name for name in _places() if f" {name} " in words and name not in _towns() and len(name) > 3]
    if named:
        return _places()[max(named, key=len)]  # "Rhône" stands in "Auvergne-Rhône-Alpes"
    if match := _NUMBER.search(folded):
        return frozenset((match[1].upper(),))
    return frozenset()


@cache
def _towns() -> dict[str, frozenset[tuple[str, int]]]:
    found: dict[str, set[tuple[str, int]]] = {}
    for department, number, names in grouped_towns():
        for name in names:
            found.setdefault(bare(name), set()).add((department, number))
    found["evry"] = found["evry courcouronnes"]
    return {name: frozenset(groups) for name, groups in found.items()}


@cache
def _places() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for region, departments in regions():
        for code, name in departments:
            found[bare(name)] = frozenset((code,))
        found[bare(region)] = frozenset(code for code, _ in departments)
    found.update({english: found[french] for english, french in _ENGLISH.items() if french in found})
    found.pop("paris", None)  # the town
    return found
