"""The parts of an address (what separators and digits set apart), and what each part looks like."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from audit.checks.identity.lists import particles
from audit.checks.identity.split import Piece
from audit.checks.identity.vocabulary import HARD, NOTHING, vocabulary

FIRST, LAST, EITHER, BOTH, UNKNOWN, LETTER, QUIET, WORD, CODED = (
    "first",
    "last",
    "either",
    "both",
    "unknown",
    "letter",
    "quiet",
    "word",
    "coded",
)
_VOWEL = re.compile(r"[aeiouy]")
_USUAL = 4.0  # Zipf frequency from which a word is one that everybody uses


@dataclass(slots=True)
class Part:
    """A part: its pieces, what it looks like, and whether it was taken for a name (then nothing in it is judged)."""

    pieces: list[Piece]
    kind: str = UNKNOWN
    named: bool = False

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Place:
    """A piece together with the other pieces of its part."""

    piece: Piece
    others: tuple[Piece, ...] = field(default=())


def parts_in(pieces: Iterable[Piece], breaks: frozenset[int]) -> list[Part]:
    """The pieces grouped into parts; numbers and decorations belong to none."""
    groups: list[list[Piece]] = []
    for piece in pieces:
        if piece.kind in ("number", "decoration"):
            groups.append([])
            continue
        if not groups or piece.start in breaks:
            groups.append([])
        groups[-1].append(piece)
    parts = [Part(group) for group in groups if group]
    for part in parts:
        part.kind = _alone(part.pieces[0]) if len(part.pieces) == 1 else _joined(part.pieces)
    return parts


def believable(piece: Piece, group: list[Piece]) -> bool:
    """Whether a word with a reason really stands there, or its letters met by chance inside a name."""
    if piece.entry.sure:
        return True
    if piece.aligned:
        return not piece.heard or piece.entry.code not in HARD or len(piece.text) >= 6
    others = [other for other in group if other is not piece]
    unknown = sum(other.end - other.start for other in others if other.kind in ("unknown", "letter"))
    size = piece.end - piece.start
    if piece.loose:
        strange = sum(len(other.text) for other in others if not _known(other))
        return strange == 0 or (strange <= 3 and size >= 7) or (piece.entry.code not in HARD and size >= 5 and strange <= 4)
    if piece.entry.code in HARD:
        return unknown <= (3 if size >= 5 and not piece.heard else 0)
    return size >= 4 and unknown <= 2


def _known(piece: Piece) -> bool:
    """A piece that is surely a word or the person's name, not letters met by chance."""
    if piece.kind in ("code", "quiet", "name", "decoration"):
        return True
    return piece.entry.zipf >= _USUAL or bool(vocabulary().get(piece.text, NOTHING).code)


def _alone(piece: Piece) -> str:
    entry = piece.entry
    if piece.text in particles():
        return QUIET if len(piece.text) > 1 else LETTER
    if piece.kind == "letter" or len(piece.text) == 1:
        return LETTER
    if piece.kind == "unknown":
        return UNKNOWN if len(piece.text) > 3 and _VOWEL.search(piece.text) else LETTER
    if piece.kind == "quiet" and entry.first > 1 and entry.last > 1:
        return QUIET
    if entry.code and (entry.code in HARD or piece.entry.zipf >= _USUAL or not (entry.first == 0 or entry.last == 0)):
        return CODED
    first, last = entry.first <= 2, entry.last <= 2
    if first or last:
        return EITHER if first and last else FIRST if first else LAST
    return QUIET if piece.kind == "quiet" else WORD


def _joined(group: list[Piece]) -> str:
    if len(group) == 2 and _is_first(group[0]) and rude_surname(group[1]):
        return BOTH
    if any(piece.kind == "code" and believable(piece, group) for piece in group):
        return CODED
    head, tail = group[0], group[-1]
    if _is_first(head) and _may_be_surname(group[1:]):
        return BOTH
    if _is_first(tail) and _may_be_surname(group[:-1]):
        return BOTH
    kinds = {piece.kind for piece in group}
    if len(group) == 2 and "letter" in kinds and kinds & {"first", "last"}:
        return BOTH if "last" in kinds else FIRST
    return UNKNOWN if _may_be_surname(group) else WORD


def rude_surname(piece: Piece) -> bool:
    """A rude word that people also bear as a surname."""
    return piece.kind == "code" and piece.entry.code in HARD and piece.entry.last <= 1 and not piece.heard


def _is_first(piece: Piece) -> bool:
    return piece.kind in ("first", "last") and piece.entry.first <= 1 and len(piece.text) >= 3


def _may_be_surname(group: list[Piece]) -> bool:
    """Whether letters that are no known name may be one: not a usual word, nor a run of usual words."""
    size = sum(len(piece.text) for piece in group)
    if size < 3:
        return False
    if len(group) == 1:
        piece = group[0]
        return (
            piece.kind in ("last", "first")
            or (piece.kind in ("unknown", "code") and size >= 4)
            or (piece.kind == "word" and piece.entry.zipf < _USUAL)
        )
    if any(piece.kind in ("unknown", "letter", "last") for piece in group):
        return True
    return size / len(group) <= 3.4
