"""Reddit: the feed of a user (reddit.com/user/NAME/.rss); the JSON answers were closed in May 2026."""

from __future__ import annotations

from audit.sources.links.markup import Page, text_of
from audit.sources.links.readers import feed
from audit.sources.links.readers.draft import Draft, dig

PLATFORM = "reddit"
ADDRESSES = ()


def routes(handle: str) -> tuple[str, ...]:
    return (f"https://www.reddit.com/user/{handle}/.rss",)


def read(page: Page, draft: Draft) -> None:
    if feed.is_feed(page):
        feed.read(page, draft)
        draft.profile.pop("name", None)  # "overview for NAME"
        draft.say("handle", draft.handle)
        return
    user = dig(page.json, "data")
    if isinstance(user, dict):
        draft.say("handle", user.get("name"))
        draft.bio(dig(user, "subreddit.public_description"))
        draft.name(dig(user, "subreddit.title"))
        return
    for post in page.soup.select("shreddit-post[author], shreddit-profile-comment", limit=100):
        author = str(post.get("author") or draft.handle).lower()
        if author == draft.handle.lower():
            body = post.select_one("[slot=text-body], [slot=comment], .md, [id$=-post-rtjson-content]")
            title = str(post.get("post-title") or "") if post.name == "shreddit-post" else ""
            draft.add(
                "\n".join(part for part in (title, text_of(body) if body else "") if part),
                "post" if title else "comment",
                str(post.get("created-timestamp") or ""),
            )
