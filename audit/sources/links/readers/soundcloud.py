"""SoundCloud: the data inside a profile page (window.__sc_hydration)."""

from __future__ import annotations

from audit.sources.links.markup import Page
from audit.sources.links.readers.draft import Draft, dig

PLATFORM = "soundcloud"
ADDRESSES = ()


def read(page: Page, draft: Draft) -> None:
    for part in page.assigned_json("window.__sc_hydration") or ():
        if dig(part, "hydratable") == "user":
            user = dig(part, "data")
            first, last = dig(user, "first_name") or "", dig(user, "last_name") or ""
            draft.name(f"{first} {last}".strip() or dig(user, "username"))
            draft.say("handle", dig(user, "permalink"))
            draft.bio(dig(user, "description"))
            draft.say("location", ", ".join(str(x) for x in (dig(user, "city"), dig(user, "country_code")) if x))
            draft.say("picture", dig(user, "avatar_url"))
