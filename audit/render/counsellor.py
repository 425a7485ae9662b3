"""Page 2: what a counsellor needs to talk about the result; vous, no quotes, nothing private."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from audit.i18n import say
from audit.render.labels import spoken_date
from audit.render.nouns import AreaView, Card, CounsellorPage, Doubt, ReasonLine
from audit.render.public import checked_on, help_lines, rights
from audit.render.sides import both_places, printable

_EXCUSED = ("context", "mistake")


def counsellor_page(shown: Sequence[Card], areas: Sequence[AreaView], lang: str) -> CounsellorPage:
    """The page, from the cards that count; what the person excused is no longer asked about."""
    live = [card for card in shown if card.decision not in _EXCUSED]
    return CounsellorPage(
        reasons=tuple(_reasons([card for card in live if card.outcome == "flag" and card.decision != "discuss"], lang)),
        doubtful=tuple(_doubts([card for card in live if card.outcome == "review" or card.decision == "discuss"], lang)),
        not_checked=tuple(area.title for area in areas if area.state == "not_checked"),
        rights=rights(lang),
        help=help_lines(lang, "paper"),
        rights_date=spoken_date(date.fromisoformat(checked_on()), lang),
    )


def _reasons(cards: Sequence[Card], lang: str) -> list[ReasonLine]:
    return [ReasonLine(group[0].title, group[0].why, _where(group, lang), group[0].severity_label) for group in _by_title(cards)]


def _doubts(cards: Sequence[Card], lang: str) -> list[Doubt]:
    return [Doubt(group[0].title, _where(group, lang), group[0].why_fine, _ask(group[0], lang)) for group in _by_title(cards)]


def _ask(card: Card, lang: str) -> str:
    """What to ask the person: of a contradiction which side is right, of anything else what it meant."""
    return (printable(card) or say("identity.sides.which", lang)) if card.sides else say("print.ask", lang)


def _where(group: Sequence[Card], lang: str) -> str:
    return both_places(group[0]) or group[0].document_label if len(group) == 1 else say("places", lang, n=len(group))


def _by_title(cards: Sequence[Card]) -> list[list[Card]]:
    groups: dict[str, list[Card]] = {}
    for card in cards:
        groups.setdefault(card.title, []).append(card)
    return list(groups.values())
