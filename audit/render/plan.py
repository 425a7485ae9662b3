"""The plan: three actions for today, then the rest; an address comes with suggestions and a moving plan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from audit.i18n import has, say
from audit.model import SEVERITIES, Report, Step, Verdict
from audit.render.cards import Cards
from audit.render.identity import records
from audit.render.nouns import Action, Card, Plan
from audit.render.sides import both_places, printable

TODAY = 3
_SPARED = ("keep", "context", "mistake")


def make_plan(report: Report, cards: Cards, shown: Sequence[Card]) -> Plan:
    """The actions of the steps that still hold a shown card, or a verdict; `shown` are the cards that count."""
    by_key: dict[str, list[Card]] = {}
    for card in shown:
        by_key.setdefault(card.key, []).append(card)
    verdicts = {verdict.document: verdict for verdict in report.verdicts}
    open_, kept = [], []
    for step in report.steps:
        held = [card for key in step.findings for card in by_key.get(key, ()) if _belongs(card, step)]
        verdict = verdicts.get(step.document) if step.kind != "rule" else None
        if not held and not (verdict and verdict.verdict in ("improve", "unsuitable")):
            continue
        action = _action(step, held, verdict, cards, moving_plan(report, verdict, cards.lang) if verdict else ())
        (kept if action.decision in _SPARED else open_).append(action)
    firm = [action for action in open_ if not action.doubtful]
    today = (firm + [action for action in open_ if action.doubtful])[:TODAY]
    return Plan(tuple(today), tuple([action for action in open_ if action not in today] + kept))


def moving_plan(report: Report, verdict: Verdict, lang: str) -> tuple[str, ...]:
    """How to change address without losing a message, with the minutes it takes; empty when the address is good or no address."""
    plans = report.extras.get("moving")
    if not isinstance(plans, Mapping) or verdict.kind != "email" or verdict.verdict == "good":
        return ()
    return tuple(_step(step, lang) for step in records(plans.get(verdict.document)) if has(f"identity.moving.{step.get('code')}", lang))


def _step(step: Mapping[str, object], lang: str) -> str:
    said = say(f"identity.moving.{step['code']}", lang)
    minutes = step.get("minutes")
    return say("identity.moving_step", lang, step=said, minutes=minutes) if type(minutes) is int and 0 < minutes < 1000 else said


def _belongs(card: Card, step: Step) -> bool:
    return card.rule == step.rule if step.kind == "rule" else card.document == step.document


def _action(step: Step, held: Sequence[Card], verdict: Verdict | None, cards: Cards, moving: tuple[str, ...]) -> Action:
    lang = cards.lang
    live = [card for card in held if card.decision not in _SPARED] or list(held)
    places = tuple(dict.fromkeys(card.document_label for card in live if card.document_label))
    lead = live[0] if live else None
    severity = min((card.severity for card in live), key=SEVERITIES.index, default="medium")
    decision = cards.review.decision(step.key) or _shared([card.decision for card in held])
    if step.kind == "rule":
        title, advice = lead.title, _asked(live, lead.advice)
        where = both_places(lead) or places[0] if len(live) == 1 and places else say("places", lang, n=len(live))
    else:
        title = say(f"action.{step.kind}", lang)
        advice = say(f"action.{verdict.kind}_advice.{verdict.verdict}", lang) if verdict else lead.advice
        where = cards.labels.get(step.document, "")
    return Action(
        key=step.key,
        kind=step.kind,
        area=cards.categories[lead.category].area if lead else {"handle": "handles"}.get(step.kind, step.kind),
        title=title,
        advice=advice,
        where=where,
        severity=severity,
        severity_label=say(f"severity.{severity}", lang),
        keys=step.findings,
        places=places,
        decision=decision,
        decision_label=cards.decision_label(decision),
        doubtful=bool(live) and all(card.outcome == "review" for card in live) and verdict is None,
        suggestions=verdict.suggestions if verdict else (),
        moving_plan=moving,
        words=tuple(dict.fromkeys(_words(card, lang) for card in live)),
    )


def _asked(live: Sequence[Card], advice: str) -> str:
    """The advice after the one question it answers ("2021 ici, 2022 là : lequel est juste ?"), when that holds numbers only: no quote."""
    question = printable(live[0]) if len(live) == 1 else ""
    return f"{question} {advice}" if question else advice


def _words(card: Card, lang: str) -> str:
    """What a quote shows of a finding; of a contradiction, both sides with their place: one side alone asks nothing."""
    return " · ".join(say("identity.screen.line", lang, what=side.where, text=side.words) for side in card.sides) or card.words


def _shared(decisions: Sequence[str]) -> str:
    """The decision all findings of an action share, or ""; what was brought back is still to be decided."""
    one = set(decisions)
    return one.pop() if len(one) == 1 and "bring_back" not in one else ""
