"""People named in a text: a name is never a fault, and no name may weigh more than another.

A person is a known first name, written with a capital, and the capitalised names that follow it; or any capitalised
words that are no usual ones, before a known last name. Finders leave their hits
inside such names alone, and the meaning layer reads every name as the same one.
"""

from __future__ import annotations

import re
from functools import cache

from audit.checks.identity import lists
from audit.text import plain
from audit.text.rarity import is_usual

_CAPITALS = "".join(letter for letter in map(chr, (*range(0x41, 0x250), *range(0x1E00, 0x1F00))) if letter.isupper())  # Latin ones
_NAME = rf"[{_CAPITALS}][\w'’\-]{{0,40}}"
_PARTICLES = r"(?:(?:de|du|des|da|dos|el|al|ben|bint|van|von|la|le|ould|abou) ){0,2}"
_PERSON = re.compile(rf"(?<![\w@#]){_NAME}(?: {_PARTICLES}{_NAME}){{0,3}}")
_BEFORE_A_SENTENCE = frozenset('.!?…:\n«"“')
STAND_IN = "Camille Martin"
# Also names somewhere, but first of all the small words that open a sentence or a title.
_SMALL = frozenset(
    "le la les de du des un une mon ma mes son sa ses ce et en au the an may will can so my do in no he si tu il on dis bon sale".split()
)

# What looks like a first name and a last name and is protected as nobody's: institutions, brands.
_NOBODY = frozenset(
    map(
        plain,
        ("France Travail", "France Inter", "France Info", "France Bleu", "France Culture", "France Musique", "France Connect",
         "France Services", "Burger King", "Marks Spencer", "Jack Daniel", "Jack Daniels", "Johnnie Walker", "William Lawson",
         "Ben Jerry", "Calvin Klein", "Hugo Boss", "Louis Vuitton", "Yves Rocher", "Leroy Merlin", "Mary Jane", "Marie Jeanne",
         "Charlie Hebdo", "Saint Denis", "Saint Maclou",
         # Those who attacked, by their full names: praise of them must be found (`@ext_attacker` in rules/fr/lists.yaml).
         "Mohamed Merah", "Mohammed Merah", "Salah Abdeslam", "Amedy Coulibaly", "Chérif Kouachi", "Saïd Kouachi",
         "Mehdi Nemmouche", "Abdelhamid Abaaoud", "Anders Breivik", "Brenton Tarrant"),
    )
)  # fmt: skip


@cache
def _first_names() -> frozenset[str]:
    return frozenset(lists.names("first"))


@cache
def _last_names() -> frozenset[str]:
    return frozenset(lists.names("last"))


def _known(word: str) -> bool:
    parts = plain(word).split()
    return all(part in _first_names() and part not in _SMALL for part in parts)


def _starts_a_person(words: list[str]) -> int | None:
    """Which of some capitalised words starts a name; None when they name nobody. Usual words before a name are none of it."""
    named = any(map(_known, words)) or any(plain(word) in _last_names() for word in words[1:])
    if not named:
        return None
    return next((index for index, word in enumerate(words) if _known(word) or not is_usual(plain(word))), None)


def people(text: str) -> list[tuple[int, int]]:
    """The (start, end) of every person named in a text, in order.

    >>> people("Merci à Bintou Coulibaly pour hier")
    [(8, 24)]
    """
    found = []
    for match in _PERSON.finditer(text):
        words = match[0].split(" ")
        first = _starts_a_person(words)
        if first is None or "".join(words[first:]).isupper() or plain(" ".join(words[first:])) in _NOBODY:
            continue
        start = match.start() + sum(len(word) + 1 for word in words[:first])
        alone = first == len(words) - 1
        if alone and _opens_a_sentence(text, start):
            continue  # one capitalised word that opens a sentence may be any word
        found.append((start, match.end()))
    return found


def _opens_a_sentence(text: str, start: int) -> bool:
    """True at the start of the text, and after a mark and spaces, or a new line."""
    before = start
    while before and text[before - 1].isspace():
        if text[before - 1] == "\n":
            return True
        before -= 1
    return start == 0 or (before > 0 and text[before - 1] in _BEFORE_A_SENTENCE)


def without_names(text: str) -> str:
    """The text with every person named by the same plain name, so that no origin weighs more than another.

    >>> without_names("J'ai fait mon stage avec Fatiha Ouali.")
    "J'ai fait mon stage avec Camille Martin."
    """
    pieces, last = [], 0
    for start, end in people(text):
        pieces += [text[last:start], STAND_IN if " " in text[start:end] else STAND_IN.split()[0]]
        last = end
    return "".join([*pieces, text[last:]])
