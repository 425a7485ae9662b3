"""Fetches one profile: public answers first, then its page where robots are let in; every way out is a PageResult."""

from __future__ import annotations

import dataclasses
import re
import threading
import time
from functools import lru_cache
from urllib.parse import urlsplit
from weakref import WeakValueDictionary

from audit.sources.links.decode import decode
from audit.sources.links.identify import identify
from audit.sources.links.markup import Page
from audit.sources.links.network import Answer, Policy, get
from audit.sources.links.nouns import Link, LinkError, PageResult
from audit.sources.links.platforms import FOLDER, house_of, imitated, read_yaml
from audit.sources.links.policy import Refused
from audit.sources.links.readers import blogs, stackexchange, table
from audit.sources.links.reading import failed, merge, read_page, reader_of
from audit.sources.links.robots import may_read, robots_url
from audit.sources.links.watch import Unreachable

_NO_PROFILE = {"search": "is_a_search", "share": "is_a_share", "phone": "is_a_phone", "invite": "is_an_invite", "group": "is_a_group"}
MOST_REQUESTS = 6  # for one profile, robots.txt included


def fetch_profile(url: str, *, policy: Policy | None = None) -> PageResult:
    """What can be read in public behind `url` (a link, or a handle that says its platform). Never raises.

    The whole takes at most `policy.deadline` seconds. What could not be read says why in `problems` and what to do in `next_steps`.
    """
    visit = _Visit(policy or Policy())
    link: Link | None = None
    try:
        link = identify(url)
        if link.needs_resolution and link.canonical:
            link = visit.resolve(link)
        return _fetch(link, visit)
    except LinkError as error:
        return failed(error.code)
    except (Refused, Unreachable) as error:
        return failed(_code(error.code, link), (link.platform if link else "") or "", "unknown")


def _code(code: str, link: Link | None) -> str:
    """A network that everybody knows does not vanish: when its name is not found, it is the way out that is missing."""
    return "offline" if code == "no_such_host" and link and link.platform not in (None, "website", "mastodon") else code


def _fetch(link: Link, visit: _Visit) -> PageResult:
    platform = link.platform or ""
    if not platform:
        return failed("credentials")
    host = urlsplit(link.canonical or "").hostname or ""
    if platform in ("website", "mastodon") and imitated(host):
        return failed("looks_alike", platform)
    if platform == "website" and house_of(host):  # a message, a setting, a home page: nobody is named, and its rules still hold
        return failed("names_nobody", house_of(host))
    if link.kind in _NO_PROFILE:
        return failed(_NO_PROFILE[link.kind], platform)
    if not link.handle and platform != "website":
        return failed("names_nobody", platform)
    why = closed().get(platform)
    if why:
        return failed({"login": "login_wall", "robots": "robots_refused", "page": "no_public_page"}[why], platform, "blocked")
    result = _public_answers(link, visit)
    if result is not None and result.outcome in ("found", "absent"):
        return result
    page = _page(link, visit)
    return page if result is None or page.outcome != "unknown" else result


@lru_cache(maxsize=1)
def closed() -> dict[str, str]:
    """Platforms nothing is fetched from, and why."""
    return read_yaml(FOLDER / "closed.yaml")


def routes(link: Link) -> tuple[str, ...]:
    """Documented public addresses that tell about the person behind `link`, the best first."""
    platform, handle = link.platform or "", link.handle or ""
    reader = reader_of(platform)
    if platform in ("stackoverflow", "stackexchange"):
        host = (urlsplit(link.canonical or "").hostname or "").removeprefix("www.")
        return stackexchange.routes(handle, re.sub(r"\.(?:stackexchange\.)?com$", "", host))
    own = reader.routes(handle) if hasattr(reader, "routes") else ()
    return (*own, *table.routes(platform, handle), *blogs.feed_routes(platform, handle))


def _public_answers(link: Link, visit: _Visit) -> PageResult | None:
    """Every documented answer merged into one; None when the platform has none or none came."""
    result: PageResult | None = None
    waiting = list(routes(link))
    reader = reader_of(link.platform or "")
    while waiting and visit.requests < MOST_REQUESTS:
        where = waiting.pop(0)
        try:
            answer = visit.get(where)
        except (Refused, Unreachable) as error:
            if result is None:
                result = failed(_code(error.code, link), link.platform or "")
            if error.code == "too_slow":
                break
            continue
        read = _named(_read(answer), link)
        if read.outcome == "absent" and where in blogs.feed_routes(link.platform or "", link.handle or ""):
            read = failed("cannot_tell", link.platform or "")  # no feed is not nobody: ask the page
        result = read if result is None or result.outcome == "unknown" else merge(result, read)
        if read.outcome in ("absent", "blocked") and result is read:
            break
        if hasattr(reader, "then") and read.outcome == "found":
            waiting += [each for each in reader.then(_as_page(answer), link.handle or "") if each not in waiting]
    return result


