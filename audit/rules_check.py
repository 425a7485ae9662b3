"""Checks the rulebook by its own examples: each rule must find its [[marks]], with the outcome it promises, and nothing in its passes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from audit.model import Document, Owner, Rule
from audit.pipeline import Engine
from audit.rulebook import unmark

# "Léa Moreau <instagram:lea>": whose address or handle the example is.
_OWNED = re.compile(r"^(?:(?P<first>\S+) (?P<last>[^<]+?) )?<(?:(?P<platform>[a-z]+):)?(?P<text>[^<>]*)>$")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with an example, and where its rule stands."""

    file: str
    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what}"


def check_rules(engine: Engine, name: str = "") -> Iterator[Fault]:
    """Every fault of the rules and cue lists whose id starts with `name` (all when empty)."""
    for rule in engine.rulebook.rules.values():
        if rule.id.startswith(name):
            yield from check_rule(rule, engine)
    for (lang, cue), _ in engine.rulebook.cues.items():
        if not name or f"context.{lang}.{cue}".startswith(name):
            yield from check_cues(lang, cue, engine)


def check_rule(rule: Rule, engine: Engine) -> Iterator[Fault]:
    """The faults of one rule's examples."""
    for outcome in ("flag", "review"):
        for example in getattr(rule.examples, outcome):
            document, marks = example_document(example, rule)
            found = try_rule(rule, document, engine)
            spans = {(finding.start, finding.end) for finding in found if finding.outcome == outcome}
            for start, end in marks:
                if (start, end) not in spans:
                    got = [
                        f"{finding.outcome} [[{finding.excerpt}]]" + "".join(f" ({cue.name}: {cue.excerpt})" for cue in finding.cues)
                        for finding in found
                    ]
                    want = f"{outcome} [[{document.text[start:end]}]]"
                    yield Fault(rule.file, rule.line, f"{rule.id}: {document.text!r}: wanted {want}, got {'; '.join(got) or 'nothing'}")
    for example in rule.examples.passes:
        document, _ = example_document(example, rule)
        for finding in try_rule(rule, document, engine):
            if finding.outcome != "set_aside":
                yield Fault(rule.file, rule.line, f"{rule.id}: {document.text!r} must pass, got {finding.outcome} [[{finding.excerpt}]]")


def check_cues(lang: str, name: str, engine: Engine) -> Iterator[Fault]:
    """The faults of one cue list's examples: each has one [[mark]], on which the list must fire or stay silent."""
    cues = engine.rulebook.cues[lang, name]
    for wanted, examples in ((True, cues.fires), (False, cues.silent)):
        for example in examples:
            text, marks = unmark(example)
            if len(marks) != 1:
                yield Fault(cues.file, cues.line, f"{name}: the example needs one [[mark]]: {text!r}")
                continue
            fired = engine.judge.cues_on(name, lang, marks[0], engine.reader.read(Document(text, lang=lang)))
            if bool(fired) is not wanted:
                yield Fault(
                    cues.file,
                    cues.line,
                    f"{name}: {example!r} must {'fire' if wanted else 'stay silent'}, got {[cue.excerpt for cue in fired]}",
                )


def try_rule(rule: Rule, document: Document, engine: Engine) -> list:
    """The findings of one rule on one document."""
    reading = engine.reader.read(document)
    matches = [match for match in engine.finders.find(reading).matches if match.rule == rule.id]
    return engine.judge.judge(matches, reading)


def example_document(example: str, rule: Rule) -> tuple[Document, tuple[tuple[int, int], ...]]:
    """The document of an example of this rule, and its marks."""
    kind = rule.on[0]
    lang = rule.lang if rule.lang != "any" else None
    if kind not in ("email", "handle"):
        text, marks = unmark(example)
        return Document(text, kind=kind, lang=lang), marks
    owned = _OWNED.match(example)
    if not owned:
        text, marks = unmark(example)
        return Document(text, kind=kind), marks
    text, marks = unmark(owned["text"])
    owner = Owner(owned["first"] or "", owned["last"] or "")
    return Document(text, kind=kind, platform=owned["platform"] or "", owner=owner), marks
