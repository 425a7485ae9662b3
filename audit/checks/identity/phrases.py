"""What only two words together say: attacks on a group, slogans, expressions of faith, households, couples."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from functools import cache

from audit.checks.identity import lists
from audit.checks.identity.split import Piece
from audit.checks.identity.vocabulary import NOTHING, vocabulary

TWICE = re.compile(r"(..)\1")
_LINK = re.compile(r"et|and")
Found = tuple[str, int, int]  # reason, first letter, end


def phrases(pieces: tuple[Piece, ...], breaks: frozenset[int], owner_known: bool, first_found: bool) -> Iterator[Found]:
    """(reason, start, end) for every phrase among the pieces."""
    yield from _couples(pieces, breaks)
    if not first_found:
        yield from _households(pieces, breaks, owner_known)
    yield from _attacks(pieces)
    yield from _slogans(pieces)
    yield from _faith(pieces)


def _couples(pieces: tuple[Piece, ...], breaks: frozenset[int]) -> Iterator[Found]:
    """Two first names joined by "et" or "and": a mailbox for two."""
    for before, link, after in zip(pieces, pieces[1:], pieces[2:], strict=False):
        if link.text in ("et", "and") and link.kind in ("word", "quiet") and all(_is_first(piece) for piece in (before, after)):
            yield "family_shared", before.start, after.end
    for run in _letters(pieces, breaks):
        if _two_names("".join(piece.text for piece in run), run):
            yield "family_shared", run[0].start, run[-1].end


def _letters(pieces: tuple[Piece, ...], breaks: frozenset[int]) -> Iterator[list[Piece]]:
    """Runs of letters that nothing sets apart."""
    run: list[Piece] = []
    for piece in pieces:
        if run and (piece.start in breaks or piece.kind == "number"):
            yield run
            run = []
        if piece.kind != "number":
            run.append(piece)
    if run:
        yield run


def _two_names(text: str, run: list[Piece]) -> bool:
    """Two first names joined by "et" or "and", where no single name holds those letters (Juliette, Fernande)."""
    for link in _LINK.finditer(text):
        before, after = text[: link.start()], text[link.end() :]
        place = run[0].start + link.start()
        held = any(
            piece.kind in ("name", "first", "last") and piece.start < place < piece.end and piece.end > place + len(link[0]) - 1
            for piece in run
        )
        if not held and len(before) >= 3 and len(after) >= 3 and _calls(before) and _calls(after):
            return True
    return False


def _calls(name: str) -> bool:
    """A first name, or what people call somebody: a short or doubled form ("mimi", "caro", "juju")."""
    entry = vocabulary().get(name, NOTHING)
    return entry.first <= 1 or (bool(TWICE.fullmatch(name)) and len(name) == 4) or name in _short_forms()


@cache
def _short_forms() -> frozenset[str]:
    return frozenset().union(*lists.diminutives().values())


def _is_first(piece: Piece) -> bool:
    return piece.kind == "name" or (piece.entry.first <= 1 and piece.kind in ("first", "last", "code")) or _calls(piece.text)


def _households(pieces: tuple[Piece, ...], breaks: frozenset[int], owner_known: bool) -> Iterator[Found]:
    """ "les" before a surname, without any first name: the whole household."""
    for before, after in itertools.pairwise(pieces):
        own = after.kind == "name" and after.form.part == "last" and after.form.degree == "full"
        known = not owner_known and after.kind == "last" and after.entry.last == 0 and after.entry.zipf < 4.4
        if before.text == "les" and (own or known) and (before.start in breaks or before.start == 0):
            yield "family_shared", before.start, after.end


def _attacks(pieces: tuple[Piece, ...]) -> Iterator[Found]:
    """An attacking word before the name of a group is hate; neither alone says so."""
    last: Piece | None = None
    for before, after in itertools.pairwise(pieces):
        if after.text in ("dehors", "out") and before.text in lists.words("groups") and "name" not in (before.kind, after.kind):
            yield "offensive_hate", before.start, after.end
    for piece in pieces:
        if piece.text in lists.words("attacks") and piece.kind != "name":
            last = piece
        elif last and piece.text in lists.words("groups") and piece.kind != "name":
            yield "offensive_hate", last.start, piece.end
        elif piece.kind in ("name", "first"):
            last = None


def _slogans(pieces: tuple[Piece, ...]) -> Iterator[Found]:
    """A word of liberation beside a country, a region or a people."""
    solid = [piece for piece in pieces if piece.text not in lists.particles()]
    for before, after in itertools.pairwise(solid):
        for word, land in ((before, after), (after, before)):
            if word.kind != "name" and land.kind != "name" and word.text in lists.words("liberty") and _is_land(land):
                yield "opinion", before.start, after.end


def _is_land(piece: Piece) -> bool:
    return piece.text in lists.joined("origin") or piece.text in lists.joined("places")


def _faith(pieces: tuple[Piece, ...]) -> Iterator[Found]:
    """ "soldat du …", "enfant de …" before a name of God, or "… est vivant", "… my king" after it: an expression of faith."""
    solid = [piece for piece in pieces if piece.text not in lists.particles()]
    for before, after in itertools.pairwise(pieces):
        if "name" not in (before.kind, after.kind) and before.text in lists.words("god") and after.text in lists.words("praises"):
            yield "opinion", before.start, after.end
    for before, after in itertools.pairwise(solid):
        if before.kind != "name" and after.kind != "name" and before.text in lists.words("devoted") and after.text in lists.words("god"):
            yield "opinion", before.start, after.end
