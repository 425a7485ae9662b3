"""PeerTube: an account and its last videos (docs.joinpeertube.org/api-rest-reference.html, /api/v1/accounts)."""

from __future__ import annotations

from urllib.parse import quote

from audit.sources.links.markup import Page
from audit.sources.links.readers.draft import Draft, dig

PLATFORM = "peertube"
ADDRESSES = ("/api/v1/accounts/",)
_VISIBLE = {1: "public", 2: "public", 3: "private", 4: "private"}  # public, unlisted, private, this server only


def routes(handle: str) -> tuple[str, ...]:
    user, _, server = handle.partition("@")
    account = f"https://{server}/api/v1/accounts/{quote(user)}"
    return (account, f"{account}/videos?sort=-publishedAt&count=30")


def read(page: Page, draft: Draft) -> None:
    data = page.json
    if not isinstance(data, dict) or page.status >= 400:
        return
    videos = data.get("data")
    if isinstance(videos, list):
        for video in videos:
            words = [text for text in (dig(video, "name"), dig(video, "truncatedDescription|description")) if isinstance(text, str)]
            number = dig(video, "privacy.id")
            draft.add("\n".join(words), "caption", dig(video, "publishedAt"), _VISIBLE.get(number, "") if isinstance(number, int) else "")
        return
    draft.name(data.get("displayName"))
    draft.say("handle", data.get("name"))
    draft.bio(data.get("description"))
    draft.say("links", data.get("url"))
    picture = dig(data, "avatars.0.path|avatar.path")
    draft.say("picture", page.absolute(picture) if isinstance(picture, str) else "")
