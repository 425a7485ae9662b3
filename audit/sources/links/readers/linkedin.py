"""LinkedIn: a profile saved while logged in, and the public form of it (top-card)."""

from __future__ import annotations

import re

from bs4 import Tag

from audit.sources.links.markup import Page, text_of
from audit.sources.links.readers.draft import Draft

PLATFORM = "linkedin"
ADDRESSES = ()
_SECTIONS = {
    "about": re.compile(r"^(?:infos|à propos|about|résumé|summary)$", re.I),
    "experience": re.compile(r"^(?:expériences?|experience)$", re.I),
    "education": re.compile(r"^(?:formations?|education)$", re.I),
    "activity": re.compile(r"^(?:activité|activity)$", re.I),
}
# What stands above words that are somebody else's.
_SHARED = re.compile(r"\b(?:a (?:republié|aimé|commenté|répondu|félicité)|reposted|aime|likes?|loves?|commented|replied)\b", re.I)
_MORE = re.compile(r"(?:…|\.\.\.)?\s*(?:voir plus|see more|afficher plus|show more|show all .*|afficher (?:tout|les) .*)\s*$", re.I)


def read(page: Page, draft: Draft) -> None:
    draft.name(page.first("h1.top-card-layout__title, main h1, h1"))
    draft.name(re.sub(r"^\(\d+\)\s*|\s*[|\-–].*$", "", page.title))
    draft.bio(page.first(".top-card-layout__headline, main .text-body-medium.break-words, main .text-body-medium"), key="headline")
    draft.say(
        "location",
        page.first(".top-card__subline-item, .top-card-layout__first-subline .profile-info-subheader, main span.text-body-small.inline"),
    )
    for kind, box in _boxes(page):
        if kind == "about":
            draft.bio(_MORE.sub("", _without_heading(box)))
        elif kind == "activity":
            _activity(box, draft)
        else:
            for item in _items(box):
                draft.say("jobs" if kind == "experience" else "schools", item.replace("\n", " · "))
                draft.add(item, "bio")
    for post in page.soup.select(
        ".feed-shared-update-v2__description, .update-components-text, .attributed-text-segment-list__content", limit=60
    ):
        if not post.find_parent(class_=re.compile("comments?-")) and not _is_shared(post):
            draft.add(_MORE.sub("", text_of(post)), "post")


def _boxes(page: Page) -> list[tuple[str, Tag]]:
    """Sections by the heading they carry; LinkedIn's class names change, its headings hardly."""
    found: list[tuple[str, Tag]] = []
    seen: set[tuple[str, int]] = set()
    for heading in page.soup.select("main h2, section h2", limit=80):
        words = _visible(heading)
        kind = next((name for name, pattern in _SECTIONS.items() if pattern.match(words)), "")
        box = heading.find_parent("section")
        if kind and box and (kind, id(box)) not in seen:
            seen.add((kind, id(box)))
            found.append((kind, box))
    return found


def _visible(tag: Tag) -> str:
    """LinkedIn writes many lines twice, once for the eye (aria-hidden) and once for screen readers: the eye's is kept."""
    seen = tag.select("span[aria-hidden=true]")
    if not seen:
        return text_of(tag)
    lines: list[str] = []
    spans = {id(span) for span in seen}
    for span in seen:
        if not any(id(parent) in spans for parent in span.parents):
            lines += text_of(span).splitlines()
    return "\n".join(dict.fromkeys(lines))


def _without_heading(box: Tag) -> str:
    return "\n".join(line for line in _visible(box).splitlines() if not any(pattern.match(line) for pattern in _SECTIONS.values()))


def _items(box: Tag) -> list[str]:
    items = [tag for tag in box.find_all("li", limit=60) if not tag.find_parent("li")]
    return [text for text in (_MORE.sub("", _visible(item)) for item in items) if text]


def _activity(box: Tag, draft: Draft) -> None:
    for item in box.find_all("li", limit=40):
        words = item.select_one(".feed-shared-inline-show-more-text, .update-components-text, .break-words")
        if words and not _is_shared(words):
            draft.add(_MORE.sub("", text_of(words)), "post")


def _is_shared(words: Tag) -> bool:
    """Whether the line above a post says that the person only shared, liked or answered it."""
    item = words.find_parent(["li", "article"]) or words.find_parent(class_=re.compile("feed-shared-update-v2$"))
    return bool(item and _SHARED.search(text_of(item).partition(text_of(words)[:200])[0][:160]))
