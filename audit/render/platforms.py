"""What to do on each network of a report: what was found there, the ways through its settings, how sure they are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any

from audit.i18n import say
from audit.model import Report
from audit.render.identity import records, text
from audit.render.labels import spoken_date
from audit.render.nouns import Card, NoteView, PathView, PlatformView

_PATHS = ("private", "bulk", "export", "delete")
_NOTES = ("under18", "outside", "copy", "save")
_NOBODY = ("", "other", "website")
_PLAIN_NAME = re.compile(r"[a-z][a-z0-9_]{0,29}")  # a platform may have been typed by hand, or stand in somebody's file
_EXCUSED = ("context", "mistake", "keep")


def platform_views(report: Report, shown: Sequence[Card], lang: str, card: Callable[[str, str], Any] | None) -> tuple[PlatformView, ...]:
    """A view for each network that a text, a handle or a link of the report names; those where most was found come first.

    `shown` are the cards that count; `card(platform, lang)` is that of the links room (None: nobody can say, and there is no view).
    """
    if card is None:
        return ()
    at = {document.id: document.platform for document in report.documents}
    live = [one for one in shown if one.decision not in _EXCUSED]
    views: dict[str, PlatformView] = {}
    for name in dict.fromkeys(_named(report)):
        about = card(name, lang)
        titles = [one.title for one in live if card(at.get(one.document, ""), lang).platform == about.platform]
        if about.platform not in views:
            views[about.platform] = _view(about, titles, lang)
    return tuple(sorted(views.values(), key=lambda view: -len(view.found)))


def _named(report: Report) -> Iterator[str]:
    """Networks in the order they were given: of texts and handles, then of links that were read or could not be."""
    names = [document.platform for document in report.documents]
    names += [text(one, "platform") for one in records(report.extras.get("profiles"))]
    return (name for name in names if name not in _NOBODY and _PLAIN_NAME.fullmatch(name))


def _view(about: Any, titles: Sequence[str], lang: str) -> PlatformView:
    return PlatformView(
        id=about.platform,
        name=about.name,
        found=tuple(f"{title} (× {titles.count(title)})" if titles.count(title) > 1 else title for title in dict.fromkeys(titles)),
        paths=tuple(_path(name, path, lang) for name in _PATHS if (path := getattr(about, name))),
        notes=tuple(NoteView(say(f"links.card.{name}", lang), words) for name in _NOTES if (words := getattr(about, name).get(lang, ""))),
        checked=say("links.card.checked", lang, date=spoken_date(date.fromisoformat(about.checked), lang)),
    )


def _path(name: str, path: Any, lang: str) -> PathView:
    return PathView(
        label=say(f"links.card.{name}", lang),
        text=path.text[lang],
        word=say("links.card.word", lang, word=path.word[lang]),
        sure=say(f"links.card.sure.{path.confidence}", lang),
        confidence=path.confidence,
        url=path.url if path.url.startswith("https://") else "",
    )
