"""Steam: a profile in XML (steamcommunity.com/id/NAME/?xml=1)."""

from __future__ import annotations

from audit.sources.links.markup import Page
from audit.sources.links.readers.draft import Draft
from audit.sources.links.readers.feed import parse_xml

PLATFORM = "steam"
ADDRESSES = ()


def routes(handle: str) -> tuple[str, ...]:
    kind = "profiles" if handle.isdigit() and len(handle) == 17 else "id"
    return (f"https://steamcommunity.com/{kind}/{handle}/?xml=1",)


def read(page: Page, draft: Draft) -> None:
    root = parse_xml(page.text) if page.text.lstrip().startswith("<?xml") else None
    if root is None:
        draft.name(page.first(".actual_persona_name"))
        draft.bio(page.first(".profile_summary"))
        draft.say("location", page.first(".header_location"))
        return
    if root.tag == "response":
        draft.outcome = "absent"
        return
    private = root.findtext("privacyState") or ""
    if private and private != "public":
        draft.say("private", private)
    draft.name(root.findtext("realname") or root.findtext("steamID"))
    draft.say("handle", root.findtext("customURL") or root.findtext("steamID64"))
    draft.bio(root.findtext("headline"), key="headline")
    summary = root.findtext("summary") or ""
    draft.bio("" if summary.startswith("No information given") else summary)
    draft.say("location", root.findtext("location"))
    draft.say("picture", root.findtext("avatarFull"))
    draft.say("nickname", root.findtext("steamID"))
