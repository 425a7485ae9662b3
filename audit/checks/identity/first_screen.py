"""What a recruiter sees first of each profile, and which findings to deal with first."""

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
_SEVERITY = {"high": 4.0, "medium": 2.5, "low": 1.0}
_EASE = {
    "handle": 1.5,
    "bio": 1.5,
    "email": 1.3,
    "profile": 1.3,
    "post": 1.2,
    "caption": 1.2,
    "comment": 1.0,
    "message": 0.8,
    "cv": 1.5,
    "link": 1.2,
}
_SIGHT = {
    "handle": 3.0,
    "bio": 3.0,
    "profile": 3.0,
    "cv": 3.0,
    "email": 3.0,
    "post": 1.5,
    "caption": 1.5,
    "comment": 1.0,
    "message": 0.3,
    "link": 1.0,
}


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


def priority(finding: Finding, document: Document | None) -> float:
    """Visible first × serious × easy: the larger, the sooner. 0 for what is no fault (information, help, set aside)."""
    if finding.outcome == "set_aside" or finding.severity not in _SEVERITY:
        return 0.0
    kind = document.kind if document else "post"
    hidden = 0.5 if document and document.visibility == "private" else 1.0
    sure = 1.0 if finding.outcome == "flag" else 0.7
    return _SIGHT.get(kind, 1.0) * hidden * _SEVERITY[finding.severity] * sure * _EASE.get(kind, 1.0)


def by_priority(findings: Iterable[Finding], documents: Iterable[Document]) -> list[Finding]:
    """The findings that ask for something, the most urgent first; equal ones keep their order."""
    known = {document.id: document for document in documents}
    scored = [(priority(finding, known.get(finding.document)), finding) for finding in findings]
    return [finding for score, finding in sorted(scored, key=lambda pair: -pair[0]) if score > 0]
