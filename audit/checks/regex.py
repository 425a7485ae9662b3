"""The regex finder: RE2 patterns, whose time grows with the text and never explodes; one pass tells which of them may hit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import re2

from audit.checks.hits import Hit
from audit.model import Rule
from audit.text import Folded, Reading
from audit.text.phrases import PhraseIndex

_OPTIONS = re2.Options()
_OPTIONS.log_errors = False


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
    """Patterns with their rules, and the RE2 set that says in one pass which ones are worth running."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._excepts: PhraseIndex[str] = PhraseIndex((phrase, rule.id) for rule in rules for phrase in rule.excepts)
        self._set = re2.Set.SearchSet(_OPTIONS)
        self._patterns: list[tuple[Rule, re2._Regexp, int]] = []
        for rule in rules:
            for pattern in rule.find.patterns:
                compiled = compile_pattern(pattern, rule.id)
                self._set.Add(pattern)
                self._patterns.append((rule, compiled, compiled.groupindex.get("hit", 0)))  # by number: RE2 takes no name
        if self._patterns:
            self._set.Compile()

    def find(self, layer: Folded, kind: str) -> Iterator[Hit]:
        if not self._patterns:
            return
        numbers = sorted(self._set.Match(layer.text) or ())
        spared = list(self._excepts.scan(layer.text)) if numbers else []
        for number in numbers:
            rule, pattern, group = self._patterns[number]
            if kind not in rule.on:
                continue
            for match in pattern.finditer(layer.text):
                inside = any(name == rule.id and start <= match.start(group) and match.end(group) <= end for name, start, end in spared)
                if match.start(group) < match.end(group) and not inside:
                    yield Hit(rule, *layer.span(match.start(group), match.end(group)))


def compile_pattern(pattern: str, rule_id: str):
    """The compiled pattern; ValueError says which rule when RE2 does not accept it (back-references, look-around)."""
    try:
        return re2.compile(pattern, _OPTIONS)
    except re2.error as error:
        raise ValueError(f"{rule_id}: RE2 refuses this pattern ({error}); it has no look-around and no back-references") from None
