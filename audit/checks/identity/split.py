"""Splits the joined letters of an address or handle into the likeliest pieces: names, words, numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from audit.checks.identity.folding import Squashed, sound
from audit.checks.identity.names import INITIAL, Form, Forms
from audit.checks.identity.vocabulary import HARD, NOTHING, Entry, by_sound, vocabulary

_LONGEST = 26
KISSES = Entry(code="sexual")  # a name that ends with .xxx
_LEETS = (str.maketrans("01345789@$€", "oieastbgase"), str.maketrans("01345789@$€", "oleastbgase"))
_BY_SOUND = 1.5
_UNKNOWN, _LETTER = 2.5, 1.4  # an unknown run costs so much, and so much a letter
_SWALLOWED = 1.0  # a word of the lists that holds the person's own name ("princessesarah")
_INEXACT = 1.0  # what reading a name by its sound costs at least
_RUN = re.compile(r"(.)\1{2,}")
_DISGUISED = re.compile(r"[^a-z][a-z]|[@$€]|([a-z])\1{2}")
_ADORNED = ("xx", "xxx", "xox")
_DECORATION = re.compile(r"(?:x{2,4}|z{2,3}|o{2,3}|_+)")


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece: `kind` is name, code, quiet, first, last, word, number, letter, decoration or unknown."""

    kind: str
    start: int
    end: int
    text: str = field(repr=False)
    form: Form | None = None
    entry: Entry = NOTHING
    heard: bool = False  # recognised by its sound only
    loose: bool = False  # a word of the lists that should stand alone, joined to others
    aligned: bool = False  # both ends are at the edge of a part (separator, digit or end)


def split(squashed: Squashed, forms: Forms) -> tuple[Piece, ...]:
    """The cheapest way to read the whole of `squashed` as pieces, left to right."""
    text, size = squashed.text, len(squashed.text)
    edges = _edges(squashed)
    disguised = bool(_DISGUISED.search(text))
    best: list[tuple[float, int, Piece | None]] = [(0.0, 0, None)] + [(float("inf"), 0, None)] * size
    table, exact = vocabulary(), forms.exact
    for start in range(size):
        base = best[start][0]
        if base == float("inf"):
            continue
        wall = min((place for place in squashed.breaks if place > start), default=size)
        reach = _LONGEST if not text[start].isdigit() else max(_LONGEST, _digits(text, start))
        for end in range(start + 1, min(size, start + reach) + 1):
            part = text[start:end]
            touched = (start in edges) + (end in edges)
            if not disguised and (not touched or (touched == 1 and end - start < 5)) and part not in table and part not in exact:
                total = base + _UNKNOWN + _LETTER * len(part)  # the short way for most pieces: nothing known
                if len(part) >= 2 and end <= wall and total < best[end][0] and part.isalpha() and part not in _ADORNED:
                    best[end] = (total, start, Piece("unknown", start, end, part))
                    continue
                if len(part) >= 2 and part not in _ADORNED:
                    continue
            for cost, piece in _readings(text, start, end, squashed.breaks, edges, forms, disguised):
                total = base + cost
                if total < best[end][0]:
                    best[end] = (total, start, piece)
    if best[size][2] is None:  # letters of another script: one unknown run
        return (Piece("unknown", 0, size, text, aligned=True),) if size else ()
    pieces: list[Piece] = []
    place = size
    while place:
        _, place, piece = best[place]
        pieces.append(piece)
    return tuple(reversed(pieces))


def _digits(text: str, start: int) -> int:
    """How many digits follow each other from `start`."""
    return next((place for place in range(start, len(text)) if not text[place].isdigit()), len(text)) - start


def _edges(squashed: Squashed) -> frozenset[int]:
    """Places where a part may begin or end: separators, both ends, and where letters meet digits."""
    text = squashed.text
    turns = {i for i in range(1, len(text)) if text[i].isdigit() != text[i - 1].isdigit()}
    return frozenset({0, len(text)} | squashed.breaks | turns)


