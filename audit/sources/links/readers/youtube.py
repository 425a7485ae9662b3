"""YouTube: the feed of a channel's last videos, and the channel page (ytInitialData, og)."""

from __future__ import annotations

import re

from audit.sources.links.markup import Page, text_of
from audit.sources.links.readers import feed
from audit.sources.links.readers.draft import Draft, dig

PLATFORM = "youtube"
ADDRESSES = ("youtube.com/feeds/",)
_FEED = "https://www.youtube.com/feeds/videos.xml?"


def routes(handle: str) -> tuple[str, ...]:
    """The feed when the channel's id is in the link; the page itself tells the id otherwise (`then`)."""
    return (f"{_FEED}channel_id={handle}",) if re.fullmatch(r"UC[\w\-]{20,30}", handle) else ()


def then(page: Page, handle: str) -> tuple[str, ...]:
    hit = re.search(r'"externalId":"(UC[\w\-]{20,30})"|channel_id=(UC[\w\-]{20,30})', page.text)
    return (f"{_FEED}channel_id={hit.group(1) or hit.group(2)}",) if hit and not feed.is_feed(page) else ()


def read(page: Page, draft: Draft) -> None:
    if feed.is_feed(page):
        feed.read(page, draft)
        return
    data = page.assigned_json("ytInitialData")
    channel = dig(data, "metadata.channelMetadataRenderer")
    if isinstance(channel, dict):
        draft.name(channel.get("title"))
        draft.say("handle", str(channel.get("vanityChannelUrl") or "").rpartition("/")[2].lstrip("@"))
        draft.bio(channel.get("description"))
        draft.say("picture", dig(channel, "avatar.thumbnails.0.url"))
    for tag in page.soup.select("#video-title, a#video-title-link", limit=60):
        draft.add(text_of(tag) or str(tag.get("title") or ""), "caption")
