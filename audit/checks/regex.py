"""The regex finder: RE2 patterns, whose time grows with the text and never explodes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import re2

from audit.checks.hits import Hit
from audit.model import Rule
from audit.text import Folded, Reading

_OPTIONS = re2.Options()
_OPTIONS.log_errors = False
_OPTIONS.never_nl = False


class RegexFinder:
    """All rules of one language that find by regex. Raises ValueError naming the rule when RE2 refuses a pattern."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules: list[tuple[Rule, list[re2._Regexp]]] = []
        for rule in rules:
            if rule.find.how == "regex":
                self._rules.append((rule, [compile_pattern(pattern, rule.id) for pattern in rule.find.patterns]))

    def find(self, reading: Reading) -> Iterator[Hit]:
        """Hits in original offsets; the group named `hit`, if there is one, is what is found."""
        for rule, patterns in self._rules:
            if reading.document.kind not in rule.on:
                continue
            layers = (Folded(reading.text),) if rule.find.raw else reading.layers
            for layer in layers:
                for pattern in patterns:
                    group = "hit" if "hit" in pattern.groupindex else 0
                    for match in pattern.finditer(layer.text):
                        if match.start(group) < match.end(group):
                            yield Hit(rule, *layer.span(match.start(group), match.end(group)))


def compile_pattern(pattern: str, rule_id: str):
    """The compiled pattern; ValueError says which rule when RE2 does not accept it (back-references, look-around)."""
    try:
        return re2.compile(pattern, _OPTIONS)
    except re2.error as error:
        raise ValueError(f"{rule_id}: RE2 refuses this pattern ({error}); it has no look-around and no back-references") from None
