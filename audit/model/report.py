"""A Report: the findings of one audit in order, what is good, and what could not be checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

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
