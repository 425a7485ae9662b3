"""X: a page saved while logged in (its parts carry data-testid names)."""

from __future__ import annotations

import re

from bs4 import Tag

from audit.sources.links.markup import Page, text_of
from audit.sources.links.readers.draft import Draft

PLATFORM = "x"
ADDRESSES = ()


def read(page: Page, draft: Draft) -> None:
    handle = draft.handle
    names = page.first("[data-testid=UserName]").splitlines()
    if names:
        draft.name(names[0])
        handle = next((line[1:] for line in names if re.fullmatch(r"@\w{1,15}", line)), handle)
    title = re.match(r"^(?:\(\d+\)\s*)?(.*?)\s*\(@(\w{1,15})\)", page.title)
    if title:
        draft.name(title.group(1))
        handle = handle or title.group(2)
    if names or title:  # else the page names nobody: the handle is only what its address says
        draft.say("handle", handle)
    draft.bio(page.first("[data-testid=UserDescription]"))
    draft.say("location", page.first("[data-testid=UserLocation]"))
    draft.say("links", page.first("[data-testid=UserUrl]"))
    draft.say("jobs", page.first("[data-testid=UserProfessionalCategory]"))
    for tweet in page.soup.select("article[data-testid=tweet]", limit=300):
        _tweet(tweet, handle.lower(), draft)


def _tweet(tweet: Tag, handle: str, draft: Draft) -> None:
    """A post counts only when its author line names the person: reposts and quoted posts are other people's words."""
    name = tweet.select_one("[data-testid=User-Name]")
    author = next((text[1:].lower() for text in name.stripped_strings if re.fullmatch(r"@\w{1,15}", text)), "") if name else ""
    if handle and author != handle:
        return
    words = tweet.select_one("[data-testid=tweetText]")
    moment = tweet.select_one("time[datetime]")
    if words:
        draft.add(text_of(words), "post", str(moment["datetime"]) if moment else "")
