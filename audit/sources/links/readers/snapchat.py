"""Snapchat: the public profile inside its page (__NEXT_DATA__)."""

from __future__ import annotations

from audit.sources.links.markup import Page
from audit.sources.links.readers.draft import Draft, dig

PLATFORM = "snapchat"
ADDRESSES = ()


def read(page: Page, draft: Draft) -> None:
    user = dig(page.script_json("__NEXT_DATA__"), "props.pageProps.userProfile.publicProfileInfo|props.pageProps.userProfile.userInfo")
    if isinstance(user, dict):
        draft.name(user.get("title") or user.get("displayName"))
        draft.say("handle", user.get("username"))
        draft.bio(user.get("bio"))
        draft.say("links", user.get("websiteUrl"))
        draft.say("location", user.get("address"))
        draft.say("picture", user.get("profilePictureUrl"))
