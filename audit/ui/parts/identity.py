"""Who a recruiter thinks you are: first screens, one handle in two places, what to add, links to search oneself."""

from __future__ import annotations

from collections.abc import Sequence

from audit.render.nouns import IdentityView, LinkView
from audit.ui.parts.words import folded, heading, items
from audit.ui.safe import Html, join, tag
from audit.ui.state import t


def joined(view: IdentityView) -> Html | None:
    """The same handle on a private account and on what a recruiter gets: told in neutral colours, the person chooses."""
    if not view.joined:
        return None
    return tag(
        "section", heading(2, t("identity.joined.title")), items(view.joined), tag("p", t("identity.joined.why")), class_="rf-private"
    )


def screens(view: IdentityView) -> Html | None:
    """The first screen of each profile, from top to bottom."""
    if not view.screens:
        return None
    each = (
        join(
            [
                tag("h3", one.title),
                tag("p", one.who, class_="rf-small") if one.who else None,
                tag("ol", join(tag("li", x) for x in one.lines)),
            ]
        )
        for one in view.screens
    )
    return folded(t("identity.screen.title"), tag("p", t("identity.screen.lead")), join(each))


def to_add(view: IdentityView) -> Html | None:
    """What is there already comes first; then what is missing, and a model."""
    if not view.missing and not view.models:
        return None
    return tag(
        "section",
        heading(2, t("identity.add.title")),
        _listed(t("identity.add.there"), view.there, "rf-yes"),
        _listed(t("identity.add.missing"), view.missing),
        _listed(t("identity.add.models"), view.models),
        tag("p", t("identity.add.models_note"), class_="rf-small") if view.models else None,
    )


def search_kit(view: IdentityView) -> Html | None:
    """Links that the person opens; nothing is fetched here."""
    if not view.searches and not view.removal:
        return None
    return folded(
        t("identity.kit.title"),
        tag("p", t("identity.kit.lead")),
        join(join([tag("p", group.title, class_="rf-label"), _links(group.links)]) for group in view.searches),
        _listed(t("identity.kit.look"), view.look),
        _listed(t("identity.kit.homonyms"), view.homonyms),
        join([tag("p", t("identity.kit.removal"), class_="rf-label"), _links(view.removal)]) if view.removal else None,
    )


def _listed(title: str, lines: Sequence[str], class_: str | None = None) -> Html | None:
    return join([tag("p", title, class_="rf-label"), items(lines, class_)]) if lines else None


def _links(links: Sequence[LinkView]) -> Html:
    """The page that opens learns neither where the person comes from nor how to come back to this one."""
    return tag("ul", join(tag("li", tag("a", one.label, href=one.url, target="_blank", rel="noopener noreferrer")) for one in links))
