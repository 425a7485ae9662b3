"""The only place that makes sentences: a Report becomes a View, which pages, papers and tables show as it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from audit.i18n import has, say
from audit.model import Category, CueList, Finding, Owner, Problem, Report, Rule, Strength, Verdict
from audit.render.cards import Cards, NoReview
from audit.render.counsellor import counsellor_page
from audit.render.identity import identity_view
from audit.render.labels import spoken_date, spoken_problem
from audit.render.nouns import (
    Action,
    AreaView,
    Card,
    CounsellorPage,
    CueView,
    Doubt,
    HelpLine,
    Legend,
    Plan,
    Reason,
    ReasonLine,
    Right,
    VerdictView,
    View,
)
from audit.render.plan import make_plan, moving_plan
from audit.render.platforms import platform_views
from audit.render.public import help_lines

__all__ = [
    "Action",
    "AreaView",
    "Card",
    "CounsellorPage",
    "CueView",
    "Doubt",
    "HelpLine",
    "Legend",
    "Plan",
    "Reason",
    "ReasonLine",
    "Right",
    "VerdictView",
    "View",
    "make_view",
]

_NEVER_COUNTED_AREAS = ("privacy", "help")
_AREA_OF = {"email": "address", "handle": "handles"}
_EXCUSED = ("context", "mistake")
_LEGEND = ("change_first", "improve", "nothing_found", "not_checked", "review", "set_aside")

STRENGTHS = 5  # good things said first: enough to be glad, few enough to be read


def make_view(
    report: Report,
    lang: str,
    rules: Mapping[str, Rule],
    categories: Mapping[str, Category],
    *,
    cues: Mapping[tuple[str, str], CueList] | None = None,
    review=None,
    owner: Owner | None = None,
    today: date | None = None,
    card: Callable[[str, str], Any] | None = None,
) -> View:
    """The report in words.

    `lang` is fr or en; `rules`, `categories` and `cues` are those of the rulebook (without `cues`, why a finding was set
    aside is said in general words). `review` is a `Review` of the report room; `owner` gives the first name, else the
    documents do; `today` is the date to print; `card(platform, lang)` is that of the links room (None: no settings). A finding of a category this version does not know becomes a note.
    """
    known = [finding for finding in report.findings if finding.category in categories]
    cards = Cards(report, lang, rules, categories, cues or {}, review or NoReview())
    made = [(finding, cards.card(finding)) for finding in known]
    counted = [card for _, card in made if categories[card.category].counts]
    shown = [card for card in counted if card.outcome != "set_aside"]
    private = [card for _, card in made if not categories[card.category].counts and card.outcome != "set_aside"]
    distress = tuple(card for card in private if card.severity == "support")
    areas = _areas(report, shown, lang, categories)
    identity = identity_view(report.extras, shown, lang)
    return View(
        lang=lang,
        first_name=_first_name(report, owner),
        date=spoken_date(today or date.today(), lang),
        strengths=_strengths(report, identity.there, lang),
        areas=areas,
        plan=make_plan(report, cards, shown),
        help=help_lines(lang) if distress else (),
        help_cards=distress,
        sensitive=tuple(card for card in private if card.severity != "support"),
        sensitive_note=say("sensitive_note", lang),
        set_aside=tuple(card for _, card in made if card.outcome == "set_aside"),
        notes=_notes(report, known, cards),
        verdicts=tuple(_verdict(verdict, report, made, cards) for verdict in report.verdicts),
        counsellor=counsellor_page(shown, areas, lang),
        legend=tuple(Legend(say(f"legend.{word}", lang), say(f"legend.{word}.meaning", lang)) for word in _LEGEND),
        identity=identity,
        platforms=platform_views(report, shown, lang, card),
    )


def _first_name(report: Report, owner: Owner | None) -> str:
    owners = [owner] if owner else [document.owner for document in report.documents]
    return next((one.first_name for one in owners if one.first_name), "")


def _strengths(report: Report, there: Sequence[str], lang: str) -> tuple[str, ...]:
    """At least two, since something good is always said first: what was found clean, then `there`, what CV and profiles already show."""
    named = [strength for strength in report.strengths if strength.code != "took_the_step" and has(f"strength.{strength.code}", lang)]
    twice = {say(f"identity.good.{one.code.removeprefix('good_')}", lang) for one in named if one.code in ("good_email", "good_handle")}
    said = [*(_strength(strength, lang) for strength in named), *(line for line in there if line not in twice)][:STRENGTHS]
    more = [say("strength.can_change", lang), say("strength.took_the_step", lang)]
    return tuple(dict.fromkeys(said + more[: max(0, 2 - len(said))]))


def _strength(strength: Strength, lang: str) -> str:
    """Its facts are counts; a loaded report may lack one, or hold anything."""
    counts = {name: value for name in ("n", "of") if isinstance(value := strength.facts.get(name, 0), int)}
    return say(f"strength.{strength.code}", lang, **{"n": 0, "of": 0, **counts})


def _areas(report: Report, shown: Sequence[Card], lang: str, categories: Mapping[str, Category]) -> tuple[AreaView, ...]:
    areas = []
    for area in report.areas:
        if area.id in _NEVER_COUNTED_AREAS or not has(f"area.{area.id}", lang):
            continue
        cards = tuple(card for card in shown if categories[card.category].area == area.id)
        state = _state(area.state, cards, [verdict.verdict for verdict in report.verdicts if _AREA_OF[verdict.kind] == area.id])
        done = sum(card.decision == "done" for card in cards)
        areas.append(
            AreaView(
                id=area.id,
                title=say(f"area.{area.id}", lang),
                state=state,
                state_label=say(f"state.{state}", lang),
                cards=cards,
                progress=say("progress", lang, done=done, total=len(cards)) if done else "",
            )
        )
    return tuple(areas)


def _state(state: str, cards: Sequence[Card], verdicts: Sequence[str]) -> str:
    """The area's state once the review is laid over it: what was excused no longer weighs, what came back does."""
    live = [card for card in cards if card.decision not in _EXCUSED]
    if any(card.outcome == "flag" and card.severity in ("high", "medium") for card in live):
        return "change_first"
    if cards and not live:
        return "nothing_found"
    if "unsuitable" in verdicts:
        return "change_first"
    return "improve" if live or "improve" in verdicts else state


