"""What the page knows of profile links: the lines typed, the profiles read, the reading under way. Nothing is shown here."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlsplit

from audit.model import Document, Owner
from audit.sources.links import Link, LinkError, PageResult, Quota, fetch_all, house_of, identify, imitated, is_number

MOST_LINES = 20
_NOT_A_PROFILE = {"search": "is_a_search", "share": "is_a_share", "phone": "is_a_phone", "invite": "is_an_invite", "group": "is_a_group"}
_number = itertools.count().__next__


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the box of links: what it names, or the code of what is wrong with it (`links.problem.*`)."""

    typed: str = field(repr=False)
    link: Link | None = field(default=None, repr=False)
    problem: str = ""

    @property
    def address(self) -> str:
        """What is fetched, and what tells two lines apart."""
        return (self.link.canonical if self.link else "") or self.typed


@dataclass
class Profile:
    """One profile that was read, or could not be: `result` says which. `address` is "" for a saved page."""

    platform: str
    result: PageResult = field(repr=False)
    address: str = field(default="", repr=False)
    handle: str = field(default="", repr=False)
    number: int = field(default_factory=_number)


def lines_of(text: str) -> list[Line]:
    """Each line of the box once, identified without opening anything; at most MOST_LINES."""
    lines, seen = [], set()
    for typed in text.splitlines():
        if not typed.strip() or len(lines) >= MOST_LINES:
            continue
        line = _line(typed.strip())
        if line.address not in seen:
            seen.add(line.address)
            lines.append(line)
    return lines


def _line(typed: str) -> Line:
    try:
        link = identify(typed)
    except LinkError as error:
        return Line(typed, problem=error.code)
    if link.platform is None:
        return Line(typed, link, "credentials")
    if link.platform in ("website", "mastodon") and imitated(urlsplit(link.canonical or "").hostname or ""):
        return Line(typed, link, "looks_alike")
    if link.platform == "website" and house_of(urlsplit(link.canonical or "").hostname or ""):
        return Line(typed, link, "names_nobody")
    if link.kind in _NOT_A_PROFILE:
        return Line(typed, link, _NOT_A_PROFILE[link.kind])
    if not link.handle and link.platform != "website" and not link.needs_resolution:
        return Line(typed, link, "names_nobody")
    return Line(typed, link)


def documents_of(profile: Profile, owner: Owner) -> tuple[Document, ...]:
    """What a profile adds to the audit: its texts, and its story (name, title, jobs, schools) when it tells one."""
    documents = [replace(document, platform=document.platform or profile.platform) for document in profile.result.documents]
    told = _story(profile.result, {document.text for document in documents})
    if told:
        documents.append(Document(told, kind="profile", platform=profile.platform, visibility="public" if profile.address else ""))
    return tuple(replace(document, id=f"l{number}", owner=owner) for number, document in enumerate(documents, 1))


def _story(result: PageResult, known: set[str]) -> str:
    """Name, title, jobs and schools on a line each; "" when there is only a name, which tells no story."""
    facts = result.profile
    rest = [text for text in (facts.get("headline"), *listed(facts, "jobs"), *listed(facts, "schools")) if isinstance(text, str)]
    rest = [text for text in rest if text.strip() and text not in known]
    name = facts.get("name")
    return "\n".join([name, *rest] if isinstance(name, str) and name.strip() else rest) if rest else ""


def listed(facts: Any, key: str) -> tuple[str, ...]:
    """The texts of a field of a profile that may hold several."""
    value = facts.get(key)
    return tuple(text for text in value if isinstance(text, str)) if isinstance(value, list | tuple) else ()


def handles_of(lines: Sequence[Line], profiles: Sequence[Profile]) -> Iterator[tuple[str, str]]:
    """(platform, handle) pairs that links name; numbers that a network gives are no handles, nor is the name of nobody."""
    nobody = {profile.address for profile in profiles if profile.result.outcome == "absent"}
    profiles = [profile for profile in profiles if profile.result.outcome != "absent"]
    named = [(line.link.platform, line.link.handle) for line in lines if line.link and not line.problem and line.address not in nobody]
    named += [(profile.platform, profile.handle or str(profile.result.profile.get("handle") or "")) for profile in profiles]
    seen = set()
    for platform, handle in named:
        bare = (handle or "").strip().removeprefix("@").split("@")[0]
        if (
            platform
            and platform != "website"
            and bare
            and not is_number(platform, bare)
            and "/" not in bare
            and (platform, bare.casefold()) not in seen
        ):
            seen.add((platform, bare.casefold()))
            yield platform, bare


class Job:
    """A reading under way in a thread of its own: the page asks how far it is, and may stop it."""

    def __init__(self, lines: Sequence[Line], pool: Any, quota: Quota) -> None:
        self.lines = tuple(lines)
        self.done = 0
        self.stopped = False
        self.results: list[PageResult] | None = None
        self._thread = threading.Thread(target=self._work, args=(pool, quota), daemon=True)
        self._thread.start()

    @property
    def total(self) -> int:
        return len(self.lines)

    @property
    def finished(self) -> bool:
        return not self._thread.is_alive()

    def stop(self) -> None:
        self.stopped = True

    def profiles(self) -> list[Profile]:
        """What came of it, once finished; nothing when the thread failed."""
        return [
            Profile(result.platform or (line.link.platform if line.link else "") or "website", result, line.address, _handle(line))
            for line, result in zip(self.lines, self.results or (), strict=False)
        ]

    def _work(self, pool: Any, quota: Quota) -> None:
        self.results = fetch_all([line.address for line in self.lines], pool, self._tell, lambda: self.stopped, quota=quota)

    def _tell(self, done: int, _: int) -> None:
        self.done = done


def _handle(line: Line) -> str:
    return (line.link.handle if line.link else "") or ""
