"""The card of each network the person uses: who may see them, clean-up in bulk, export, deletion; folded."""

from __future__ import annotations

from collections.abc import Sequence

from audit.sources.links import Card, Path, card
from audit.ui import links, state
from audit.ui.parts.words import folded, heading, labelled
from audit.ui.safe import Html, join, tag
from audit.ui.state import t

_PATHS = ("private", "bulk", "export", "delete")
_NOBODY = ("", "other", "website")


def platform_cards() -> Html | None:
    """A card for each network that the report or the links name; None when there is none."""
    given = used()
    if not given:
        return None
    shown = join(_card(card(platform, state.lang())) for platform in given)
    return tag("section", heading(2, t("ui.links.cards")), tag("p", t("ui.links.cards.why"), class_="rf-small"), shown)


def used() -> Sequence[str]:
    """Networks in the order they were given: of the report's documents, of the links, of the handles."""
    mine, result = state.mine(), state.result()
    names = [document.platform for document in result.report.documents] if result else []
    names += [profile.platform for profile in mine.profiles]
    names += [row.platform for row in mine.handles if row.handle.strip()]
    names += [platform for platform, _ in links.handles(mine)]
    return list(dict.fromkeys(name for name in names if name not in _NOBODY))


def _card(about: Card) -> Html:
    lang = state.lang()
    return folded(
        t("links.card.title", platform=about.name),
        join(_path(name, getattr(about, name)) for name in _PATHS),
        tag(
            "dl",
            labelled(t("links.card.under18"), about.under18.get(lang, ""), "rf-line"),
            labelled(t("links.card.outside"), about.outside.get(lang, ""), "rf-line"),
            labelled(t("links.card.copy"), about.copy.get(lang, ""), "rf-line"),
            labelled(t("links.card.save"), about.save.get(lang, ""), "rf-line"),
        ),
        tag("p", t("links.card.checked", date=_date(about.checked)), class_="rf-small"),
        class_="rf-fold rf-platform",
    )


def _path(name: str, path: Path | None) -> Html | None:
    """One way through the settings: the steps, the word to look for, how sure we are."""
    if path is None:
        return None
    lang = state.lang()
    page = (
        tag("a", t("ui.links.cards.open"), href=path.url, target="_blank", rel="noopener noreferrer")
        if path.url.startswith("https://")
        else None
    )
    return tag(
        "div",
        tag("p", t(f"links.card.{name}"), class_="rf-label"),
        tag("p", path.text[lang], " " if page else None, page),
        tag("p", t("links.card.word", word=path.word[lang]), " · ", t(f"links.card.sure.{path.confidence}"), class_="rf-small"),
        class_="rf-path",
    )


def _date(iso: str) -> str:
    """An ISO date as people write it in French; as it is in English."""
    year, month, day = iso.split("-")
    return f"{day}/{month}/{year}" if state.lang() == "fr" else iso
