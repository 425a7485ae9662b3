"""Names for documents, dates and problems, in the reader's language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date

from audit.i18n import has, say
from audit.model import CONTENT_KINDS, Document, Problem

# How a platform writes its own name, where a capital letter at the front is not enough.
_PLATFORMS = {
    "tiktok": "TikTok",
    "x": "X",
    "linkedin": "LinkedIn",
    "github": "GitHub",
    "gitlab": "GitLab",
    "youtube": "YouTube",
    "bereal": "BeReal",
    "whatsapp": "WhatsApp",
    "deviantart": "DeviantArt",
    "soundcloud": "SoundCloud",
    "dailymotion": "Dailymotion",
}
_PLAIN_NAME = re.compile(r"[a-z][a-z0-9]{1,19}")


def platform_name(platform: str) -> str:
    """The platform's name, or "" when it is none that can be shown safely (a platform may have been typed by hand)."""
    return _PLATFORMS.get(platform) or (platform.capitalize() if _PLAIN_NAME.fullmatch(platform) else "")


def document_labels(documents: Iterable[Document], lang: str) -> Mapping[str, str]:
    """A label for each document id, e.g. "Texte 2 · bio"; texts are counted in order, other kinds only when there are several."""
    documents = list(documents)
    totals: dict[str, int] = {}
    for document in documents:
        totals[_family(document)] = totals.get(_family(document), 0) + 1
    seen: dict[str, int] = {}
    labels = {}
    for document in documents:
        family = _family(document)
        seen[family] = seen.get(family, 0) + 1
        labels[document.id] = _label(document, family, seen[family], totals[family] > 1, lang)
    return labels


def _family(document: Document) -> str:
    return "text" if document.kind in CONTENT_KINDS else document.kind


def _label(document: Document, family: str, number: int, several: bool, lang: str) -> str:
    name = platform_name(document.platform)
    if family == "text":
        parts = [say("label.text", lang, number=number), say(f"kind.{document.kind}", lang)]
        return " · ".join([*parts, name] if name else parts)
    label = say(f"label.{family}", lang)
    if name:
        return f"{label} {name}"
    return f"{label} {number}" if several else label


def spoken_date(day: date, lang: str) -> str:
    """A date as it is said: "22 novembre 2026", "22 November 2026"."""
    months = say("months", lang).split()
    number = "1er" if lang == "fr" and day.day == 1 else str(day.day)
    return f"{number} {months[day.month - 1]} {day.year}"


def spoken_problem(problem: Problem, labels: Mapping[str, str], lang: str) -> str:
    """A problem as a sentence with what to do next, in front of it the document it is about."""
    key = f"problem.{problem.code}"
    text = say(key if has(key, lang) else "problem.other", lang)
    where = labels.get(problem.where, "")
    return say("problem_at", lang, where=where, text=text) if where else text
