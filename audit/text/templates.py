"""Templates at work: each has anchors, words that must be there, and one RE2 pattern that runs only when all of them are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product
from math import prod

import re2

from audit.model import Template

_MOST_ANCHORS = 4_000
_WINDOW = 300  # folded characters searched on each side of an anchor in a long text
_WHOLE = 2_000  # shorter texts are searched whole
# Words so common that waiting for them would be waiting for nothing.
_COMMON = frozenset(
    ["je", "tu", "il", "elle", "on", "nous", "vous", "ils", "elles", "j", "t", "m", "n", "s", "l", "d", "c", "le", "la", "les", "un", "une", "des", "du", "de", "au", "aux", "et", "est", "a", "ai", "as", "suis", "es", "sont", "pas", "plus", "ne", "que", "qui", "ce", "c'est", "ca", "mon", "ma", "mes", "ton", "ta", "tes", "son", "sa", "ses", "en", "y", "se", "me", "te", "trop", "tout", "tous", "bien", "avec", "pour", "dans", "sur", "par", "mais", "si", "quand", "comme", "the", "a", "an", "i", "you", "he", "she", "it", "we", "they", "is", "are", "am", "was", "of", "to", "in", "on", "at", "and", "my", "your", "his", "her", "this", "that", "be", "have", "has", "do", "so", "just", "all"]
)
_OPTIONS = re2.Options()
_OPTIONS.log_errors = False
_OPTIONS.longest_match = True
_OPTIONS.max_mem = 64 << 20


class Compiled:
    """One template: its pattern, and its `anchors`: one or two groups of folded words, of each of which one must be there."""

    def __init__(self, template: Template) -> None:
        pieces = _tidy(template.pieces)
        self.anchors = _anchors(pieces)
        self._source = "(?:^|[^a-z0-9])(" + "".join(_pattern(piece) for piece in pieces) + ")(?:$|[^a-z0-9])"
        self._regex = None

    def find(self, text: str, anchors: Sequence[int]) -> Iterator[tuple[int, int]]:
        """The spans of the template in a folded text whose anchors start at `anchors`."""
        if self._regex is None:
            self._regex = re2.compile(self._source, _OPTIONS)
        for begin, stop in _windows(anchors, len(text)):
            at = begin
            while at < stop:
                match = self._regex.search(text[at:stop])
                if match is None:
                    break
                yield at + match.start(1), at + match.end(1)
                at += max(match.end(1), 1)


def words(template: Template) -> set[str]:
    """Every whole word of the alternatives of a template."""
    return {word for piece in template.pieces for choice in piece for word in choice.replace("'", " ").split() if word.isalpha()}


def _windows(anchors: Sequence[int], length: int) -> Iterator[tuple[int, int]]:
    if length <= _WHOLE:
        yield 0, length
        return
    last = 0
    for anchor in sorted(set(anchors)):
        begin, stop = max(last, anchor - _WINDOW), min(length, anchor + _WINDOW)
        if begin < stop:
            yield begin, stop
        last = stop


def _tidy(pieces: Sequence[tuple[str, ...]]) -> list[list[str]]:
    """The pieces such that any choice of alternatives joins with single spaces and none at the ends."""
    tidy = [list(piece) for piece in pieces]
    for index, piece in enumerate(tidy):
        if len(piece) == 1:
            continue
        before = tidy[index - 1] if index else None
        after = tidy[index + 1] if index + 1 < len(tidy) else None
        opens = before is None or (len(before) == 1 and before[0].endswith(" "))
        closes = after is None or (len(after) == 1 and after[0].startswith(" "))
        if opens and closes and "" in [choice.strip() for choice in piece]:  # "a {,b} c": the space goes with b
            if after is not None:
                after[0] = after[0][1:]
                tidy[index] = [choice.strip() + " " if choice.strip() else "" for choice in piece]
            elif before is not None:
                before[0] = before[0][:-1]
                tidy[index] = [" " + choice.strip() if choice.strip() else "" for choice in piece]
        else:
            tidy[index] = [_side(_side(choice, opens, left=True), closes, left=False) for choice in piece]
    return [piece for piece in tidy if piece != [""]]


def _side(choice: str, spaced: bool, *, left: bool) -> str:
    """A choice without the space that the neighbour already has."""
    if not spaced:
        return choice
    return choice.lstrip() if left else choice.rstrip()


def _pattern(piece: Sequence[str]) -> str:
    choices = sorted({_letters(choice) for choice in piece}, key=len, reverse=True)
    return choices[0] if len(choices) == 1 else "(?:" + "|".join(choices) + ")"


def _letters(choice: str) -> str:
    star = choice.endswith("*")
    text = re.escape(choice[:-1] if star else choice).replace("\\ ", " ").replace("'", "(?:'| )?")
    return text + ("[a-z0-9]*" if star else "")


def _anchors(pieces: Sequence[Sequence[str]]) -> list[list[str]]:
    """The two groups of words that are rarest: always there, few common words among their alternatives, longest at their shortest."""
    found: list[tuple[tuple[int, int], list[str]]] = []
    for group in _groups(pieces):
        if prod(len(piece) for piece in group) > _MOST_ANCHORS:
            continue
        choices = list(dict.fromkeys("".join(parts).strip() for parts in product(*group)))
        if all(choices):
            common = any(choice in _COMMON for choice in choices)
            found.append(((0 if common else 1, min(len(choice) for choice in choices)), choices))
    found.sort(key=lambda one: one[0], reverse=True)
    return [choices for _, choices in found[:2]]


def _groups(pieces: Sequence[Sequence[str]]) -> Iterator[list[Sequence[str]]]:
    """The pieces cut at the spaces that always stand between them."""
    group: list[Sequence[str]] = []
    for piece in pieces:
        if len(piece) > 1:
            if all(choice.startswith(" ") for choice in piece) and group:
                yield group
                group = []
            group.append(piece)
            if all(choice.endswith(" ") for choice in piece):
                yield group
                group = []
            continue
        parts = piece[0].split(" ")
        for number, part in enumerate(parts):
            if number and group:
                yield group
                group = []
            if part:
                group.append((part,))
    if group:
        yield group
