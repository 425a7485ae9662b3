"""Stack Exchange: the public API (api.stackexchange.com/docs: users-by-ids, posts-on-users, comments-on-users)."""

from __future__ import annotations

import re

from audit.sources.links.markup import Page
from audit.sources.links.readers.draft import Draft, dig

PLATFORM = "stackexchange"
ADDRESSES = ("api.stackexchange.com/",)
_API = "https://api.stackexchange.com/2.3/users/"
_LAST = "order=desc&sort=creation&pagesize=30&filter=withbody"


def routes(handle: str, site: str = "stackoverflow") -> tuple[str, ...]:
    return (f"{_API}{handle}?site={site}", f"{_API}{handle}/posts?site={site}&{_LAST}", f"{_API}{handle}/comments?site={site}&{_LAST}")


def read(page: Page, draft: Draft) -> None:
    data = page.json
    if not isinstance(data, dict):
        return
    words = re.search(r"/users/[^/?]+/(posts|comments)\b", page.url)
    items = data.get("items")
    if words and isinstance(items, list):
        for item in items:
            draft.add(dig(item, "body"), "post" if words.group(1) == "posts" else "comment", dig(item, "creation_date"))
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
