"""Templates at work: each has anchors, words that must be there, and one RE2 pattern that runs only when all of them are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product
from math import prod

import re2

from audit.model import Template
from audit.text.rarity import commonness, rarest_word

_MOST_ANCHORS = 6_000
_WINDOW = 300  # folded characters searched on each side of an anchor in a long text
_WHOLE = 2_000  # shorter texts are searched whole
_RUN = re.compile(r"[a-z0-9]+")
_OPTIONS = re2.Options()
_OPTIONS.log_errors = False
_OPTIONS.longest_match = True
_OPTIONS.max_mem = 64 << 20


class Compiled:
    """One template: its pattern, its `anchors` (folded words of which one must be there), and the words that must be there beside them."""

    def __init__(self, template: Template) -> None:
        groups = _groups_by_rarity(template.pieces)
        self.anchors = groups[0] if groups else []
        self._others = tuple(map(_marks, filter(_is_of_whole_words, groups[1:])))
        self._source = "(?:^|[^a-z0-9])(" + "".join(_pattern(piece) for piece in template.pieces) + ")(?:$|[^a-z0-9])"
        self._regex = None

    def may_stand(self, words_of_text: frozenset[str]) -> bool:
        """False when one of its groups has no word among those of the text, so that the pattern need not run."""
        return not any(map(words_of_text.isdisjoint, self._others))

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
                found = match.group(1)
                yield at + match.start(1) + len(found) - len(found.lstrip()), at + match.start(1) + len(found.rstrip())
                at += max(match.end(1), 1)


def words(template: Template) -> set[str]:
    """Every whole word of the alternatives of a template."""
    return {word for piece in template.pieces for choice in piece for word in choice.replace("'", " ").split() if word.isalpha()}


def words_of(text: str) -> frozenset[str]:
    """The runs of letters and digits of a folded text."""
    return frozenset(_RUN.findall(text))


def _is_of_whole_words(choices: Sequence[str]) -> bool:
    """True when a text that holds one of the choices has its words among its own: none starts longer words or has no letter."""
    return not any("*" in choice or not _RUN.search(choice) for choice in choices)


def _marks(choices: Sequence[str]) -> frozenset[str]:
    """One word for each choice, the rarest that a text which holds the choice has among its runs, with or without its apostrophe."""
    found: set[str] = set()
    for choice in choices:
        if "'" in choice:
            found.update(_RUN.findall(choice)[:1], _RUN.findall(choice.replace("'", ""))[:1])
        else:
            found.add(rarest_word(choice))
    return frozenset(found)


def _windows(anchors: Sequence[int], length: int) -> Iterator[tuple[int, int]]:
    if length <= _WHOLE:
        yield 0, length
        return
    begin = stop = 0
    for anchor in sorted(set(anchors)):
        if anchor - _WINDOW > stop:
            if stop:
                yield begin, stop
            begin = anchor - _WINDOW
        stop = min(length, anchor + _WINDOW)
    if stop:
        yield begin, stop


def _pattern(piece: Sequence[str]) -> str:
    choices = sorted({_letters(choice) for choice in piece}, key=len, reverse=True)
    return choices[0] if len(choices) == 1 else "(?:" + "|".join(choices) + ")"


def _letters(choice: str) -> str:
    star = choice.endswith("*")
    # An optional word may leave its space behind, at an end or doubled: a space is a space or the edge of a word.
    text = re.escape(choice[:-1] if star else choice).replace("\\ ", "(?: |\\b)").replace("'", "(?:'| )?")
    return text + ("[a-z0-9]*" if star else "")


def _groups_by_rarity(pieces: Sequence[Sequence[str]]) -> list[list[str]]:
    """The groups of words of which one must always be there, the rarest group first."""
    found: list[list[str]] = []
    for group in _groups(pieces):
        if prod(len(piece) for piece in group) <= _MOST_ANCHORS:
            choices = list(dict.fromkeys("".join(parts).strip() for parts in product(*group)))
            if all(choice and "*" not in choice[:-1] for choice in choices):
                found.append(choices)
    return sorted(found, key=commonness)


def _groups(pieces: Sequence[Sequence[str]]) -> Iterator[list[Sequence[str]]]:
    """The pieces cut at the spaces that always stand between them."""
    group: list[Sequence[str]] = []
    for piece in pieces:
        if not group and all(choice in ("", " ") or choice.endswith(" ") for choice in piece):
            if "" not in piece:
                yield [piece]
            continue  # a word with its space, or nothing: what follows starts a word either way
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


def commonness_of(template: Template) -> float:
    """About how often its rarest group stands in an ordinary post (see `rarity`)."""
    groups = _groups_by_rarity(template.pieces)
    return commonness(groups[0]) if groups else 1.0
