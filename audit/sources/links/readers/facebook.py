"""Facebook: a page saved while logged in (posts carry data-ad-preview marks; the rest goes by headings)."""

from __future__ import annotations

import itertools
import re

from audit.sources.links.markup import Page, squeeze, text_of
from audit.sources.links.readers.draft import Draft

PLATFORM = "facebook"
ADDRESSES = ()
_INTRO = re.compile(r"^(intro|bio|à propos|about|détails|details)$", re.I)
_FACT = re.compile(
    r"^(?:habite à|vit à|lives in|de |from |en couple|célibataire|marié|in a relationship|single|married|a étudié|étudie|studied|studies|went to|travaille|works|a travaillé|worked|fréquente|goes to)",
    re.I,
)


def read(page: Page, draft: Draft) -> None:
    name = page.first("[role=main] h1, h1")
    generic = name.lower() in ("facebook", "notifications", "")
    draft.name("" if generic else squeeze(re.sub(r"\s*\([^)]*\)\s*$", "", name)))
    draft.name(re.sub(r"^\(\d+\)\s*|\s*[|\-–]\s*Facebook\s*$", "", page.title) if page.title.lower() not in ("facebook", "") else "")
    for heading in page.soup.select("[role=main] h2, [role=main] span[dir=auto]", limit=400):
        if _INTRO.match(text_of(heading)):
            least = len(heading.get_text()) + 20
            box = next((tag for tag in itertools.islice(heading.parents, 8) if tag.name == "div" and len(tag.get_text()) > least), None)
            for line in text_of(box).splitlines()[1:20] if box else ():
                _intro(line, draft)
            break
    for post in page.soup.select(
        '[data-ad-preview="message"], [data-ad-comet-preview="message"], [data-ad-rendering-role="story_message"]', limit=200
    ):
        draft.add(text_of(post), "post", visibility=_audience(post))


def _intro(line: str, draft: Draft) -> None:
    if re.match(r"(?:habite à|vit à|lives in)\s+(.+)", line, re.I):
        draft.say("location", re.sub(r"^(?:habite à|vit à|lives in)\s+", "", line, flags=re.I))
    elif re.match(r"(?:a étudié|étudie|studied|studies|went to|fréquente|goes to)", line, re.I):
        draft.say("schools", line)
    elif re.match(r"(?:travaille|works|a travaillé|worked)", line, re.I):
        draft.say("jobs", line)
    elif not _FACT.match(line) and len(line.split()) >= 3:
        draft.bio(line)


def _audience(post: object) -> str:
    """Public or not, from the small picture beside the date ("Partagé avec : Public")."""
    box = post.find_parent(attrs={"role": "article"})  # type: ignore[attr-defined]
    marks = (
        " ".join(str(tag.get("aria-label") or tag.get("title") or "") for tag in box.find_all(["i", "svg", "img", "span"], limit=300))
        if box
        else ""
    )
    shown = re.search(r"(?:Shared with|Partagé avec)\s*:?\s*([\w' ]+)", marks)
    if not shown:
        return ""
    return "public" if "public" in shown.group(1).lower() else "private"
