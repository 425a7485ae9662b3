"""Folded text with the way back: lower case, no accents, separators taken out but remembered."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from audit.folded import fold_char

_LETTERS = str.maketrans("əƏŋŊħĦ", "eennhh")  # letters of names that no table of the text knows
SEPARATORS = frozenset(" ._-'+,;|~!*/\\:#&()[]{}\"·•")


def fold(text: str) -> str:
    """`text` in lower case without accents; letters that Unicode does not decompose are spelt out."""
    if text.isascii():
        return text.lower().replace("`", "'")
    return "".join(map(fold_char, text.translate(_LETTERS)))


@dataclass(frozen=True, slots=True)
class Squashed:
    """The letters and digits of a local part or handle, in one run.

    `where[i]` is the offset in the original of letter i; `breaks` are the positions that follow a separator; `separators` counts them.
    """

    text: str = field(repr=False)
    where: tuple[int, ...]
    breaks: frozenset[int]
    separators: int

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the original of the letters `start` to `end`."""
        return self.where[start], self.where[end - 1] + 1


def squash(text: str, offset: int = 0) -> Squashed:
    """Fold `text`, take its separators out, and remember where everything was (`offset` is added to every place)."""
    letters: list[str] = []
    where: list[int] = []
    breaks: set[int] = set()
    separators, after_separator = 0, False
    for index, char in enumerate(text):
        if char in SEPARATORS:
            separators += not after_separator and bool(letters)
            after_separator = True
            continue
        for piece in fold(char):
            if not piece.isalnum() and piece not in "@$€":
                continue
            if after_separator and letters:
                breaks.add(len(letters))
            after_separator = False
            letters.append(piece)
            where.append(index + offset)
    return Squashed("".join(letters), tuple(where), frozenset(breaks), separators)


_SOUND = (
    ("qu", "k"),
    ("ck", "k"),
    ("ph", "f"),
    ("ca", "ka"),
    ("co", "ko"),
    ("cu", "ku"),
    ("cr", "kr"),
    ("cl", "kl"),
    ("q", "k"),
    ("y", "i"),
    ("eau", "o"),
    ("au", "o"),
)


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """A rough key of how `word` sounds, so that kokine meets coquine and prinsess meets princesse."""
    for old, new in _SOUND:
        word = word.replace(old, new)
    word = word.replace("ce", "se").replace("ci", "si").replace("z", "s")
    out = [char for index, char in enumerate(word) if index == 0 or char != word[index - 1]]
    while len(out) > 3 and out[-1] in "esx":
        out.pop()
    return "".join(out)
