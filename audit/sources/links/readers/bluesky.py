"""Bluesky: the public AppView (app.bsky.actor.getProfile, app.bsky.feed.getAuthorFeed). Documented at docs.bsky.app."""

from __future__ import annotations

from urllib.parse import quote

from audit.sources.links.markup import Page, text_of
from audit.sources.links.readers.draft import Draft, dig, each_of

PLATFORM = "bluesky"
ADDRESSES = ("public.api.bsky.app/xrpc/", "api.bsky.app/xrpc/")
_API = "https://public.api.bsky.app/xrpc/"


def routes(handle: str) -> tuple[str, ...]:
    actor = quote(handle, safe=":")
    return (
        f"{_API}app.bsky.actor.getProfile?actor={actor}",
        f"{_API}app.bsky.feed.getAuthorFeed?actor={actor}&limit=50&filter=posts_with_replies",
    )


def read(page: Page, draft: Draft) -> None:
    data = page.json
    if data is None:
        _saved(page, draft)
    if not isinstance(data, dict):
        return
    if data.get("error"):
        message = str(data.get("message", "")).lower()
        gone = page.status == 400 and (
            "not found" in message or "deactivated" in message or "suspended" in message or "taken down" in message
        )
        draft.outcome = "absent" if gone else "unknown"
        return
    if isinstance(data.get("feed"), list):
        _posts(data["feed"], draft)
        return
    draft.name(data.get("displayName"))
    draft.say("handle", data.get("handle"))
    draft.bio(data.get("description"))
    draft.say("picture", data.get("avatar"))
    if any(dig(label, "val") == "!no-unauthenticated" for label in each_of(data.get("labels"))):
        draft.say("private", "signed_in_only")  # the person asked apps not to show the account to people who are logged out


def _saved(page: Page, draft: Draft) -> None:
    """The page of bsky.app, whose parts carry data-testid names; each post says whose it is."""
    draft.name(page.first("[data-testid=profileHeaderDisplayName]"))
    draft.bio(page.first("[data-testid=profileHeaderDescription]"))
    for item in page.soup.select("[data-testid^=feedItem-by-]", limit=100):
        words = item.select_one("[data-testid=postText]")
        if words and str(item["data-testid"]).removeprefix("feedItem-by-").lower() == draft.handle.lower():
            draft.add(text_of(words), "post")


def _posts(feed: list, draft: Draft) -> None:
    for item in feed:
        if dig(item, "reason"):  # a repost: someone else's words
            continue
        author, handle = dig(item, "post.author.handle"), draft.profile.get("handle") or draft.handle
        if handle and author and str(author).lower() != str(handle).lower() and dig(item, "post.author.did") != handle:
            continue
        draft.add(dig(item, "post.record.text"), "comment" if dig(item, "reply") else "post", dig(item, "post.record.createdAt"))
