"""From findings to a Report: areas with their state, the order of things, what is already good."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from audit.model import CONTENT_KINDS, Area, Category, Document, Finding, Problem, Report, Verdict
from audit.report.checklist import steps
from audit.report.priority import priority
from audit.report.strengths import strengths

AREAS = ("content", "address", "handles", "personal_data", "writing", "consistency", "privacy", "help")
_AREA_OF = {"email": "address", "handle": "handles"}
# What an area needs to have been given before "nothing found" can be said of it.
_NEEDS = {
    "content": CONTENT_KINDS,
    "address": ("email",),
    "handles": ("handle",),
    "personal_data": CONTENT_KINDS,
    "writing": ("bio", "cv"),
    "consistency": ("cv",),
    "privacy": CONTENT_KINDS,
    "help": CONTENT_KINDS,
}


def build(
    documents: Sequence[Document],
    findings: Sequence[Finding],
    verdicts: Sequence[Verdict],
    problems: Sequence[Problem],
    languages: Mapping[str, str],
    categories: Mapping[str, Category],
    extras: Mapping[str, object] | None = None,
) -> Report:
    """The report of one audit; findings come most urgent first. `extras` are plain values, kept as they are."""
    by_id = {document.id: document for document in documents}
    ordered = sorted(findings, key=lambda finding: (-priority(finding, by_id.get(finding.document)), finding.document, finding.start))
    checked = [
        document
        for document in documents
        if document.kind not in CONTENT_KINDS or languages.get(document.id) != "unknown" or _found(document, findings)
    ]
    return Report(
        documents=tuple(documents),
        findings=tuple(ordered),
        verdicts=tuple(verdicts),
        strengths=tuple(strengths(checked, ordered, verdicts, categories)),
        areas=tuple(_area(area, checked, ordered, verdicts, categories) for area in AREAS),
        problems=tuple(problems),
        languages=dict(languages),
        steps=tuple(steps(documents, ordered, verdicts, categories)),
        extras=dict(extras or {}),
    )


def _found(document: Document, findings: Sequence[Finding]) -> bool:
    return any(finding.document == document.id for finding in findings)


def _area(
    area: str, checked: Sequence[Document], findings: Sequence[Finding], verdicts: Sequence[Verdict], categories: Mapping[str, Category]
) -> Area:
    """Not checked is never green, and neither is a verdict that asks for a change, even when no finding explains it."""
    worth = {verdict.verdict for verdict in verdicts if _AREA_OF.get(verdict.kind) == area}
    here = [finding for finding in findings if categories[finding.category].area == area and finding.outcome != "set_aside"]
    if "unsuitable" in worth or any(
        finding.severity in ("high", "medium") and finding.outcome == "flag" and categories[finding.category].counts for finding in here
    ):
        state = "change_first"
    elif here or "improve" in worth:
        state = "improve"
    elif any(document.kind in _NEEDS[area] and document.text.strip() for document in checked):
        state = "nothing_found"
    else:
        state = "not_checked"
    return Area(area, state, tuple(finding.key for finding in here))
