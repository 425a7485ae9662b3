"""Folding: the text as a matcher wants it (small letters, no accents, no tricks) with an exact way back to the original.

Case, accents, full-width and mathematical letters, ligatures, look-alike Cyrillic and Greek letters, enclosed letters,
zero-width and combining characters, fancy quotes, dashes and spaces are all folded character by character.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

_LOOKALIKES = str.maketrans(
    "аеорсухкмнтвігѕјԁһλαοερικντυχηΑΒΕΖΗΙΚΜΝΟΡΤΥΧıłøđðþ",
    "aeopcyxkmhtbirsjdhaaoepikvtuxnabezhikmnoptyxilodd" + "t",
)
_FIXED = {"œ": "oe", "æ": "ae", "ß": "ss", "Œ": "oe", "Æ": "ae", "…": "...", "№": "no", "€": "€", "™": "", "®": "", "©": ""}
_QUOTES = dict.fromkeys("’‘ʼʹ`´′＇‛", "'") | dict.fromkeys("“”„‟″", '"')
_DASHES = dict.fromkeys("‐‑‒–—―−﹣－", "-")
_KEEP_LINES = dict.fromkeys("\n\r\u2028\u2029\x0b\x0c\x85", "\n")


def fold_char(char: str) -> str:
    """What one character becomes: nothing, one character, or several.

    >>> fold_char("É"), fold_char("œ"), fold_char("\u200b"), fold_char("ｆ"), fold_char("🅿")
    ('e', 'oe', '', 'f', 'p')
    """
    for table in (_FIXED, _QUOTES, _DASHES, _KEEP_LINES):
        if char in table:
            return table[char]
    if char.isspace():
        return " "
    code = ord(char)
    if 0x1F130 <= code <= 0x1F189:  # enclosed capitals, three series of 26 from A
        return chr(ord("a") + (code - 0x1F130) % 32) if (code - 0x1F130) % 32 < 26 else char
    category = unicodedata.category(char)
    if category in ("Cf", "Mn", "Me", "Cc") or 0x1F3FB <= code <= 0x1F3FF:  # invisible, combining, skin tones
        return ""
    parts = unicodedata.normalize("NFKD", char).casefold().translate(_LOOKALIKES)
    kept = "".join(part for part in parts if unicodedata.category(part) not in ("Mn", "Cf"))
    return "".join(_QUOTES.get(part, part) for part in kept)


class _Table(dict):
    """Folded characters, filled as they are met; `odd` holds those that do not become exactly one character."""

    def __init__(self) -> None:
        super().__init__()
        self.odd: set[str] = set()

    def __missing__(self, code: int) -> str:
        char = chr(code)
        self[code] = folded = fold_char(char)
        if len(folded) != 1:
            self.odd.add(char)
        return folded


_TABLE = _Table()
_USUAL = tuple(zip("éàèêçùôâîûïë’", "eaeecuoaiuie'", strict=True))
_HYPHEN = re.compile(r"(?<=[a-z])-(?=[a-z])")
_SPACES = re.compile(r"  +")


@dataclass(frozen=True, slots=True)
class Folded:
    """`text` for matching. `starts[i]` and `ends[i]` are the original offsets of its character i; None means identity."""

    text: str = field(repr=False)
    starts: tuple[int, ...] | None = field(default=None, repr=False)
    ends: tuple[int, ...] | None = field(default=None, repr=False)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The original (start, end) of the folded characters [start, end)."""
        if self.starts is None or self.ends is None:
            return start, end
        if start >= end:
            return (self.starts[start], self.starts[start]) if start < len(self.starts) else (self.ends[-1], self.ends[-1])
        return self.starts[start], self.ends[end - 1]


def fold(text: str) -> Folded:
    """Folds a text; hyphens between letters become spaces, runs of spaces become one.

    >>> folded = fold("Ｐ\u200bUTAIN  d'œuf")
    >>> folded.text
    "putain d'oeuf"
    >>> folded.span(0, 6)
    (0, 7)
    """
    out = text.lower()
    for written, small in _USUAL:
        out = out.replace(written, small)
    if out.isascii():  # nothing but small letters, figures and usual signs is left: quicker than each character by the table
        out = out.translate(_TABLE)
        one_for_one = len(out) == len(text)
    else:
        out = text.translate(_TABLE)
        one_for_one = _TABLE.odd.isdisjoint(text)
    if "-" in out:
        out = _HYPHEN.sub(" ", out)
    if one_for_one and "  " not in out:
        return Folded(out)
    chars: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for index, char in enumerate(text):
        for piece in _TABLE[ord(char)]:
            if piece == " " and chars and chars[-1] == " ":
                ends[-1] = index + 1
                continue
            chars.append(piece)
            starts.append(index)
            ends.append(index + 1)
    return Folded(_HYPHEN.sub(" ", "".join(chars)), tuple(starts), tuple(ends))


def plain(text: str) -> str:
    """The folded text alone, for phrases, names and look-ups."""
    return fold(text).text
