"""The areas of a report at one glance: a sign, a name, a state in words."""

from __future__ import annotations

from collections.abc import Iterable

from audit.render.nouns import AreaView
from audit.ui.safe import Html, join, tag

SIGNS = {"change_first": "!", "improve": "~", "nothing_found": "✓", "not_checked": "–"}


def overview(areas: Iterable[AreaView]) -> Html:
    """All areas with their state; never a grade."""
    return tag("ul", join(_row(area) for area in areas), class_="rf-areas")


def _row(area: AreaView) -> Html:
    return tag(
        "li",
        sign(area.state),
        tag("span", area.title, class_="rf-area-title"),
        tag("span", area.state_label, f" · {len(area.cards)}" if area.cards else None, class_="rf-area-state"),
        class_=f"rf-state-{area.state}",
    )


def sign(state: str) -> Html:
    """The sign of a state; the words beside it say the same."""
    return tag("span", SIGNS.get(state, "–"), class_=f"rf-sign rf-state-{state}", aria_hidden="true")
