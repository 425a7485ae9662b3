"""Which characters the shipped fonts can draw; what they cannot is replaced, so that a PDF can always be made."""

from __future__ import annotations

import re
import struct
import unicodedata
from functools import cache
from pathlib import Path

FONTS = Path(__file__).resolve().parent.parent.parent / "data" / "fonts"
MISSING = "\ufffd"  # stands for a character that no shipped font can draw
_TEXT_FONTS = ("NotoSans_400Regular.ttf", "NotoSans_700Bold.ttf")
_OTHER_FONTS = ("NotoSansArabic_400Regular.ttf", "NotoEmoji_400Regular.ttf")
LONG_WORD = 24  # a longer run without a space gets places where a line may break
_RUN = re.compile(rf"\S{{{LONG_WORD + 1},}}")
# What joins emoji: kept only between characters that are drawn, the fonts know the common sequences.
_JOINERS = frozenset("\u200d\ufe0f\u20e3")


@cache
def drawable() -> frozenset[int]:
    """The code points that the shipped fonts draw: both weights of Noto Sans, else one of the other fonts."""
    text = set.intersection(*(set(_code_points((FONTS / name).read_bytes())) for name in _TEXT_FONTS))
    return frozenset(text.union(*(_code_points((FONTS / name).read_bytes()) for name in _OTHER_FONTS)))


def printable(text: str) -> str:
    """The text with every character the fonts lack as MISSING (a run of them as one), without controls, with long words breakable."""
    known = drawable()
    drawn: list[str] = []
    for char in unicodedata.normalize("NFC", text):
        if char in "\t\n\r" or unicodedata.category(char) in ("Zs", "Zl", "Zp"):
            drawn.append(" ")
        elif unicodedata.category(char) in ("Cc", "Cf", "Cs", "Cn", "Co") and char not in _JOINERS:
            continue
        elif char in _JOINERS or ord(char) in known:
            drawn.append(char)
        elif not drawn or drawn[-1] != MISSING:
            drawn.append(MISSING)
    return _RUN.sub(_breakable, "".join(drawn))


def printable_values(value):
    """`printable` on every text of plain JSON values."""
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, dict):
        return {name: printable_values(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [printable_values(item) for item in value]
    return value


def _breakable(run: re.Match[str]) -> str:
    """Zero-width spaces every LONG_WORD characters, never before a mark or a joiner."""
    pieces, count = [], 0
    for char in run[0]:
        if count >= LONG_WORD and not (char in _JOINERS or unicodedata.combining(char) or (pieces and pieces[-1] in _JOINERS)):
            pieces.append("\u200b")
            count = 0
        pieces.append(char)
        count += 1
    return "".join(pieces)


def _code_points(font: bytes) -> set[int]:
    """The code points a TrueType font maps to a glyph, from its `cmap` table (OpenType specification, formats 4 and 12)."""
    tables = struct.unpack_from(">H", font, 4)[0]
    records = (struct.unpack_from(">4sLLL", font, 12 + 16 * number) for number in range(tables))
    cmap = next(offset for tag, _, offset, _ in records if tag == b"cmap")
    found: set[int] = set()
    for number in range(struct.unpack_from(">H", font, cmap + 2)[0]):
        start = cmap + struct.unpack_from(">L", font, cmap + 4 + 8 * number + 4)[0]
        kind = struct.unpack_from(">H", font, start)[0]
        if kind == 12:
            found |= _groups(font, start)
        elif kind == 4:
            found |= _segments(font, start)
    return found


def _groups(font: bytes, start: int) -> set[int]:
    found: set[int] = set()
    for number in range(struct.unpack_from(">L", font, start + 12)[0]):
        first, last, _ = struct.unpack_from(">LLL", font, start + 16 + 12 * number)
        found.update(range(first, last + 1))
    return found


def _segments(font: bytes, start: int) -> set[int]:
    count = struct.unpack_from(">H", font, start + 6)[0] // 2
    ends = struct.unpack_from(f">{count}H", font, start + 14)
    starts = struct.unpack_from(f">{count}H", font, start + 16 + 2 * count)
    found: set[int] = set()
    for first, last in zip(starts, ends, strict=True):
        if first != 0xFFFF:
            found.update(range(first, last + 1))
    return found