def _readings(text: str, start: int, end: int, breaks: frozenset[int], edges: frozenset[int], forms: Forms, disguised: bool):
    """Every (cost, Piece) that text[start:end] may be."""
    part = text[start:end]
    crossed = [place for place in breaks if start < place < end] if breaks else ()
    aligned = start in edges and end in edges
    named = forms.find(part, disguised)
    if named and not (crossed and named[1] >= _INEXACT) and _name_may_stand(named[0], start, end, breaks, crossed, edges, len(text)):
        yield named[1], Piece("name", start, end, part, named[0], aligned=aligned)
    if part.isdigit():
        if (
            not crossed
            and not (end < len(text) and text[end].isdigit() and end not in breaks)
            and not (start and text[start - 1].isdigit() and start not in breaks)
        ):
            yield 1.5, Piece("number", start, end, part, aligned=True)
        return
    entry, extra = _look_up(part, aligned, disguised, start in edges or end in edges)
    if entry:
        shift = frozenset(place - start for place in crossed)
        spelt = len(crossed) >= 2 and len(crossed) == end - start - 1
        if not crossed or shift <= entry.joints or (spelt and entry.code in HARD):
            heard = extra == _BY_SOUND
            extra += 0.7 * len(crossed)  # so that an expression never swallows the person's name
            if entry.code and not aligned and any(name in part and name != part for name in forms.wholes):
                extra += _SWALLOWED
            for cost, piece in _entry_readings(part, start, end, entry, extra, aligned, start in edges or end in edges):
                yield cost, replace(piece, heard=True) if heard else piece
    if crossed:
        return
    if part == "xxx" and aligned and end == len(text) and start in breaks and not text.startswith("x"):
        yield 1.5, Piece("code", start, end, part, entry=KISSES, aligned=True)
    if aligned and _DECORATION.fullmatch(part):
        yield 2.0, Piece("decoration", start, end, part, aligned=True)
    elif (start in edges or end in edges) and part in _ADORNED:
        yield 3.0, Piece("decoration", start, end, part)
    if end - start == 1:
        yield (2.5 if aligned else 5.5), Piece("letter", start, end, part, aligned=aligned)
    if end - start >= 2 and part.isalpha():
        yield _UNKNOWN + _LETTER * len(part), Piece("unknown", start, end, part, aligned=aligned)


def _name_may_stand(form: Form, start: int, end: int, breaks, crossed, edges, size: int) -> bool:
    """Whether a shape of the name is believable here: an initial or a short form must touch an edge."""
    if form.degree == INITIAL and crossed and end - start != len(crossed) + 1:
        return False
    if form.degree == INITIAL:
        return start in edges or end in edges
    if end - start <= 3:
        return start in edges or end in edges
    return True


def _look_up(part: str, aligned: bool, disguised: bool, edged: bool) -> tuple[Entry | None, float]:
    """The vocabulary entry for `part`, read as it is, with long letters cut, in leet, or by sound; and the extra cost of doing so."""
    table = vocabulary()
    entry = table.get(part)
    if entry:
        return entry, 0.0
    size = len(part)
    if size < 3:
        return None, 0.0
    if disguised and _RUN.search(part):
        for keep in (r"\1", r"\1\1"):
            entry = table.get(_RUN.sub(keep, part))
            if entry:
                return entry, 0.5
    if disguised and not part.isalpha():
        if part[0].isdigit() and part[1].isdigit():
            return None, 0.0
        for leet in _LEETS:
            plain = part.translate(leet)
            if plain.isalpha():
                entry = table.get(plain)
                if entry and (entry.code or entry.first < 2) and len(plain) >= 4 - (entry.code in HARD):
                    return entry, 1.0
        return None, 0.0
    if size >= 5 and edged:
        entry = by_sound().get(sound(part))
        if entry and (aligned or (size >= (8 if entry.code in HARD else 6) and not entry.whole)):
            return entry, _BY_SOUND
    return None, 0.0


def _entry_readings(part: str, start: int, end: int, entry: Entry, extra: float, aligned: bool, edged: bool):
    """Every way to read a known string; `edged` says that it begins or ends a part."""
    size = end - start
    if entry.code and (aligned or entry.sure or not entry.whole):
        cost = 2.0 if aligned else (4.5 if size >= 5 else 5.5 if size == 4 else 7.0)
        yield cost + extra, Piece("code", start, end, part, entry=entry, aligned=aligned)
    elif entry.code and _may_be_joined(entry, size, edged):
        yield (6.0 if size >= 5 else 7.0 if size == 4 else 6.5) + extra, Piece("code", start, end, part, entry=entry, loose=True)
    elif entry.quiet and (
        aligned
        or (size >= 4 and entry.quiet != "family")
        or size >= 7
        or (edged and (entry.quiet == "job" or (entry.quiet == "family" and size >= 4)))
    ):
        yield (2.0 if aligned else 5.5) + extra, Piece("quiet", start, end, part, entry=entry, aligned=aligned)
    if entry.code and not aligned:
        return  # in joined letters the word is likelier than a name of the same letters
    if entry.first < 9 and (aligned or size >= 3):
        yield (
            (2.1 if aligned else 5.0 if size >= 4 else 6.0) + 0.4 * entry.first + extra,
            Piece("first", start, end, part, entry=entry, aligned=aligned),
        )
    if entry.last < 9 and (aligned or size >= 4):
        yield (2.3 if aligned else 5.6) + 0.4 * entry.last + extra, Piece("last", start, end, part, entry=entry, aligned=aligned)
    least = 6.0 if size == 2 else 4.8 if size == 3 else 4.0 if size == 4 else 3.4
    if entry.zipf and (aligned or entry.zipf >= least):
        yield (3.0 if aligned else 10.0 - entry.zipf) + extra, Piece("word", start, end, part, entry=entry, aligned=aligned)


def _may_be_joined(entry: Entry, size: int, edged: bool) -> bool:
    """A word meant to stand alone may still be joined to known words ("psgpourlavie"); the reader checks its neighbours."""
    if entry.code in HARD:
        return size >= 4 and (size >= 6 or edged)
    return size >= 4 or (size == 3 and edged)
