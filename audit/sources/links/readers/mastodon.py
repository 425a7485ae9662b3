"""Mastodon and servers that speak its public API: accounts/lookup, then statuses (docs.joinmastodon.org/methods/accounts)."""

from __future__ import annotations

from audit.sources.links.markup import Page, text_of
from audit.sources.links.readers.draft import Draft, dig, each_of
from audit.sources.links.words import plain

PLATFORM = "mastodon"
ADDRESSES = ("/api/v1/accounts/",)
_VISIBLE = {"public": "public", "unlisted": "public", "private": "private", "direct": "private"}


def routes(handle: str) -> tuple[str, ...]:
    user, _, server = handle.partition("@")
    return (f"https://{server}/api/v1/accounts/lookup?acct={user}",)


def then(page: Page, handle: str) -> tuple[str, ...]:
    """The posts, once the account's number is known."""
    number, server = dig(page.json, "id"), handle.partition("@")[2]
    return (
        (f"https://{server}/api/v1/accounts/{number}/statuses?limit=40&exclude_reblogs=true",)
        if isinstance(number, str) and number.isalnum()
        else ()
    )


def read(page: Page, draft: Draft) -> None:
    data = page.json
    if data is None:
        _saved(page, draft)
    if isinstance(data, list):
        for status in data:
            if isinstance(status, dict) and not status.get("reblog"):
                warning = plain(str(status.get("spoiler_text") or ""))
                text = plain(str(status.get("content") or ""))
                kind = "comment" if status.get("in_reply_to_id") else "post"
                draft.add(
                    "\n".join(part for part in (warning, text) if part),
                    kind,
                    status.get("created_at"),
                    _VISIBLE.get(str(status.get("visibility")), ""),
                )
        return
    if not isinstance(data, dict):
        return
    if "acct" in data or "username" in data:
        _account(data, draft)
    elif data.get("error") and page.status in (404, 410):
        draft.outcome = "absent"
    elif data.get("error") and page.status in (401, 403):
        draft.outcome = "blocked"


def _saved(page: Page, draft: Draft) -> None:
    """A page saved from a Mastodon server: name and bio in the header, posts under the person's own name."""
    header = page.soup.select_one(".account__header")
    name = header and (header.select_one(".display-name__html, h1 .display-name, h1 > span") or header.find("h1"))
    if name:
        draft.name(text_of(name).split("@")[0])
    draft.bio(page.first(".account__header__content"))
    for status in page.soup.select(".status", limit=100) if header else ():
        author, words = status.select_one(".display-name__account"), status.select_one(".status__content__text, .status__content")
        moment = status.select_one("time[datetime]")
        if author and words and text_of(author).lstrip("@").split("@")[0].lower() == draft.handle.lower():
            draft.add(text_of(words), "post", str(moment["datetime"]) if moment else "")


def _account(data: dict, draft: Draft) -> None:
    draft.name(data.get("display_name"))
    draft.say("handle", data.get("username") or str(data.get("acct") or "").split("@")[0])
    draft.bio(data.get("note"))
    draft.say("picture", data.get("avatar"))
    draft.say("links", data.get("url"))
    for field in each_of(data.get("fields")):
        value = plain(str(dig(field, "value") or ""))
        name = plain(str(dig(field, "name") or ""))
        if value:
            draft.bio(f"{name} : {value}", key="")
    if data.get("locked"):
        draft.say("private", "followers_by_request")
