"""Linktree and pages of links: who it is and where every link goes."""

from __future__ import annotations

import re

from audit.sources.links.markup import Page, text_of
from audit.sources.links.readers.draft import Draft, dig, each_of

PLATFORM = "linktree"
ADDRESSES = ()


def read(page: Page, draft: Draft) -> None:
    account = dig(page.script_json("__NEXT_DATA__"), "props.pageProps.account") or dig(page.script_json("__NEXT_DATA__"), "props.pageProps")
    if not isinstance(account, dict):
        for link in page.soup.select("a[href^=http]", limit=100):  # saved without its data: where its buttons lead
            if not re.match(r"https?://(?:www\.)?(?:linktr\.ee|linktree\.)", str(link["href"])):
                draft.say("links", str(link["href"]))
                draft.add(text_of(link), "caption")
        return
    draft.name(dig(account, "pageTitle"))
    draft.say("handle", dig(account, "username"))
    draft.bio(dig(account, "description"))
    draft.say("picture", dig(account, "profilePictureUrl"))
    for key in ("socialLinks", "links"):
        for item in each_of(dig(account, key)):
            draft.say(
                "links", str(dig(item, "url") or "").removeprefix("mailto:") if not str(dig(item, "url")).startswith("mailto:") else ""
            )
            if str(dig(item, "url")).startswith(("mailto:", "tel:")):
                draft.say("contact", str(dig(item, "url")).partition(":")[2])
            if key == "links":
                draft.add(dig(item, "title"), "caption")
