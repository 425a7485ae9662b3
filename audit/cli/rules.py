"""`rules`, `try` and `check-rules`: the rulebook shown, tried live and checked."""

from __future__ import annotations

from collections.abc import Iterator

from audit.model import CONTENT_KINDS, Document, Rule
from audit.pipeline import Engine
from audit.rules_check import check_rules, example_document, try_rule


def show_rules(engine: Engine, name: str) -> Iterator[str]:
    """The rules whose id is or starts with `name`, one paragraph each; nothing when there is none."""
    for rule in engine.rulebook.find(name) if name else engine.rulebook.rules.values():
        yield _paragraph(rule)


def _paragraph(rule: Rule) -> str:
    lines = [f"{rule.id}  [{rule.category}, {rule.severity}]  {rule.file}:{rule.line}"]
    for lang in ("fr", "en"):
        lines.append(f"  {lang}: {rule.title[lang]} — {rule.why[lang]} → {rule.advice[lang]}")
    for outcome, examples in (("flag", rule.examples.flag), ("review", rule.examples.review), ("pass", rule.examples.passes)):
        lines.extend(f"  {outcome}: {example}" for example in examples)
    return "\n".join(lines)


def try_rules(engine: Engine, name: str, text: str) -> Iterator[str]:
    """What the rules under `name` say of a text: outcome, words in [[marks]], cues."""
    for rule in engine.rulebook.find(name):
        document = Document(text, kind=rule.on[0]) if rule.on[0] in CONTENT_KINDS else example_document(text, rule)[0]
        for finding in try_rule(rule, document, engine):
            cues = "".join(f"  ({cue.name}: {cue.excerpt})" for cue in finding.cues)
            shown = f"{document.text[: finding.start]}[[{finding.excerpt}]]{document.text[finding.end :]}"
            yield f"{finding.outcome:9} {rule.id}  {shown}{cues}"


def faults(engine: Engine, name: str = "") -> list[str]:
    """Every fault of the examples, one line each."""
    return [str(fault) for fault in check_rules(engine, name)]
