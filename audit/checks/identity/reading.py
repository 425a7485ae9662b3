"""Reads an address's local part or a handle: whose name stands in it, and what is left once the name is taken out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from audit.checks.identity import numbers
from audit.checks.identity.folding import Squashed, squash
from audit.checks.identity.judged import Spared
from audit.checks.identity.names import FULL, INITIAL, SHORT, Forms, forms_of
from audit.checks.identity.split import Piece, split
from audit.checks.identity.vocabulary import HARD, SOFT
from audit.model import Owner

COMPLETE, PARTIAL, ABSENT, OTHER = "complete", "partial", "absent", "other"
_RANK = {FULL: 3, SHORT: 2, INITIAL: 1}
_TWICE = re.compile(r"(..?.?)\1")


@dataclass(slots=True)
class Read:
    """`name` says how much of a name stands there; `found` maps each reason to where; `spared` what was left alone."""

    squashed: Squashed
    pieces: tuple[Piece, ...]
    forms: Forms
    name: str = ABSENT
    owner_known: bool = False
    first: int = 0
    last: int = 0
    found: dict[str, tuple[int, int]] = field(default_factory=dict)
    spared: list[Spared] = field(default_factory=list)
    quiet: set[str] = field(default_factory=set)
    guess: tuple[str, str] | None = field(default=None, repr=False)

    def add(self, code: str, start: int, end: int) -> None:
        """Note `code` at the letters start..end, unless it is noted already."""
        self.found.setdefault(code, self.squashed.span(start, end))

    def spare(self, code: str, because: str, piece: Piece) -> None:
        """Note that `piece` looked like `code` and was left alone."""
        self.spared.append(Spared(code, because, self.squashed.span(piece.start, piece.end)))


def read(text: str, owner: Owner, offset: int = 0) -> Read:
    """Everything `text` tells; offsets of `found` are places in the text that `text` was cut from at `offset`."""
    squashed = squash(text, offset)
    forms = forms_of(owner)
    result = Read(squashed, split(squashed, forms), forms, owner_known=forms.first or forms.last)
    if not squashed.text:
        return result
    if result.owner_known:
        _name_of_owner(result)
    else:
        _name_by_shape(result)
    _words(result)
    _numbers(result)
    return result


def _name_of_owner(result: Read) -> None:
    for piece in result.pieces:
        if piece.kind == "name":
            rank = _RANK[piece.form.degree]
            if piece.form.part == "first":
                result.first = max(result.first, rank)
            else:
                result.last = max(result.last, rank)
            entry_code = piece.entry.code
            if entry_code:
                result.spare(entry_code, "own_name", piece)
    if not (result.forms.first and result.forms.last):
        present = result.first or result.last
        others = any(piece.kind in ("first", "last", "unknown") for piece in result.pieces)
        result.name = (
            (COMPLETE if others or not result.forms.first else PARTIAL) if present > 1 else OTHER if _strangers(result) else ABSENT
        )
        return
    if (result.first and result.last and max(result.first, result.last) == 3) or (result.first >= 2 and result.last >= 2):
        result.name = COMPLETE
    elif max(result.first, result.last) >= 2 or (result.first and result.last and not _substance(result)):
        result.name = PARTIAL
    else:
        result.name = ABSENT
    if result.name != COMPLETE and _strangers(result):
        result.name = OTHER if not result.first or result.first == 1 else result.name
        if result.name == PARTIAL and _stranger_surname(result):
            result.name = OTHER


def _substance(result: Read) -> bool:
    return any(piece.kind in ("code", "quiet", "word", "unknown", "first", "last") for piece in result.pieces)


def _strangers(result: Read) -> bool:
    """Somebody else's name stands there: a first name, or two names."""
    return any(
        piece.kind in ("first", "last") and piece.end - piece.start >= 3 and min(piece.entry.first, piece.entry.last) <= 1
        for piece in result.pieces
    )


def _stranger_surname(result: Read) -> bool:
    return any(piece.kind in ("last", "first") and piece.aligned and piece.end - piece.start >= 4 for piece in result.pieces)


def _parts(result: Read) -> list[list[Piece]]:
    """The pieces, grouped by the parts that separators and digits make."""
    groups: list[list[Piece]] = []
    for piece in result.pieces:
        if piece.kind in ("number", "decoration"):
            groups.append([])
            continue
        if not groups or piece.start in result.squashed.breaks:
            groups.append([])
        groups[-1].append(piece)
    return [group for group in groups if group]


