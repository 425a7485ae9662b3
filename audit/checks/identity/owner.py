"""How much of the owner's name stands in an address, and whether somebody else's does."""

from __future__ import annotations

import re

from audit.checks.identity.names import EITHER, FULL, INITIAL, SHORT, Forms
from audit.checks.identity.parts import CODED, FIRST, LAST, WORD, Part
from audit.checks.identity.parts import EITHER as EITHER_NAME
from audit.checks.identity.split import Piece

COMPLETE, PARTIAL, ABSENT, OTHER = "complete", "partial", "absent", "other"
_RANK = {FULL: 3, SHORT: 2, INITIAL: 1}
_POSSESSIVES = frozenset("mon ma mes ton ta tes son sa ses my your notre nos votre".split())
_TOLD = 5.6  # "jean" and "marie" are said often, and are names all the same
_EVERYDAY = 4.4  # Zipf frequency from which a name is an everyday word as well
STAMMER = re.compile(r"([b-df-hj-np-tv-z])[aeiouy]{1,2}\1[aeiouy]")  # how tender names begin: "bebert", "nanou", "titou"
TWICE = re.compile(r"(..?.?)\1")


def name_of_owner(pieces: tuple[Piece, ...], parts: list[Part], forms: Forms) -> tuple[str, int, int]:
    """(how much of the name, rank of the first name, rank of the surname); ranks: 3 full, 2 short, 1 initial, 0 absent."""
    ranks = {"first": 0, "last": 0, EITHER: 0}
    for index, piece in enumerate(pieces):
        if piece.kind == "name" and (piece.form.degree != INITIAL or _stands(pieces, index)):
            ranks[piece.form.part] = max(ranks[piece.form.part], _RANK[piece.form.degree])
    if ranks[EITHER] == 3 and sum(piece.kind == "name" and piece.form.part == EITHER for piece in pieces) >= 2:  # ali.ali, a.ali
        ranks["first"] = ranks["last"] = 3
    elif ranks[EITHER] == 3:
        ranks["last" if ranks["first"] else "first"] = 3
    elif ranks[EITHER]:
        ranks["last" if ranks["first"] else "first"] = max(ranks["last" if ranks["first"] else "first"], 1)
    first, last = ranks["first"], ranks["last"]
    if not (forms.first and forms.last):
        return _one_name_given(pieces, parts, forms, max(first, last)), first, last
    if (
        (first and last and max(first, last) == 3)
        or (first >= 2 and last >= 2)
        or (last == 3 and (_pet_name(pieces) or _first_two(pieces, forms)))
    ):
        name = COMPLETE
    elif max(first, last) >= 2 or (first and last and not _substance(pieces)):
        name = PARTIAL
    else:
        name = ABSENT
    if name != COMPLETE and strangers(parts) and (first <= 1 or _other_surname(pieces)):
        name = OTHER
    return name, first, last


def _stands(pieces: tuple[Piece, ...], index: int) -> bool:
    """An initial counts alone in its part, or beside another piece of the name; not at the end of any letters."""
    beside = pieces[max(0, index - 1) : index] + pieces[index + 1 : index + 2]
    return pieces[index].aligned or any(piece.kind == "name" for piece in beside)


def _one_name_given(pieces: tuple[Piece, ...], parts: list[Part], forms: Forms, rank: int) -> str:
    if rank > 1:
        others = any(piece.kind in ("first", "last", "unknown") for piece in pieces)
        return COMPLETE if others or not forms.first else PARTIAL
    return OTHER if strangers(parts) else ABSENT


def _substance(pieces: tuple[Piece, ...]) -> bool:
    return any(piece.kind in ("code", "quiet", "word", "unknown", "first", "last") for piece in pieces)


def _pet_name(pieces: tuple[Piece, ...]) -> bool:
    """A doubled pet name ("titi") stands as a whole part beside the surname."""
    return any(piece.kind in ("code", "first", "unknown") and piece.aligned and TWICE.fullmatch(piece.text) for piece in pieces)


def _first_two(pieces: tuple[Piece, ...], forms: Forms) -> bool:
    """The first two letters of the first name stand alone beside the surname ("jo.lecuyer" for Joël)."""
    return any(piece.kind != "name" and piece.aligned and piece.text in forms.heads for piece in pieces)


def strangers(parts: list[Part]) -> bool:
    """Somebody else's name stands there: a part that is a name and nothing else is said, or a first name with a surname."""
    return _stranger(parts) and (not _says_something(parts) or _first_and_last(parts))


def _says_something(parts: list[Part]) -> bool:
    """Words stand there beside the names ("mon.chien.rex", "ricard.pastis"): a pseudonym, not a person."""
    told = [part for part in parts if part.kind in (CODED, WORD)]
    return any(piece.kind in ("code", "word") for part in told for piece in part.pieces) or any(
        piece.text in _POSSESSIVES or (piece.kind == "quiet" and piece.entry.quiet == "family") for part in parts for piece in part.pieces
    )


def _first_and_last(parts: list[Part]) -> bool:
    names = [part for part in parts if part.kind in (FIRST, LAST, EITHER_NAME)]
    sure = [part for part in names if min(part.pieces[0].entry.first, part.pieces[0].entry.last) <= 1 and len(part.text) >= 3]
    plain = all(part.pieces[0].entry.zipf < _EVERYDAY for part in sure)
    return len(sure) >= 2 and plain and any(part.kind != LAST for part in sure)


def _stranger(parts: list[Part]) -> bool:
    for part in parts:
        known = [piece for piece in part.pieces if piece.kind in ("first", "last") and min(piece.entry.first, piece.entry.last) <= 1]
        if (
            len(part.pieces) == 1
            and known
            and len(part.text) >= 3
            and known[0].entry.zipf < (_TOLD if known[0].entry.first == known[0].entry.last == 0 else 5.0)
        ):
            return True
        if len(part.pieces) == 2 and len(known) == 2 and {piece.kind for piece in known} == {"first", "last"}:
            return True
    return False


def _other_surname(pieces: tuple[Piece, ...]) -> bool:
    return any(piece.kind in ("last", "first") and piece.aligned and len(piece.text) >= 4 and piece.entry.zipf < 5.0 for piece in pieces)
