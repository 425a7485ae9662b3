"""The card of each network the person uses: what was found there, who may see it, clean-up, export, deletion; folded."""

from __future__ import annotations

from audit.render.nouns import PathView, PlatformView, View
from audit.ui.parts.words import folded, heading, labelled
from audit.ui.safe import Html, join, tag
from audit.ui.state import t


def platform_cards(view: View) -> Html | None:
    """A card for each network that the report names; None when there is none."""
    if not view.platforms:
        return None
    shown = join(_card(about) for about in view.platforms)
    return tag("section", heading(2, t("ui.links.cards")), tag("p", t("ui.links.cards.why"), class_="rf-small"), shown)


def _card(about: PlatformView) -> Html:
    title = t("links.card.title", platform=about.name)
    return folded(
        f"{title} · {t('ui.links.cards.found', n=len(about.found))}" if about.found else title,
        tag("p", tag("strong", t("ui.links.cards.here")), " ", ", ".join(about.found)) if about.found else None,
        join(_path(path) for path in about.paths),
        tag("dl", join(labelled(note.label, note.text, "rf-line") for note in about.notes)),
        tag("p", about.checked, class_="rf-small"),
        class_="rf-fold rf-platform",
    )


def _path(path: PathView) -> Html:
    """One way through the settings: the steps, the word to look for, how sure we are."""
    page = tag("a", t("ui.links.cards.open"), href=path.url, target="_blank", rel="noopener noreferrer") if path.url else None
    return tag(
        "div",
        tag("p", path.label, class_="rf-label"),
        tag("p", path.text, " " if page else None, page),
        tag("p", path.word, " · ", path.sure, class_="rf-small"),
        class_="rf-path",
    )
