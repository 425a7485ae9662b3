"""The nouns of this room: Link (what an address names), PageResult (what a page told), Card (what to do on a platform)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from audit.model import Document, Problem

KINDS = ("profile", "blog", "post", "media", "group", "invite", "phone", "search", "share", "short", "unknown")
OUTCOMES = ("found", "absent", "blocked", "unknown")


class LinkError(ValueError):
    """This is no link that can be used; `code` says why (see `links.error.*` in `audit/i18n`), never what was typed."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Link:
    """What an address names, found out without opening anything.

    `platform` is an id of `data/platforms` ("website" when none fits, None when the address cannot be trusted), `kind` one of
    KINDS. `handle` and `canonical` are None when the address names nobody. `needs_resolution`: one redirect must be followed first.
    """

    platform: str | None
    kind: str
    handle: str | None = field(default=None, repr=False)
    canonical: str | None = field(default=None, repr=False)
    needs_resolution: bool = False

    def to_dict(self) -> dict:
        """The fields of a line of `python -m audit batch` (see the contract)."""
        return {
            "platform": self.platform,
            "kind": self.kind,
            "handle": self.handle,
            "canonical": self.canonical,
            "needs_resolution": self.needs_resolution,
        }


@dataclass(frozen=True, slots=True)
class PageResult:
    """What one page, feed or answer told about a profile.

    `outcome` is one of OUTCOMES; "blocked" (a wall, a refusal) is never "absent". `profile` may hold name, handle, headline,
    bio, location, picture, private (texts), links, contact, jobs, schools (lists of texts). `next_steps` are codes of
    `links.next.*` sentences, the best first.
    """

    outcome: str
    platform: str = ""
    profile: Mapping[str, object] = field(default_factory=dict, repr=False)
    documents: tuple[Document, ...] = field(default=(), repr=False)
    problems: tuple[Problem, ...] = ()
    next_steps: tuple[str, ...] = ()

    @property
    def counts(self) -> dict[str, int]:
        """How many documents of each kind."""
        totals: dict[str, int] = {}
        for document in self.documents:
            totals[document.kind] = totals.get(document.kind, 0) + 1
        return totals


@dataclass(frozen=True, slots=True)
class Path:
    """One way through a platform's settings: the sentence or steps, how sure we are (A, B, C), the word to look for."""

    text: Mapping[str, str]  # {"fr": …, "en": …}
    confidence: str
    word: Mapping[str, str]
    url: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """What to do on one platform: who may see it, clean-up in bulk, export, deletion; checked on `checked` (ISO date)."""

    platform: str
    name: str
    checked: str
    private: Path | None = None
    bulk: Path | None = None
    export: Path | None = None
    delete: Path | None = None
    under18: Mapping[str, str] = field(default_factory=dict)
    copy: Mapping[str, str] = field(default_factory=dict)  # what to copy and from where
    save: Mapping[str, str] = field(default_factory=dict)  # how to save the page
    outside: Mapping[str, str] = field(default_factory=dict)  # how it looks logged out
    source: str = ""
