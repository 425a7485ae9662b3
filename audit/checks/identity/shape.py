"""Without the owner's name: whether an address looks like a first name and a surname, in any order."""

from __future__ import annotations

import itertools

from audit.checks.identity.owner import ABSENT, COMPLETE, PARTIAL
from audit.checks.identity.parts import BOTH, CODED, EITHER, FIRST, LAST, LETTER, QUIET, UNKNOWN, WORD, Part, rude_surname
from audit.checks.identity.vocabulary import HARD

_ARTICLES = ("la", "le", "les", "du", "de", "des", "l", "d")
# Words that join two things, never a first name to a surname.
_LINKS = frozenset("with by avec chez pour for and et dans sur qui que pas not the sans ou of is est les mes no stop vive never".split())
_MINE = frozenset("ma mon my ta ton your".split())
_SHORT_SURNAMES = frozenset(("le",))  # a Vietnamese surname that French reads as an article
_USUAL_INSIDE = 4.4
_BESIDE_FIRST, _BESIDE_INITIAL = 5.0, 4.5  # Zipf frequency under which a word beside a name may be a surname


def name_by_shape(parts: list[Part]) -> str:
    """How much of a name the parts make; parts taken for names are marked `named`."""
    core = [part for part in parts if part.kind != QUIET]
    _settle(core)
    kinds = [part.kind for part in core]
    anchored = sum(kind in (FIRST, EITHER) for kind in kinds)
    initial = LETTER in kinds and any(len(part.text) == 1 for part in core)
    if is_a_phrase(parts):
        return PARTIAL if anchored else ABSENT
    if anchored or initial:
        for part in core:
            if part.kind in (CODED, WORD, UNKNOWN) and _may_be_surname(part, _BESIDE_FIRST if anchored else _BESIDE_INITIAL):
                part.kind, part.named = LAST, True
    kinds = [part.kind for part in core]
    firsts = sum(kind in (FIRST, EITHER) for kind in kinds)
    lasts = sum(part.kind in (LAST, EITHER, UNKNOWN) and not _usual(part) for part in core)
    others = sum(kind in (CODED, WORD) for kind in kinds)
    if BOTH in kinds or (firsts and len([kind for kind in kinds if kind in (FIRST, LAST, EITHER, UNKNOWN)]) >= 2):
        return COMPLETE
    if not others and ((initial and lasts and len(core) <= 3) or (lasts >= 2 and len(core) <= 3)):
        return COMPLETE
    if kinds == [FIRST] and parts[-1].text in _SHORT_SURNAMES and len(parts) == 2:
        return COMPLETE
    return PARTIAL if firsts or LAST in kinds or EITHER in kinds else ABSENT


def _settle(core: list[Part]) -> None:
    """Correct what parts look like once their neighbours are known."""
    for part in core:
        if part.kind == UNKNOWN and any(piece.kind == "quiet" and len(part.text) - len(piece.text) <= 2 for piece in part.pieces):
            part.kind = WORD
    for part, other in itertools.permutations(core, 2):
        if part.kind == CODED and other.kind in (LAST, UNKNOWN) and _is_first_name(part):
            part.kind, part.named = FIRST, True


def is_a_phrase(parts: list[Part]) -> bool:
    """Words join the parts ("un jour avec Tom", "ma princesse Lina"), or one part comes twice: no first name and surname."""
    texts = [part.text for part in parts if len(part.text) > 2]
    mine = any(before.text in _MINE and after.kind == CODED for before, after in itertools.pairwise(parts))
    return mine or len(set(texts)) < len(texts) or any(part.text in _LINKS for part in parts)


def _is_first_name(part: Part) -> bool:
    """A word with a reason that is also a first name (Dick, Marie-Jeanne): beside a surname it is the name."""
    entry = part.pieces[0].entry
    return len(part.pieces) == 1 and entry.first <= 2 and entry.code in HARD and entry.code != "offensive_hate" and not part.pieces[0].heard


def _usual(part: Part) -> bool:
    """A surname that is an everyday word (Petit, Man, Bois): alone it is no sign of a name."""
    return len(part.pieces) == 1 and part.pieces[0].entry.zipf >= _USUAL_INSIDE and part.pieces[0].entry.first > 0


def _may_be_surname(part: Part, ceiling: float) -> bool:
    if any(piece.kind == "quiet" and len(piece.text) >= 4 for piece in part.pieces):
        return False
    if part.kind == UNKNOWN:
        return True
    if len(part.pieces) == 1:
        piece = part.pieces[0]
        if piece.entry.code:
            name = min(piece.entry.first, piece.entry.last) <= (1 if piece.entry.code == "cute" or piece.entry.zipf >= _USUAL_INSIDE else 2)
            return piece.heard or (name and piece.entry.code not in HARD) or rude_surname(piece)
        return piece.entry.zipf < ceiling
    if (
        part.kind == CODED
        and [piece.kind for piece in part.pieces] in (["code", "unknown"], ["code", "letter"])
        and len(part.pieces[1].text) <= 4
    ):
        return ceiling == _BESIDE_FIRST  # a surname that begins like a word
    if part.kind == CODED:  # Lachaud, Lefaucheur: an article joined to a word that should stand alone
        return part.pieces[0].text in _ARTICLES and len(part.pieces) == 2 and (part.pieces[1].loose or part.pieces[1].entry.code in HARD)
    return part.kind == WORD and all(
        piece.kind != "word" or len(piece.text) < 4 or piece.entry.zipf < _USUAL_INSIDE for piece in part.pieces
    )


def guess(parts: list[Part]) -> tuple[str, str] | None:
    """(first name, surname) when the parts say so plainly, for suggestions."""
    firsts = [part.text for part in parts if part.kind in (FIRST, EITHER)]
    lasts = [part.text for part in parts if part.kind in (LAST, UNKNOWN)]
    if len(firsts) == 2 and not lasts:
        return firsts[0], firsts[1]
    return (firsts[0], lasts[0]) if len(firsts) == 1 and len(lasts) == 1 else None