def _name_by_shape(result: Read) -> None:
    """Without the owner's name, judge whether the parts look like a first name and a surname."""
    groups = _parts(result)
    kinds = [_part_kind(group) for group in groups]
    core = [kind for kind in kinds if kind != "quiet"]
    firsts, lasts = core.count("first") + core.count("either"), core.count("last") + core.count("either")
    both = core.count("both")
    unknown, letters = core.count("unknown"), core.count("letter")
    plain = all(kind in ("first", "last", "either", "both", "unknown", "letter", "particle") for kind in core)
    if not plain or not core:
        result.name = PARTIAL if core and (firsts or both) else ABSENT
        if both and "coded" not in core:
            result.name = COMPLETE
    elif both or (firsts and (lasts + firsts + unknown) >= 2) or (letters and (lasts or unknown) and len(core) <= 3):
        result.name = COMPLETE
    elif (firsts and letters) or firsts or lasts:
        result.name = PARTIAL
    else:
        result.name = ABSENT
    if result.name == COMPLETE:
        _guess(result, groups, kinds)


def _part_kind(group: list[Piece]) -> str:
    """What one part looks like: first, last, either, both, unknown, letter, quiet, word, coded."""
    if len(group) == 1:
        piece = group[0]
        entry = piece.entry
        if piece.kind == "letter":
            return "letter"
        if piece.kind == "unknown":
            return "unknown"
        if piece.kind == "quiet" and entry.first > 1 and entry.last > 1:
            return "quiet"
        if entry.code in HARD:
            return "coded"
        first, last = entry.first <= 2, entry.last <= 2
        if entry.code and not (entry.first == 0 or entry.last == 0):
            return "coded"
        if first and last:
            return "either"
        if first or last:
            return "first" if first else "last"
        return "quiet" if piece.kind == "quiet" else "word"
    kinds = {piece.kind for piece in group}
    if any(piece.kind == "code" for piece in group):
        return "coded"
    if kinds <= {"first", "last", "unknown"} and "first" in kinds and len(group) <= 3:
        return "both"
    if kinds <= {"letter", "last", "first"} and len(group) == 2 and "letter" in kinds:
        return "both" if "last" in kinds else "first"
    if kinds <= {"last", "unknown", "letter"}:
        return "last" if "last" in kinds else "unknown"
    return "word"


def _guess(result: Read, groups: list[list[Piece]], kinds: list[str]) -> None:
    firsts = ["".join(p.text for p in group) for group, kind in zip(groups, kinds, strict=True) if kind in ("first", "either")]
    lasts = ["".join(p.text for p in group) for group, kind in zip(groups, kinds, strict=True) if kind in ("last", "unknown")]
    if len(firsts) == 2 and not lasts:
        firsts, lasts = firsts[:1], firsts[1:]
    if len(firsts) == 1 and len(lasts) == 1:
        result.guess = (firsts[0], lasts[0])


def _part_of(result: Read, piece: Piece) -> list[Piece]:
    return next((group for group in _parts(result) if piece in group), [piece])


def _words(result: Read) -> None:
    """Note the reasons that words carry, sparing names and chance strings inside unknown names."""
    complete = result.name == COMPLETE
    for piece in result.pieces:
        if piece.kind == "name":
            if piece.form.degree == SHORT and _TWICE.fullmatch(piece.text):
                result.add("nickname", piece.start, piece.end)
            continue
        code = piece.entry.code if piece.kind == "code" else ""
        if code:
            if not _believable(result, piece):
                result.spare(code, "chance_letters", piece)
            elif code in SOFT and complete and not result.owner_known and min(piece.entry.first, piece.entry.last) <= 1 and piece.aligned:
                result.spare(code, "may_be_a_name", piece)
            else:
                result.add(code, piece.start, piece.end)
        elif piece.kind == "quiet":
            result.quiet.add(piece.entry.quiet)
            if piece.entry.quiet == "family":
                result.add("family_shared", piece.start, piece.end)
            elif piece.entry.quiet == "job" and not complete:
                result.add("job_search_word", piece.start, piece.end)
        elif (piece.kind == "word" and len(piece.text) >= 4 and not _chance(result, piece)) or piece.kind == "decoration":
            result.add("nickname", piece.start, piece.end)


def _chance(result: Read, piece: Piece) -> bool:
    """An ordinary word that the splitter may only have met by chance inside an unknown surname."""
    group = _part_of(result, piece)
    return len(group) > 1 and any(other.kind in ("unknown", "letter") for other in group)


def _believable(result: Read, piece: Piece) -> bool:
    if piece.aligned:
        return True
    group = _part_of(result, piece)
    unknown = sum(other.end - other.start for other in group if other.kind in ("unknown", "letter"))
    size = piece.end - piece.start
    if piece.entry.code in HARD:
        return unknown <= (3 if size >= 5 else 0)
    return size >= 4 and unknown <= 2


def _numbers(result: Read) -> None:
    for piece in result.pieces:
        if piece.kind == "number":
            for code in numbers.read(piece.text):
                result.add(code, piece.start, piece.end)
