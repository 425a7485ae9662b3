"""A Report: the findings of one audit in order, what is good, and what could not be checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields

from audit.model.document import Document
from audit.model.finding import Finding
from audit.model.problem import Problem

SCHEMA = 1


@dataclass(frozen=True, slots=True)
class Verdict:
    """What an e-mail address or a handle is worth for an application.

    `verdict` is good, improve, unsuitable (addresses) or good, neutral, unsuitable (handles); `reasons` are codes, the main one first.
    """

    document: str
    kind: str
    verdict: str
    reasons: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Strength:
    """Something that is already good: `code` names a sentence, `facts` fill it."""

    code: str
    facts: Mapping[str, object] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class Step:
    """Findings that one action settles: all those of a rule, or all those of one address or handle.

    `kind` is rule, address or handle; `findings` are keys, most urgent first. An address may need a step without a finding.
    """

    key: str
    kind: str
    rule: str = ""
    document: str = ""
    findings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Area:
    """One area of the report: `state` is change_first, improve, nothing_found or not_checked."""

    id: str
    state: str
    findings: tuple[str, ...] = ()  # keys of its findings, most urgent first


@dataclass(frozen=True, slots=True)
class Report:
    """The result of an audit; it holds the documents, so that findings can be shown in their sentence."""

    documents: tuple[Document, ...] = field(default=(), repr=False)
    findings: tuple[Finding, ...] = field(default=(), repr=False)
    verdicts: tuple[Verdict, ...] = ()
    strengths: tuple[Strength, ...] = ()
    areas: tuple[Area, ...] = ()
    problems: tuple[Problem, ...] = ()
    languages: Mapping[str, str] = field(default_factory=dict)  # document id -> fr, en, unknown
    steps: tuple[Step, ...] = ()  # the checklist, most urgent first
    extras: Mapping[str, object] = field(default_factory=dict, repr=False)  # plain values, see audit/checks/identity/extras.py

    def to_dict(self) -> dict:
        """The report as plain JSON values; it holds the person's texts, so that it can be loaded back."""
        return {
            "schema": SCHEMA,
            "documents": [_document(document) for document in self.documents],
            "findings": [_finding(finding) for finding in self.findings],
            "verdicts": [_record(verdict) for verdict in self.verdicts],
            "strengths": [{"code": strength.code, "facts": dict(strength.facts)} for strength in self.strengths],
            "areas": [_record(area) for area in self.areas],
            "steps": [_record(step) for step in self.steps],
            "problems": [problem.to_dict() for problem in self.problems],
            "languages": dict(self.languages),
            "extras": dict(self.extras),
        }


def _document(document: Document) -> dict:
    owner = {"first_name": document.owner.first_name, "last_name": document.owner.last_name}
    return {**{part.name: getattr(document, part.name) for part in fields(document) if part.name != "owner"}, "owner": owner}


def _finding(finding: Finding) -> dict:
    return {**finding.to_dict(), "document": finding.document, "facts": dict(finding.facts), "key": finding.key}


def _record(noun: Verdict | Area | Step) -> dict:
    values = {part.name: getattr(noun, part.name) for part in fields(noun)}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}
