"""SoundCloud: oEmbed (developers.soundcloud.com/docs/oembed), the feed of a person's sounds, and the data inside a profile page."""

from __future__ import annotations

import re

from audit.sources.links.markup import Page
from audit.sources.links.readers.draft import Draft, dig, each_of

PLATFORM = "soundcloud"
ADDRESSES = ("soundcloud.com/oembed", "feeds.soundcloud.com/")
_NUMBER = re.compile(r"api\.soundcloud\.com(?:%2F|\\?/)users(?:%2F|\\?/)(\d{1,15})|soundcloud:users:(\d{1,15})", re.I)


def routes(handle: str) -> tuple[str, ...]:
    return (f"https://soundcloud.com/oembed?format=json&url=https://soundcloud.com/{handle}",)


def then(page: Page, handle: str) -> tuple[str, ...]:
    """The feed, once the person's number is known."""
    hit = _NUMBER.search(page.text)
    return (f"https://feeds.soundcloud.com/users/soundcloud:users:{hit.group(1) or hit.group(2)}/sounds.rss",) if hit else ()


def read(page: Page, draft: Draft) -> None:
    if isinstance(page.json, dict):
        draft.name(dig(page.json, "author_name"))
        draft.say("handle", str(dig(page.json, "author_url") or "").rpartition("/")[2])
        draft.bio(dig(page.json, "description"))
        draft.say("picture", dig(page.json, "thumbnail_url"))
        return
    for part in each_of(page.assigned_json("window.__sc_hydration")):
        if dig(part, "hydratable") == "user":
            user = dig(part, "data")
            first, last = dig(user, "first_name") or "", dig(user, "last_name") or ""
            draft.name(f"{first} {last}".strip() or dig(user, "username"))
            draft.say("handle", dig(user, "permalink"))
            draft.bio(dig(user, "description"))
            draft.say("location", ", ".join(str(x) for x in (dig(user, "city"), dig(user, "country_code")) if x))
            draft.say("picture", dig(user, "avatar_url"))
