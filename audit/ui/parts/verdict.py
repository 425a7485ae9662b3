"""An e-mail address or a handle: the verdict, better addresses, the way to move."""

from __future__ import annotations

from audit.render.nouns import VerdictView
from audit.ui.parts.words import folded
from audit.ui.safe import Html, join, tag
from audit.ui.state import t

_TONES = {"good": "good", "neutral": "low", "improve": "medium", "unsuitable": "high"}


def verdict(view: VerdictView, with_reasons: bool) -> Html:
    """The verdict; `with_reasons` when no card says them."""
    steps = join(tag("li", step) for step in view.moving_plan)
    return tag(
        "article",
        tag(
            "header",
            tag("p", view.text, class_="rf-address", dir="auto"),
            tag("p", tag("span", view.document_label, class_="rf-where"), tag("span", view.verdict_label, class_="rf-badge")),
        ),
        tag("ul", join(tag("li", tag("strong", r.title), " ", r.why) for r in view.reasons)) if with_reasons and view.reasons else None,
        suggestions(view.suggestions, view.kind),
        folded(t("ui.verdict.moving"), tag("ol", steps)) if view.moving_plan else None,
        class_=f"rf-card rf-verdict rf-tone-{_TONES.get(view.verdict, 'low')}",
    )


def suggestions(names: tuple[str, ...], kind: str) -> Html | None:
    """Better addresses or handles, built from the person's name; `kind` is email or handle."""
    if not names:
        return None
    return tag(
        "div",
        tag("p", t(f"ui.verdict.ideas.{kind}"), class_="rf-label"),
        tag("ul", join(tag("li", tag("code", name)) for name in names), class_="rf-ideas"),
        tag("p", t(f"ui.verdict.free.{kind}"), class_="rf-small"),
    )
