"""The regex finder: RE2 patterns, whose time grows with the text and never explodes; one pass tells which of them may hit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import re2

from audit.checks.hits import Hit
from audit.model import Rule
from audit.text import Folded, Reading
from audit.text.phrases import PhraseIndex
from audit.text.prefilter import Prefilter
from audit.text.required import EDGE, how_often, required

_OPTIONS = re2.Options()
_OPTIONS.log_errors = False
_SELDOM = 2.5  # a pattern waits for its literals when an ordinary text holds fewer of them than this
_FEW = 25  # other literals of which one must be there are looked for one by one, in two sets of so many at the most
_SETS = 2


class RegexFinder:
    """All rules that find by regex. Raises ValueError naming the rule when RE2 refuses a pattern."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        rules = [rule for rule in rules if rule.find.how == "regex"]
        raw = [rule for rule in rules if rule.find.raw]
        self._folded = _Patterns([rule for rule in rules if not rule.find.raw])
        self._raw = _Patterns(raw) if raw else None

    def find(self, reading: Reading) -> Iterator[Hit]:
        """Hits in original offsets; the group named `hit`, if there is one, is what is found."""
        for layer in reading.layers:
            yield from self._folded.find(layer, reading.document.kind)
        if self._raw:
            yield from self._raw.find(Folded(reading.text), reading.document.kind)


@dataclass(frozen=True, slots=True)
class _Pattern:
    """A pattern of a rule; `group` is the number of what it finds; it waits for one of `literals`, and needs one of each set `beside`."""

    rule: Rule
    regexp: re2._Regexp
    group: int
    literals: frozenset[str]
    beside: tuple[tuple[str, ...], ...]

    def may_hit(self, text: str) -> bool:
        """False when a text with one of its literals lacks what the pattern needs beside it."""
        for literals in self.beside:  # no generator: this is asked several times a text
            for literal in literals:
                if literal in text:
                    break
            else:
                return False
        return True


class _Patterns:
    """Patterns with their rules. One automaton over the literals that they need tells which of them may hit a text; those
    that need none, or only common ones, stand in an RE2 set, which is asked about every text."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._excepts: PhraseIndex[str] = PhraseIndex((phrase, rule.id) for rule in rules for phrase in rule.excepts)
        self._patterns = [_pattern(rule, pattern) for rule in rules for pattern in rule.find.patterns]
        self._always = [number for number, pattern in enumerate(self._patterns) if not pattern.literals]
        self._set = re2.Set.SearchSet(_OPTIONS)
        for number in self._always:
            self._set.Add(self._patterns[number].regexp.pattern)
        if self._always:
            self._set.Compile()
        self._prefilter = Prefilter([pattern.literals for pattern in self._patterns])

    def _may_hit(self, text: str) -> list[_Pattern]:
        """The patterns worth running, in order."""
        numbers = self._prefilter.numbers(text)
        if self._always:
            numbers.update(self._always[index] for index in self._set.Match(text) or ())
        return [pattern for pattern in map(self._patterns.__getitem__, sorted(numbers)) if pattern.may_hit(text)]

    def find(self, layer: Folded, kind: str) -> Iterator[Hit]:
        spared: list | None = None
        for pattern in self._may_hit(layer.text):
            rule = pattern.rule
            if kind not in rule.on:
                continue
            for match in pattern.regexp.finditer(layer.text):
                start, end = match.span(pattern.group)
                if spared is None:
                    spared = list(self._excepts.scan(layer.text))
                if start < end and not any(name == rule.id and first <= start and end <= last for name, first, last in spared):
                    yield Hit(rule, *layer.span(start, end))


def _pattern(rule: Rule, pattern: str) -> _Pattern:
    compiled = compile_pattern(pattern, rule.id)
    group = compiled.groupindex.get("hit", 0)  # by number: RE2 takes no name
    first, *others = required(pattern) or (frozenset(),)
    if not first or how_often(first) >= _SELDOM:
        return _Pattern(rule, compiled, group, frozenset(), ())
    few = [literals for literals in others if len(literals) <= _FEW][:_SETS]
    return _Pattern(rule, compiled, group, first, tuple(tuple(literal.strip(EDGE) for literal in literals) for literals in few))


def compile_pattern(pattern: str, rule_id: str):
    """The compiled pattern; ValueError says which rule when RE2 does not accept it (back-references, look-around)."""
    try:
        return re2.compile(pattern, _OPTIONS)
    except re2.error as error:
        raise ValueError(f"{rule_id}: RE2 refuses this pattern ({error}); it has no look-around and no back-references") from None
