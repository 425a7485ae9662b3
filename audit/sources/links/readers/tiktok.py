"""TikTok: oEmbed (developers.tiktok.com/doc/embed-creator-profiles), and the data inside a profile page."""

from __future__ import annotations

import re

from audit.sources.links.markup import Page
from audit.sources.links.readers.draft import Draft, dig

PLATFORM = "tiktok"
ADDRESSES = ("tiktok.com/oembed",)
# TikTok ends the text of a cover with "created by NAME with NAME's original sound".
_SOUND = re.compile(r"\s+(?:created by|cré[ée]e? par|par)\s.{1,80}?\s(?:with|avec)\s(?=.*(?:sound|son\b|sounds)).{1,160}$", re.I | re.S)


def routes(handle: str) -> tuple[str, ...]:
    return (f"https://www.tiktok.com/oembed?url=https://www.tiktok.com/@{handle}",)


def read(page: Page, draft: Draft) -> None:
    data = page.json
    if isinstance(data, dict):
        if data.get("author_name") or data.get("author_url"):
            draft.name(data.get("author_name"))
            draft.say("handle", str(data.get("embed_product_id") or str(data.get("author_url") or "").rpartition("@")[2]))
        elif page.status in (400, 404):
            draft.outcome = "absent"
        return
    whole = page.script_json("__UNIVERSAL_DATA_FOR_REHYDRATION__")
    scope = dig(whole, "__DEFAULT_SCOPE__")
    detail = scope.get("webapp.user-detail") if isinstance(scope, dict) else None
    user = dig(detail, "userInfo.user")
    if isinstance(user, dict):
        draft.name(user.get("nickname"))
        draft.say("handle", user.get("uniqueId"))
        draft.bio(user.get("signature"))
        draft.say("links", dig(user, "bioLink.link"))
        draft.say("picture", user.get("avatarLarger"))
        if user.get("privateAccount"):
            draft.say("private", "private")
    draft.name(page.first("[data-e2e=user-subtitle]"))
    draft.say("handle", page.first("[data-e2e=user-title]"))
    draft.bio(page.first("[data-e2e=user-bio]"))
    for tag in page.soup.select("[data-e2e=user-post-item-desc], [data-e2e=user-post-item] img[alt]", limit=100):
        draft.add(_SOUND.sub("", str(tag.get("aria-label") or tag.get("alt") or tag.get_text(" ", strip=True))), "caption")
