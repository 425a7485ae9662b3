"""One thing to do, as the plan shows it."""

from __future__ import annotations

from audit.render.nouns import Action
from audit.ui.parts.verdict import suggestions
from audit.ui.parts.words import folded
from audit.ui.safe import Html, join, tag
from audit.ui.state import t


def action(item: Action, number: int | None = None) -> Html:
    """An action; the three of today carry a number."""
    places = item.places if len(item.places) > 1 else ()
    return tag(
        "article",
        tag("p", str(number), class_="rf-number", aria_hidden="true") if number else None,
        tag(
            "div",
            tag("h3", item.title),
            tag("p", item.advice),
            tag("p", tag("span", item.where, class_="rf-where"), _state(item), class_="rf-meta"),
            folded(t("ui.plan.where"), tag("ul", join(tag("li", place) for place in places))) if places else None,
            suggestions(item.suggestions, "handle" if item.kind == "handle" else "email"),
            folded(t("ui.verdict.moving"), tag("ol", join(tag("li", step) for step in item.moving_plan))) if item.moving_plan else None,
        ),
        class_=f"rf-action rf-is-{item.decision}" if item.decision else "rf-action",
    )


def _state(item: Action) -> Html | None:
    if item.decision:
        return tag("span", item.decision_label, class_="rf-badge")
    return tag("span", t("ui.plan.doubtful"), class_="rf-badge rf-tone-review") if item.doubtful else None
