"""Plan facts: which findings one action settles, most urgent first; no sentence."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

from audit.model import Category, Document, Finding, Step, Verdict

_IDENTITY = {"email": "address", "handle": "handle"}


def steps(
    documents: Sequence[Document], findings: Sequence[Finding], verdicts: Sequence[Verdict], categories: Mapping[str, Category]
) -> list[Step]:
    """The steps of a plan, in the order of `findings` (most urgent first).

    All findings of a rule are one step; all findings of an address or a handle are one, since one change settles them.
    What never counts (private life, distress) gives no step. Findings set aside stand in their step, so that one
    brought back finds its place; whoever shows the plan leaves them out.
    """
    by_id = {document.id: document for document in documents}
    grouped: dict[tuple[str, str], list[Finding]] = {}
    for verdict in verdicts:
        if verdict.verdict == "unsuitable":
            grouped[_identity(verdict.document, verdict.kind)] = []
    order: dict[tuple[str, str], None] = {}
    for finding in findings:
        if categories[finding.category].counts:
            place = _place(finding, by_id)
            grouped.setdefault(place, []).append(finding)
            order.setdefault(place)
    silent = [place for place in grouped if place not in order]  # an unsuitable address that no rule explains comes first
    weak = [_identity(verdict.document, verdict.kind) for verdict in verdicts if verdict.verdict == "improve"]
    places = dict.fromkeys([*silent, *order, *weak])
    return [_step(kind, name, grouped.get((kind, name), [])) for kind, name in places]


def _place(finding: Finding, by_id: Mapping[str, Document]) -> tuple[str, str]:
    document = by_id.get(finding.document)
    if document is not None and document.kind in _IDENTITY:
        return _identity(document.id, document.kind)
    return "rule", finding.rule


def _identity(document: str, kind: str) -> tuple[str, str]:
    return _IDENTITY.get(kind, kind), document


def _step(kind: str, name: str, findings: Sequence[Finding]) -> Step:
    key = hashlib.sha256(f"step\n{kind}\n{name}".encode()).hexdigest()[:12]
    rule = name if kind == "rule" else (findings[0].rule if findings else "")
    keys = tuple(dict.fromkeys(finding.key for finding in findings))
    return Step(key, kind, rule, "" if kind == "rule" else name, keys)
