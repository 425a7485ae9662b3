"""THE STORY: documents are read once, rules find matches, context judges them into findings, the report orders them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from audit.checks import Finders, reader_of
from audit.checks.identity.extras import extras_of
from audit.context import Judge
from audit.model import CONTENT_KINDS, Document, Finding, Problem, Report, Verdict
from audit.report import build, merge
from audit.rulebook import Rulebook, load_rulebook
from audit.text import Reader, Reading, missing_model, other_language

MAX_CHARACTERS = 5_000_000


@dataclass(frozen=True, slots=True)
class Engine:
    """The rulebook and the rooms built on it; made once by `prepare`, then only read."""

    rulebook: Rulebook
    reader: Reader
    finders: Finders
    judge: Judge


@dataclass(frozen=True, slots=True)
class Audited:
    """One document, audited."""

    findings: tuple[Finding, ...]
    verdict: Verdict | None
    lang: str


@cache
def prepare(meaning: bool = True) -> Engine:
    """The engine on the rules of this checkout; raises RuleError when a rule file is faulty. `meaning=False` leaves the trained layer out."""
    rulebook = load_rulebook()
    finders = Finders(rulebook.rules, meaning)
    return Engine(rulebook, reader_of(rulebook, finders), finders, Judge(rulebook.rules, rulebook.cues))


def audit_document(document: Document, engine: Engine) -> Audited:
    """Read, find, judge: one document."""
    return audit_reading(engine.reader.read(document), engine)


def read_ahead(documents: Iterable[Document], engine: Engine) -> list[Reading]:
    """The readings of some documents, with what is cheaper to work out for many at once."""
    readings = [engine.reader.read(document) for document in documents]
    engine.finders.ahead(readings)
    return readings


def audit_reading(reading: Reading, engine: Engine) -> Audited:
    """Find and judge: one document that was read."""
    result = engine.finders.find(reading)
    findings = merge(engine.judge.judge(result.matches, reading))
    return Audited(tuple(findings), result.verdict, reading.lang)


def run_audit(documents: Iterable[Document], engine: Engine) -> Report:
    """A whole audit. A document that cannot be audited becomes a Problem; the others go on."""
    kept = [document for document in documents if document.by_self]
    findings: list[Finding] = []
    verdicts: list[Verdict] = []
    problems: list[Problem] = []
    languages: dict[str, str] = {}
    for document in kept:
        problems.extend(_limits(document))
    fine = [document for document in kept if len(document.text) <= MAX_CHARACTERS]
    readings = read_ahead(fine, engine)
    for reading in readings:
        document, audited = reading.document, audit_reading(reading, engine)
        findings.extend(audited.findings)
        languages[document.id] = audited.lang
        if audited.verdict:
            verdicts.append(audited.verdict)
    for reading, match in engine.finders.between(readings):
        findings.extend(engine.judge.judge([match], reading))
    if missing_model():
        problems.append(Problem("no_french_model"))
    extras = extras_of(fine, findings, verdicts)
    return build(kept, findings, verdicts, problems, languages, engine.rulebook.categories, extras)


def _limits(document: Document) -> list[Problem]:
    """What the person should know about a document before reading its findings."""
    if not document.text.strip():
        return [Problem("empty", document.id)]
    if len(document.text) > MAX_CHARACTERS:
        return [Problem("too_long", document.id)]
    if document.kind in CONTENT_KINDS and other_language(document.text):
        return [Problem("other_language", document.id)]
    return []
