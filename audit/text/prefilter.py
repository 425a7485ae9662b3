"""Which of many patterns may hit a text, told in one pass: an automaton over the literals that they wait for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence

from ahocorasick_rs import AhoCorasick

from audit.text.required import EDGE, required

_IN_WORDS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_")  # what both RE2 and `re` count as a word's


class Prefilter:
    """Patterns, each with the literals that it waits for (see `required`); one that waits for none is not asked about here."""

    def __init__(self, awaited: Sequence[Collection[str]]) -> None:
        waiting: dict[str, list[tuple[bool, bool, int]]] = defaultdict(list)
        for number, literals in enumerate(awaited):
            for literal in literals:
                bare = literal.strip(EDGE)
                begins = literal[0] == EDGE and bare[0] in _IN_WORDS
                ends = literal[-1] == EDGE and bare[-1] in _IN_WORDS
                waiting[bare].append((begins, ends, number))
        self._waiting = list(waiting.values())
        self._automaton = AhoCorasick(list(waiting)) if waiting else None

    def numbers(self, text: str) -> set[int]:
        """The numbers of the patterns of which a literal stands in a text; where it has an EDGE, a word begins or ends."""
        found: set[int] = set()
        if self._automaton is None:
            return found
        for index, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            at_begin = start == 0 or text[start - 1] not in _IN_WORDS
            at_end = end == len(text) or text[end] not in _IN_WORDS
            for begins, ends, number in self._waiting[index]:
                if (at_begin or not begins) and (at_end or not ends):
                    found.add(number)
        return found


class Gate:
    """Tells in one pass over a text whether one of some patterns may hit it; True when nothing certain can be said."""

    def __init__(self, *patterns: str) -> None:
        needs = [required(pattern) for pattern in patterns]
        self._prefilter = Prefilter([sets[0] for sets in needs]) if all(needs) else None

    def opens(self, text: str) -> bool:
        """False when none of the patterns can hit the text."""
        return self._prefilter is None or bool(self._prefilter.numbers(text))
