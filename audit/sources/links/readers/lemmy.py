"""Lemmy: a person with their last posts and comments in one answer (join-lemmy.org/api, /api/v3/user)."""

from __future__ import annotations

from urllib.parse import quote

from audit.sources.links.markup import Page
from audit.sources.links.readers.draft import Draft, dig, each_of

PLATFORM = "lemmy"
ADDRESSES = ("/api/v3/user?",)


def routes(handle: str) -> tuple[str, ...]:
    user, _, server = handle.partition("@")
    return (f"https://{server}/api/v3/user?username={quote(user)}&sort=New&limit=30",)


def read(page: Page, draft: Draft) -> None:
    data = page.json
    person = dig(data, "person_view.person")
    if not isinstance(person, dict):
        if dig(data, "error") == "couldnt_find_person":
            draft.outcome = "absent"
        return
    draft.name(person.get("display_name") or person.get("name"))
    draft.say("handle", person.get("name"))
    draft.bio(person.get("bio"))
    draft.say("picture", person.get("avatar"))
    for item in each_of(dig(data, "posts")):
        words = [text for text in (dig(item, "post.name"), dig(item, "post.body")) if isinstance(text, str)]
        draft.add("\n".join(words), "post", dig(item, "post.published"))
    for item in each_of(dig(data, "comments")):
        draft.add(dig(item, "comment.content"), "comment", dig(item, "comment.published"))
