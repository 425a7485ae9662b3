"""Stack Exchange: the public API (api.stackexchange.com/docs/users-by-ids)."""

from __future__ import annotations

from audit.sources.links.markup import Page
from audit.sources.links.readers.draft import Draft, dig

PLATFORM = "stackexchange"
ADDRESSES = ("api.stackexchange.com/",)


def routes(handle: str, site: str = "stackoverflow") -> tuple[str, ...]:
    return (f"https://api.stackexchange.com/2.3/users/{handle}?site={site}",)


def read(page: Page, draft: Draft) -> None:
    data = page.json
    if not isinstance(data, dict):
        return
    user = dig(data, "items.0")
    if not user:
        draft.outcome = "blocked" if data.get("error_name") == "throttle_violation" else "absent" if "items" in data else "unknown"
        return
    draft.name(dig(user, "display_name"))
    draft.say("handle", str(dig(user, "user_id") or ""))
    draft.bio(dig(user, "about_me"))
    draft.say("location", dig(user, "location"))
    draft.say("links", [dig(user, "website_url"), dig(user, "link")])
    draft.say("picture", dig(user, "profile_image"))
