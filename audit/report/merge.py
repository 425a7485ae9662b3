"""One finding for one thing: findings of the same category on the same words become the one that says most."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable

from audit.model import OUTCOMES, SEVERITIES, Finding


def merge(findings: Iterable[Finding]) -> list[Finding]:
    """The findings in text order, without those that another of the same category covers or overlaps.

    What context set aside stays, unless another rule of its category found a fault on the same words.
    """
    kept: list[Finding] = []
    taken: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)  # sorted; no two of one category overlap
    for finding in sorted(findings, key=_weight):
        spans = taken[finding.category, finding.document]
        place = bisect_left(spans, (finding.start, finding.end))
        beside = spans[max(0, place - 1) : place + 1]
        if not any(finding.start < end and start < finding.end for start, end in beside):
            spans.insert(place, (finding.start, finding.end))
            kept.append(finding)
    return sorted(kept, key=lambda finding: (finding.start, finding.end, finding.category))


def _weight(finding: Finding) -> tuple[int, int, int, str]:
    return OUTCOMES.index(finding.outcome), SEVERITIES.index(finding.severity), finding.start - finding.end, finding.rule
