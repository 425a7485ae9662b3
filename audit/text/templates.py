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
    """je tu il elle on nous vous ils elles j t m n s l d c le la les un une des du de au aux et est a ai as suis es sont pas plus ne que qui ce
    c'est ca mon ma mes ton ta tes son sa ses en y se me te trop tout tous bien avec pour dans sur par mais si quand comme the an i you he she
    it we they is are am was of to in at and my your his her this that be have has do so just all""".split()
)
_RUN = re.compile(r"[a-z0-9]+")
_OPTIONS = re2.Options()
_OPTIONS.log_errors = False
_OPTIONS.longest_match = True
_OPTIONS.max_mem = 64 << 20


class Compiled:
    """One template: its pattern, its `anchors` (folded words of which one must be there), and first words of a second such group."""

    def __init__(self, template: Template) -> None:
        groups = _anchors(template.pieces)
        self.anchors = groups[0] if groups else []
        self._others = frozenset().union(*map(_first_words, groups[1])) if len(groups) > 1 else None
        self._source = "(?:^|[^a-z0-9])(" + "".join(_pattern(piece) for piece in template.pieces) + ")(?:$|[^a-z0-9])"
        self._regex = None

    def may_stand(self, words_of_text: frozenset[str]) -> bool:
        """False when the second group has no word among those of the text, so that the pattern need not run."""
        return self._others is None or not self._others.isdisjoint(words_of_text)

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


def _first_words(anchor: str) -> set[str]:
    """What a text that holds the anchor has among its runs, with or without its apostrophe."""
    return set(_RUN.findall(anchor)[:1]) | set(_RUN.findall(anchor.replace("'", ""))[:1])


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


def _pattern(piece: Sequence[str]) -> str:
    choices = sorted({_letters(choice) for choice in piece}, key=len, reverse=True)
    return choices[0] if len(choices) == 1 else "(?:" + "|".join(choices) + ")"


def _letters(choice: str) -> str:
    star = choice.endswith("*")
    # An optional word may leave its space behind, at an end or doubled: a space is a space or the edge of a word.
    text = re.escape(choice[:-1] if star else choice).replace("\\ ", "(?: |\\b)").replace("'", "(?:'| )?")
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
    best = [choices for _, choices in found[:2]]
    # The second group is looked up by whole words: one that starts longer words or has no letter cannot serve.
    return best[:1] if len(best) > 1 and any(choice.endswith("*") or not _RUN.search(choice) for choice in best[1]) else best


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
