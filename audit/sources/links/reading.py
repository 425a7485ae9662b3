"""Reads one answer (a page, a feed, JSON) for what it says about a person; the same for fetched and for saved pages."""

from __future__ import annotations

import re
from types import ModuleType
from typing import Any

from audit.model import Problem
from audit.sources.links.address import parse_address
from audit.sources.links.decode import decode, is_text
from audit.sources.links.fedi import software_of
from audit.sources.links.identify import identify
from audit.sources.links.markup import Page
from audit.sources.links.nouns import Link, LinkError, PageResult
from audit.sources.links.platforms import house_of
from audit.sources.links.readers import (
    blogs,
    bluesky,
    facebook,
    feed,
    generic,
    github,
    gitlab,
    gravatar,
    instagram,
    lemmy,
    linkedin,
    linktree,
    mastodon,
    peertube,
    reddit,
    snapchat,
    soundcloud,
    stackexchange,
    steam,
    table,
    telegram,
    tiktok,
    x,
    youtube,
)  # fmt: skip
from audit.sources.links.readers.draft import Draft
from audit.sources.links.walls import Wall, wall_of, wall_of_status

_READERS: dict[str, ModuleType] = {
    "bluesky": bluesky, "mastodon": mastodon, "pixelfed": mastodon, "truthsocial": mastodon, "github": github, "gitlab": gitlab, "lemmy": lemmy, "peertube": peertube, "gravatar": gravatar, "youtube": youtube, "telegram": telegram,
    "steam": steam, "stackoverflow": stackexchange, "stackexchange": stackexchange, "reddit": reddit, "tiktok": tiktok, "soundcloud": soundcloud, "linktree": linktree,
    "linkinbio": linktree, "instagram": instagram, "threads": instagram, "x": x, "facebook": facebook, "linkedin": linkedin, "snapchat": snapchat,
}  # fmt: skip
_AT = {"bsky.app/xrpc/": "bluesky", "/api/v1/accounts/": "mastodon", "/api/v3/user?": "lemmy", "/api/v4/users": "gitlab",
       "api.github.com/": "github", "api.stackexchange.com/": "stackoverflow", "gravatar.com/": "gravatar",
       "tiktok.com/oembed": "tiktok", "soundcloud.com/oembed": "soundcloud", "feeds.soundcloud.com/": "soundcloud", "youtube.com/feeds/": "youtube"}  # fmt: skip
_WALLED = ("instagram", "facebook", "x", "linkedin", "threads")  # an absent profile looks like a closed one: never say "absent"
_NO_LINK = frozenset(
    [
        "empty",
        "too_long",
        "not_a_link",
        "which_platform",
        "email",
        "bad_scheme",
        "bad_address",
        "bad_url",
        "credentials",
        "looks_alike",
        "bad_port",
        "not_public",
        "names_nobody",
        "is_a_search",
        "is_a_share",
        "is_a_phone",
        "is_an_invite",
        "is_a_group",
    ]
)
_LATER = ("offline", "too_slow", "no_connection", "bad_answer", "site_down", "too_many")
_LATER_ONLY = ("stopped", "too_many_links")
LARGEST = 25_000_000


def reader_of(platform: str) -> ModuleType:
    """The reader of a platform: its own file, or the one that reads blogs."""
    return _READERS.get(platform, blogs)


def read_page(
    body: bytes, url: str, status: int = 200, content_type: str = "", location: str = "", visibility: str = "public"
) -> PageResult:
    """What an answer says. `url` is where it came from (the last address, after redirects), `location` where a redirect leads;
    `visibility` is that of texts that do not say theirs: what a stranger was sent is public.

    Errors are outcomes with problems: not_text, empty_page, login_wall, robot_check, consent_wall, refused, too_many, nobody_there,
    cannot_tell, site_down, nothing_readable, no_public_page.
    """
    link, platform = _whose(url)
    draft = Draft(platform, handle=_short_handle(link), visibility=visibility)
    if body and not is_text(body, content_type):
        return _result(draft, Wall("unknown", "not_text"))
    text = decode(body[:LARGEST], content_type)
    if 300 <= status < 400:
        location = location or (re.search(r"^Location:\s*(\S+)", text, re.I | re.M) or [None, ""])[1] or ""
        return _redirected(Page(text, url, status, location), draft)
    page = Page(text, url, status, location)
    if not text.strip():
        return _result(draft, wall_of_status(status) or Wall("unknown", "empty_page"))
    try:
        return _read(page, draft)
    except RecursionError:  # bs4 compares and copies tags recursively
        return _result(Draft(platform), Wall("unknown", "nothing_readable"))


