"""The fediverse: any server, so a link is known by its shape (/@name, /users/name, /u/name) and a list of servers."""

from __future__ import annotations

import re
from functools import lru_cache

from audit.sources.links.address import Address
from audit.sources.links.nouns import Link
from audit.sources.links.platforms import fediverse

_USER = r"(?P<u>\w(?:[\w.\-]*\w)?)"
_AT = re.compile(rf"/(?:web/|deck/|app/)?@{_USER}(?:@(?P<host>(?:[\w\-]+\.)+[a-z]{{2,}}))?(?P<rest>/.*)?/?", re.I)
_USERS = re.compile(rf"/users/{_USER}(?P<rest>/.*)?/?", re.I)
_FEED = re.compile(r"\.(?:rss|json|atom)$", re.I)
# Other software: the shape of a person's page, of a post, of a group, and the page to show.
_OTHER = {
    "lemmy": (rf"/u/{_USER}(?:@(?P<host>[\w.\-]+))?/?", r"/(?:post|comment)/\d+.*", r"/c/.+", "https://{host}/u/{u}"),
    "pixelfed": (rf"/(?!p/|i/|discover|site|login|explore){_USER}/?", rf"/p/{_USER}/\d+.*", r"/i/.+", "https://{host}/{u}"),
    "peertube": (
        rf"/(?:a|accounts|c|video-channels)/{_USER}(?:@(?P<host>[\w.\-]+))?(?:/.*)?",
        r"/(?:w|videos/watch)/.+",
        r"/w/p/.+",
        "https://{host}/a/{u}",
    ),
    "misskey": (rf"/@{_USER}/?", r"/notes/.+", r"/channels/.+", "https://{host}/@{u}"),
    "bookwyrm": (
        rf"/user/{_USER}(?:/(?!review|status|comment).*)?",
        rf"/user/{_USER}/(?:review|status|comment|quotation).*",
        r"/group/.+",
        "https://{host}/user/{u}",
    ),
    "friendica": (rf"/profile/{_USER}(?:/.*)?", r"/display/.+", r"/forum/.+", "https://{host}/profile/{u}"),
    "diaspora": (rf"/(?:u|people)/{_USER}(?:/.*)?", r"/posts/.+", r"/tags/.+", "https://{host}/u/{u}"),
}


@lru_cache(maxsize=1)
def _software() -> dict[str, str]:
    return {host: name for name, hosts in fediverse().items() if name != "names" for host in hosts}


def software_of(host: str) -> str | None:
    """What runs on `host`: "mastodon", "pixelfed" …, or None when we do not know the server."""
    return _software().get(host) or _software().get(host.removeprefix("www."))


def fediverse_link(address: Address) -> Link | None:
    """The person or post of the fediverse that `address` names, or None when it has no such shape."""
    path = _FEED.sub("", address.path)
    known = software_of(address.host)
    if known in _OTHER:
        found = _other(known, address, path)
        if found:
            return found
    hit = _AT.fullmatch(path) or (_USERS.fullmatch(path) if known or _sounds_federated(address.host) or "/statuses/" in path else None)
    if not hit:
        return (
            Link("mastodon", "post", None, None, True)
            if known == "mastodon" and re.match(r"/(?:web/)?(?:statuses|notice|notes|objects)/", path)
            else None
        )
    parts = hit.groupdict()
    host = (parts.get("host") or address.host).lower()
    handle = f"{parts['u']}@{host}"
    platform = known if known and known != "mastodon" else "mastodon"
    post = re.match(r"/(?:statuses/)?[\w\-]*\d[\w\-]*(?:/|$)|/statuses/", parts.get("rest") or "")
    page = _OTHER.get(platform, ("", "", "", "https://{host}/@{u}"))[3].format(host=host, u=parts["u"])
    return Link(platform, "post" if post else "profile", handle, page, False)


def _other(software: str, address: Address, path: str) -> Link | None:
    person, post, group, page = _OTHER[software]
    for kind, shape in (("post", post), ("group", group), ("profile", person)):
        hit = re.fullmatch(shape, path, re.I)
        if hit:
            parts = hit.groupdict()
            user = parts.get("u")
            host = (parts.get("host") or address.host).lower()
            if user:
                return Link(software, kind, f"{user}@{host}", page.format(host=host, u=user), False)
            return Link(software, kind, None, None, kind == "post")
    return None


def _sounds_federated(host: str) -> bool:
    return bool(re.search(r"(?:^|[.\-])(?:mastodon|masto|mstdn|toot|tooter|fedi|pleroma|akkoma|gotosocial|pouet|misskey)|\.social$", host))
