"""Gravatar: the public profile in JSON (gravatar.com/NAME.json)."""

from __future__ import annotations

from audit.sources.links.markup import Page
from audit.sources.links.readers.draft import Draft, dig, each_of

PLATFORM = "gravatar"
ADDRESSES = ("gravatar.com/",)


def routes(handle: str) -> tuple[str, ...]:
    return (f"https://gravatar.com/{handle}.json",)


def read(page: Page, draft: Draft) -> None:
    data = page.json
    if (
        isinstance(data, str)
        or (isinstance(data, dict) and "entry" not in data)
        or page.text.strip().strip('"').lower() == "user not found"
    ):
        draft.outcome = "absent"
        return
    entry = dig(data, "entry.0")
    draft.name(dig(entry, "displayName|name.formatted"))
    draft.say("handle", dig(entry, "preferredUsername"))
    draft.bio(dig(entry, "aboutMe"))
    draft.say("location", dig(entry, "currentLocation"))
    draft.say("picture", dig(entry, "thumbnailUrl"))
    draft.bio(dig(entry, "job_title"), key="headline")
    draft.say("jobs", dig(entry, "company"))
    for key, field in (("accounts", "url"), ("urls", "value")):
        draft.say("links", [dig(item, field) for item in each_of(dig(entry, key)) if isinstance(item, dict)])
    for key in ("emails", "phoneNumbers"):
        draft.say("contact", [dig(item, "value") for item in each_of(dig(entry, key)) if isinstance(item, dict)])