def _read(page: Page, draft: Draft) -> PageResult:
    as_data = page.json is not None or feed.is_feed(page)
    if not as_data and page.text.lstrip()[:1] in ("{", "["):
        return _result(draft, wall_of_status(page.status) or wall_of(page, draft.platform, ("text",)) or Wall("unknown", "broken_answer"))
    page_like = not as_data and not page.text.lstrip().startswith("<?xml")
    wall = wall_of(page, draft.platform, ("url", "title")) if page_like else None
    if wall and page.status < 400:
        return _result(draft, wall)
    own = reader_of(draft.platform)
    if feed.is_feed(page) and own not in (reddit, youtube):
        own = feed
    own.read(page, draft)
    table.read(page, draft)
    if draft.outcome:
        return _result(draft, Wall(draft.outcome, "" if draft.problems else "nobody_there" if draft.outcome == "absent" else "cannot_tell"))
    by_status = wall_of_status(page.status)
    if by_status:
        return _result(
            draft, wall or (wall_of(page, draft.platform, ("text",)) if page_like and by_status.outcome != "absent" else None) or by_status
        )
    before = draft.has_more_than_a_name
    if page_like:
        generic.read(page, draft)
        wall = None if before else wall_of(page, draft.platform, ("text",))
        if wall:
            return _result(draft, wall)
        generic.site_words(page, draft)
    elif not before and not draft.profile:
        wall = wall_of(page, draft.platform, ("text",))
        if wall:
            return _result(draft, wall)
    return _result(draft, None)


def _redirected(page: Page, draft: Draft) -> PageResult:
    return _result(draft, wall_of(page, draft.platform, ("to",)) or Wall("unknown", "cannot_tell"))


def _result(draft: Draft, wall: Wall | None) -> PageResult:
    found = bool(draft.profile.get("name") or draft.profile.get("handle") or draft.has_more_than_a_name)
    if wall is None:
        wall = Wall("found", "") if found else Wall("unknown", "nothing_readable")
    outcome, code = wall.outcome, wall.code
    if outcome == "absent" and draft.platform in _WALLED:
        outcome, code = "unknown", "cannot_tell"
    if code:
        draft.problem(code)
    if outcome != "found":
        return PageResult(outcome, draft.platform, {}, (), tuple(draft.problems), next_steps(draft.platform, outcome))
    if draft.handle and not draft.profile.get("handle"):
        draft.profile["handle"] = draft.handle
    steps = next_steps(draft.platform, "found" if draft.documents else "thin")
    return PageResult("found", draft.platform, draft.profile, tuple(draft.documents), tuple(draft.problems), steps)


def next_steps(platform: str, outcome: str) -> tuple[str, ...]:
    """What the person can do now, the best first: codes of `links.next.*`."""
    if outcome == "found":
        return ("check_logged_out",)
    if outcome == "absent":
        return ("check_spelling", "nothing_to_do")
    if platform in (
        "instagram",
        "tiktok",
        "facebook",
        "x",
        "linkedin",
        "snapchat",
        "threads",
        "reddit",
        "discord",
        "youtube",
        "pinterest",
        "telegram",
        "mastodon",
    ):
        return ("save_page", "ask_archive", "copy_texts", "check_logged_out")
    return ("save_page", "copy_texts", "check_logged_out")


def failed(code: str, platform: str = "", outcome: str = "unknown") -> PageResult:
    """A PageResult for what never answered: a network problem by its code."""
    steps = ("paste_profile",) if code in _NO_LINK else ("try_later",) if code in _LATER_ONLY else next_steps(platform, outcome)
    if code in _LATER:
        steps = ("try_later", *steps)
    return PageResult(outcome, platform, {}, (), (Problem(code, platform),), steps)


def _whose(url: str) -> tuple[Link | None, str]:
    """The link behind an address, and its platform: also for the addresses of public answers (APIs, feeds)."""
    plain = re.sub(r"^https?://(?:www\.)?", "", url)
    platform = table.platform_at(url) or next((name for part, name in _AT.items() if part in plain), "")
    if platform == "mastodon" and software_of(plain.partition("/")[0]) == "peertube":
        platform = "peertube"  # the same path for another answer
    try:
        link: Link | None = identify(url)
    except LinkError:
        link = None
    if platform:
        return (link if link and link.platform == platform else None), platform
    if link is None:
        return None, "youtube" if plain.startswith("consent.youtube.") else "website"
    return link, _owner(url) or "website" if link.platform in (None, "website") else link.platform


def _owner(url: str) -> str:
    """The platform a host belongs to, when the address names nobody (a login page, a home page)."""
    try:
        host = parse_address(url).host
    except LinkError:
        return ""
    return house_of(host)


def _short_handle(link: Link | None) -> str:
    return (link.handle or "").split("@")[0] if link else ""


def merge(first: PageResult, second: PageResult) -> PageResult:
    """Two answers about one person as one: what the first knows is kept, the second adds to it."""
    if second.outcome != "found":
        return first
    if first.outcome != "found":
        return second
    profile: dict[str, Any] = dict(second.profile) | {key: value for key, value in first.profile.items() if value}
    for key in ("links", "contact", "jobs", "schools"):
        both = [*_list(first.profile.get(key)), *_list(second.profile.get(key))]
        if both:
            profile[key] = list(dict.fromkeys(both))
    seen = {document.text for document in first.documents}
    documents = (*first.documents, *(document for document in second.documents if document.text not in seen))
    problems = tuple(dict.fromkeys((*first.problems, *second.problems)))
    return PageResult("found", first.platform or second.platform, profile, documents, problems, first.next_steps)


def _list(value: object) -> list:
    return list(value) if isinstance(value, list | tuple) else []