def _notes(report: Report, known: Sequence[Finding], cards: Cards) -> tuple[str, ...]:
    problems = list(report.problems)
    if len(known) < len(report.findings):
        problems.append(Problem("older_rules"))
    return tuple(dict.fromkeys(spoken_problem(problem, cards.labels, cards.lang) for problem in problems))


def _verdict(verdict: Verdict, report: Report, made: Sequence[tuple[Finding, Card]], cards: Cards) -> VerdictView:
    document = cards.documents.get(verdict.document)
    return VerdictView(
        document=verdict.document,
        document_label=cards.labels.get(verdict.document, ""),
        text=document.text if document else "",
        kind=verdict.kind,
        verdict=verdict.verdict,
        verdict_label=say(f"verdict.{verdict.kind}.{verdict.verdict}", cards.lang),
        reasons=tuple(reason for code in verdict.reasons if (reason := _reason(code, verdict, made, cards))),
        suggestions=verdict.suggestions,
        moving_plan=moving_plan(report, verdict, cards.lang),
    )


def _reason(code: str, verdict: Verdict, made: Sequence[tuple[Finding, Card]], cards: Cards) -> Reason | None:
    """A reason in the words of its rule: the finding's own, else the rule for this kind that names the code."""
    candidates = [finding.rule for finding, _ in made if finding.document == verdict.document] + list(cards.rules)
    for name in candidates:
        rule = cards.rules.get(name)
        if rule and rule.find.how == "check" and rule.find.options.get("reason") == code and verdict.kind in rule.on:
            return Reason(code, rule.title[cards.lang], rule.why[cards.lang], rule.advice[cards.lang])
    return None
