"""Blogs (WordPress.com, Blogger, Tumblr, Medium, Over-blog …): their feed, and what the site says of itself."""

from __future__ import annotations

from audit.sources.links.markup import Page
from audit.sources.links.readers import feed
from audit.sources.links.readers.draft import Draft

PLATFORM = ""
ADDRESSES = ()
FEEDS = {
    "wordpress": "https://{h}.wordpress.com/feed/",
    "blogspot": "https://{h}.blogspot.com/feeds/posts/default?max-results=40",
    "tumblr": "https://{h}.tumblr.com/rss",
    "medium": "https://medium.com/feed/@{h}",
    "substack": "https://{h}.substack.com/feed",
    "overblog": "https://{h}.over-blog.com/rss",
    "canalblog": "https://{h}.canalblog.com/rss.xml",
    "skyrock": "https://{h}.skyrock.com/rss.xml",
    "livejournal": "https://{h}.livejournal.com/data/rss",
    "eklablog": "https://{h}.eklablog.com/rss",
    "dev_to": "https://dev.to/feed/{h}",
    "letterboxd": "https://letterboxd.com/{h}/rss/",
    "pinterest": "https://www.pinterest.com/{h}/feed.rss",
}


def feed_routes(platform: str, handle: str) -> tuple[str, ...]:
    url = FEEDS.get(platform, "")
    usable = url and not (platform == "blogspot" and handle.isdigit())
    return (url.replace("{h}", handle),) if usable else ()


def read(page: Page, draft: Draft) -> None:
    if feed.is_feed(page):
        feed.read(page, draft)
