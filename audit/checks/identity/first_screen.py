"""What a recruiter sees first of each profile."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from audit.model import TOP, Account, Document, Finding

# What each place shows at the top to somebody without an account, first things first (public pages, state of 2026).
ORDER = {
    "linkedin": ("picture", "name", "headline", "about", "experience", "posts"),
    "instagram": ("picture", "handle", "name", "bio", "pinned", "posts"),
    "tiktok": ("picture", "handle", "name", "bio", "pinned", "posts"),
    "x": ("picture", "name", "handle", "bio", "pinned", "posts"),
    "facebook": ("picture", "cover", "name", "bio", "posts"),
    "snapchat": ("picture", "name", "handle", "stories"),
    "youtube": ("picture", "name", "handle", "about", "videos"),
    "github": ("picture", "name", "handle", "bio", "pinned", "posts"),
}
_USUAL = ("picture", "name", "handle", "bio", "pinned", "posts")


@dataclass(frozen=True, slots=True)
class Seen:
    """One thing of a first screen: `what` (picture, name, bio …), the document that holds it ("" when it was not given), the findings in it."""

    what: str
    document: str = ""
    findings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Screen:
    """The first screen of one profile: who may see it, and its things from top to bottom."""

    platform: str
    visibility: str  # public, private, or "" when nobody said
    seen: tuple[Seen, ...] = ()
    picture: tuple[str, ...] = ()  # what the picture shows, as the person says it: codes of `identity.picture.*`


def first_screen(documents: Iterable[Document], findings: Iterable[Finding] = (), accounts: Iterable[Account] = ()) -> tuple[Screen, ...]:
    """The first screen of every platform among the person's documents; `accounts` say who sees them and what their picture shows."""
    described = {account.platform: account for account in accounts}
    by_platform: dict[str, list[Document]] = {}
    for document in documents:
        if document.by_self and document.platform and document.kind != "message":
            by_platform.setdefault(document.platform, []).append(document)
    keys: dict[str, list[str]] = {}
    for finding in findings:
        if finding.outcome != "set_aside":
            for place in dict.fromkeys((finding.document, *_other_sides(finding))):
                keys.setdefault(place, []).append(finding.key)
    return tuple(_screen(group, keys, described.get(platform) or Account(platform)) for platform, group in by_platform.items())


def _other_sides(finding: Finding) -> tuple[str, ...]:
    """The documents that a contradiction shows beside the one it stands in."""
    sides = finding.facts.get("sides")
    held = sides.values() if isinstance(sides, Mapping) else ()
    return tuple(side["document"] for side in held if isinstance(side, Mapping) and isinstance(side.get("document"), str))


def _screen(documents: list[Document], keys: Mapping[str, list[str]], account: Account) -> Screen:
    posts = [document for document in documents if document.kind in ("post", "caption")]
    top = next((document for document in posts if document.id.startswith(TOP)), None)
    newest = max((document for document in posts if document is not top), key=lambda document: document.date, default=None)
    order = ORDER.get(account.platform, _USUAL)
    first = next((what for what in ("pinned", "posts", "videos", "stories") if what in order), "")
    holds = {
        "handle": next((document for document in documents if document.kind == "handle"), None),
        "bio": next((document for document in documents if document.kind == "bio"), None),
        "headline": next((document for document in documents if document.kind == "bio"), None),
        "about": next((document for document in documents if document.kind == "bio"), None),
        "experience": next((document for document in documents if document.kind == "profile"), None),
        "posts": newest,
    }
    if top and first:
        holds[first] = top
    seen = []
    for what in order:
        document = holds.get(what)
        seen.append(Seen(what, document.id if document else "", tuple(keys.get(document.id, ())) if document else ()))
    said = {document.visibility for document in documents if document.visibility}
    visibility = account.visibility or ("public" if "public" in said else "private" if said == {"private"} else "")
    return Screen(account.platform, visibility, tuple(seen), account.picture)
