"""The regex finder: RE2 patterns, whose time grows with the text and never explodes; one pass tells which of them may hit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import re2
from ahocorasick_rs import AhoCorasick

from audit.checks.hits import Hit
from audit.model import Rule
from audit.text import Folded, Reading
from audit.text.phrases import PhraseIndex
from audit.text.required import how_often, required

_OPTIONS = re2.Options()
_OPTIONS.log_errors = False
_SELDOM = 2.5  # a pattern waits for its literals when an ordinary text holds fewer of them than this


class RegexFinder:
    """All rules of one language that find by regex. Raises ValueError naming the rule when RE2 refuses a pattern."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        rules = [rule for rule in rules if rule.find.how == "regex"]
        self._folded = _Patterns([rule for rule in rules if not rule.find.raw])
        self._raw = _Patterns([rule for rule in rules if rule.find.raw])

    def find(self, reading: Reading) -> Iterator[Hit]:
        """Hits in original offsets; the group named `hit`, if there is one, is what is found."""
        for layer in reading.layers:
            yield from self._folded.find(layer, reading.document.kind)
        yield from self._raw.find(Folded(reading.text), reading.document.kind)


class _Patterns:
    """Patterns with their rules. One automaton over the literals that they need tells which of them may hit a text; those
    that need none, or only common ones, stand in an RE2 set, which is asked about every text."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._excepts: PhraseIndex[str] = PhraseIndex((phrase, rule.id) for rule in rules for phrase in rule.excepts)
        self._patterns: list[tuple[Rule, re2._Regexp, int]] = []
        self._always: list[int] = []
        self._set = re2.Set.SearchSet(_OPTIONS)
        needs: dict[str, list[int]] = defaultdict(list)
        for rule in rules:
            for pattern in rule.find.patterns:
                compiled = compile_pattern(pattern, rule.id)
                literals = required(pattern)
                if literals and how_often(literals) < _SELDOM:
                    for literal in literals:
                        needs[literal].append(len(self._patterns))
                else:
                    self._set.Add(pattern)
                    self._always.append(len(self._patterns))
                self._patterns.append((rule, compiled, compiled.groupindex.get("hit", 0)))  # by number: RE2 takes no name
        if self._always:
            self._set.Compile()
        self._needed_by = list(needs.values())
        self._literals = AhoCorasick(list(needs)) if needs else None

    def _may_hit(self, text: str) -> list[int]:
        """The numbers of the patterns worth running, in order."""
        numbers = {self._always[index] for index in self._set.Match(text) or ()} if self._always else set()
        if self._literals is not None:
            for index in {index for index, _, _ in self._literals.find_matches_as_indexes(text, overlapping=True)}:
                numbers.update(self._needed_by[index])
        return sorted(numbers)

    def find(self, layer: Folded, kind: str) -> Iterator[Hit]:
        if not self._patterns:
            return
        spared: list | None = None
        for number in self._may_hit(layer.text):
            rule, pattern, group = self._patterns[number]
            if kind not in rule.on:
                continue
            for match in pattern.finditer(layer.text):
                start, end = match.span(group)
                if spared is None:
                    spared = list(self._excepts.scan(layer.text))
                if start < end and not any(name == rule.id and first <= start and end <= last for name, first, last in spared):
                    yield Hit(rule, *layer.span(start, end))


def compile_pattern(pattern: str, rule_id: str):
    """The compiled pattern; ValueError says which rule when RE2 does not accept it (back-references, look-around)."""
    try:
        return re2.compile(pattern, _OPTIONS)
    except re2.error as error:
        raise ValueError(f"{rule_id}: RE2 refuses this pattern ({error}); it has no look-around and no back-references") from None