def _page(link: Link, visit: _Visit) -> PageResult:
    """The profile's own page, if the site's rules let us read it, and the feed it names."""
    where = link.canonical or ""
    if not visit.may_read(where):
        return failed("robots_refused", link.platform or "", "blocked")
    answer = visit.get(where)
    if urlsplit(answer.url).netloc != urlsplit(where).netloc and not visit.may_read(answer.url):
        return failed("robots_refused", link.platform or "", "blocked")
    result = _named(_read(answer), link)
    if result.outcome != "found":
        return result
    reader = reader_of(link.platform or "")
    more = reader.then(_as_page(answer), link.handle or "") if hasattr(reader, "then") else _feed_of(answer)
    for each in more[:1] if visit.requests < MOST_REQUESTS else ():
        try:
            result = merge(result, _named(_read(visit.get(each)), link))
        except (Refused, Unreachable):
            continue
    return result


def _feed_of(answer: Answer) -> tuple[str, ...]:
    """The feed a personal page names, when it lives on the same host."""
    if b"alternate" not in answer.body:
        return ()
    page = _as_page(answer)
    for tag in page.soup.select('link[rel~="alternate"][href]', limit=20):
        if re.search(r"rss|atom", str(tag.get("type") or "")):
            where = page.absolute(str(tag["href"]))
            if urlsplit(where).netloc == urlsplit(answer.url).netloc and "comments" not in where:
                return (where,)
    return ()


def _read(answer: Answer) -> PageResult:
    result = read_page(answer.body, answer.url, answer.status, answer.content_type)
    if answer.cut and result.outcome != "found":
        return failed("too_big", result.platform)
    return result


def _named(result: PageResult, link: Link) -> PageResult:
    """The same result under the platform the link named (a feed may live elsewhere), with the handle of the link."""
    profile = dict(result.profile)
    if result.outcome == "found" and link.handle:
        profile.setdefault("handle", link.handle)
    platform = link.platform or result.platform
    documents = tuple(dataclasses.replace(document, platform=platform) for document in result.documents)
    return dataclasses.replace(result, platform=platform, profile=profile, documents=documents)


def _as_page(answer: Answer) -> Page:
    return Page(decode(answer.body, answer.content_type), answer.url, answer.status)


_TURNS: WeakValueDictionary[str, threading.Lock] = WeakValueDictionary()
_TAKING = threading.Lock()


def _turn(url: str) -> threading.Lock:
    """What a request to the host of `url` must hold: one at a time, also between two readings; forgotten when nobody waits."""
    with _TAKING:
        lock = _TURNS.get(urlsplit(url).netloc.lower()) or threading.Lock()
        _TURNS[urlsplit(url).netloc.lower()] = lock
        return lock


class _Visit:
    """One person's one profile: counts requests, keeps the common deadline, remembers robots.txt."""

    def __init__(self, policy: Policy) -> None:
        self.policy = policy
        self.requests = 0
        self._end = time.monotonic() + policy.deadline
        self._rules: dict[str, Answer | None] = {}

    def get(self, url: str, stop_at=None) -> Answer:
        turn = _turn(url)
        if not turn.acquire(timeout=max(0.0, self._left())):
            raise Unreachable("too_slow")
        try:
            if self._left() <= 0.1:
                raise Unreachable("too_slow")
            self.requests += 1
            return get(url, dataclasses.replace(self.policy, deadline=self._left()), stop_at)
        finally:
            turn.release()

    def _left(self) -> float:
        return self._end - time.monotonic()

    def may_read(self, url: str) -> bool:
        where = robots_url(url)
        if where not in self._rules:
            try:
                self._rules[where] = self.get(where)
            except Unreachable as error:
                if error.code in ("too_slow", "no_such_host", "no_connection", "bad_certificate"):
                    raise  # the page will not come either: say so, rather than that robots are refused
                self._rules[where] = None
        return may_read(self._rules[where], url)

    def resolve(self, link: Link) -> Link:
        """The link behind a short or shared link, or behind a post: redirects are followed until one names somebody."""

        def named(url: str) -> bool:
            try:
                found = identify(url)
            except LinkError:
                return False
            return bool(found.handle) or (found.platform not in (None, "website") and not found.needs_resolution)

        found = identify(self.get(link.canonical or "", named).url)
        if found.needs_resolution and not found.handle:
            return dataclasses.replace(found, needs_resolution=False)
        return found
