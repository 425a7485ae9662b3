"""One finding as a card: the words in their sentence, what a recruiter may think, why it may be fine, what to do."""

from __future__ import annotations

from audit.render.nouns import Card
from audit.ui.parts.highlight import highlight
from audit.ui.parts.words import labelled
from audit.ui.safe import Html, join, tag
from audit.ui.state import t


def card(finding: Card) -> Html:
    """The card of a finding that is shown in an area."""
    tone = "review" if finding.outcome == "review" else finding.severity
    return tag(
        "article",
        _head(finding, finding.outcome_label if finding.outcome == "review" else finding.severity_label),
        _both_sides(finding) if finding.sides else highlight(finding.before, finding.words, finding.after),
        _lines(finding),
        class_=f"rf-card rf-tone-{tone}",
    )


def neutral_card(finding: Card) -> Html:
    """A card without blame or colour: what is private, and what only concerns help."""
    return tag(
        "article",
        _head(finding, finding.category_title),
        highlight(finding.before, finding.words, finding.after),
        tag(
            "dl",
            labelled(t("ui.card.good_to_know"), finding.why, "rf-line"),
            labelled(t("ui.card.you_can"), finding.advice, "rf-line rf-do"),
        ),
        class_="rf-card rf-tone-info",
    )


def spared_card(finding: Card) -> Html:
    """A card of what context spared, with the words that decided."""
    cues = (tag("li", cue.about, tag("q", cue.words) if cue.words else None) for cue in finding.cues)
    return tag(
        "article",
        _head(finding, finding.outcome_label),
        highlight(finding.before, finding.words, finding.after),
        tag("p", t("ui.card.spared_because"), class_="rf-small") if finding.cues else None,
        tag("ul", join(cues), class_="rf-cues") if finding.cues else None,
        class_="rf-card rf-tone-spared",
    )


def _head(finding: Card, label: str) -> Html:
    return tag(
        "header",
        tag("h4", finding.title),
        tag("p", tag("span", label, class_="rf-badge"), tag("span", finding.document_label, class_="rf-where")),
    )


def _both_sides(finding: Card) -> Html:
    """Two documents side by side, and a question: nobody is accused."""
    both = (tag("div", tag("dt", side.where), tag("dd", side.words, dir="auto"), class_="rf-line") for side in finding.sides)
    return join([tag("p", tag("strong", finding.question)), tag("dl", join(both), class_="rf-sides")])


def _lines(finding: Card) -> Html:
    doubts = (tag("li", cue.about, tag("q", cue.words) if cue.words else None) for cue in finding.cues)
    return join(
        [
            tag("ul", join(doubts), class_="rf-cues") if finding.cues else None,
            _written(finding) if finding.corrections else None,
            tag(
                "dl",
                labelled(t("ui.card.why"), finding.why, "rf-line"),
                labelled(t("ui.card.fine"), finding.why_fine, "rf-line"),
                labelled(t("ui.card.do"), finding.advice, "rf-line rf-do"),
                labelled(t("ui.card.instead"), finding.instead, "rf-line"),
            ),
        ]
    )


def _written(finding: Card) -> Html:
    """The words of a writing finding as they are and as they should be."""
    pairs = (tag("li", tag("code", pair)) for pair in finding.corrections)
    return tag("div", tag("p", t("identity.card.pairs"), class_="rf-label"), tag("ul", join(pairs), class_="rf-ideas"))
