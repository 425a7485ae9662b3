"""One finding for one thing: findings of the same category on the same words become the one that says most."""

from __future__ import annotations

from collections.abc import Iterable

from audit.model import OUTCOMES, SEVERITIES, Finding


def merge(findings: Iterable[Finding]) -> list[Finding]:
    """The findings in text order, without those that another of the same category covers or overlaps.

    What context set aside stays, unless another rule of its category found a fault on the same words.
    """
    kept: list[Finding] = []
    for finding in sorted(findings, key=_weight):
        if not any(_same_thing(finding, other) for other in kept):
            kept.append(finding)
    return sorted(kept, key=lambda finding: (finding.start, finding.end, finding.category))


def _weight(finding: Finding) -> tuple[int, int, int, str]:
    return OUTCOMES.index(finding.outcome), SEVERITIES.index(finding.severity), finding.start - finding.end, finding.rule


def _same_thing(one: Finding, other: Finding) -> bool:
    return one.category == other.category and one.document == other.document and one.start < other.end and other.start < one.end
