"""Nouns of a story: what a document says of a stay (job or school), a person, a way to reach them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

JOB, SCHOOL = "job", "school"
TOPICS = ("name", "dates", "title", "employer", "diploma", "diploma_status", "city", "email", "phone", "missing")


@dataclass(frozen=True, slots=True)
class Said:
    """Words of one document: where they stand in it, and from which place they come."""

    document: str
    platform: str
    file: str = field(repr=False)
    text: str = field(repr=False)
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two documents that do not say the same: a question for the person, never an accusation.

    `rule` is `any.consistency.TOPIC`; `facts` fill its sentences. For `missing`, `right` is the nearest words of the document that lacks it.
    """

    topic: str
    left: Said
    right: Said
    facts: Mapping[str, object] = field(default_factory=dict, repr=False)

    @property
    def rule(self) -> str:
        return f"any.consistency.{self.topic}"


@dataclass(frozen=True, slots=True, order=True)
class When:
    """A year, and a month when it was written (0: not written)."""

    year: int
    month: int = 0


@dataclass(frozen=True, slots=True)
class Span:
    """From when to when; `end` is None when only one date was written; `still` when it goes on today.

    `several` when it was several times between the first and the last (a job of two summers).
    """

    start: When
    end: When | None = None
    still: bool = False
    several: bool = False

    @property
    def years(self) -> tuple[int, int]:
        """First and last year it may cover."""
        last = 9999 if self.still else (self.end or self.start).year
        return min(self.start.year, last), max(self.start.year, last)


@dataclass(frozen=True, slots=True)
class Stay:
    """A job or a schooling: its dates, the words that name it, what they were read as."""

    kind: str
    said: Said
    span: Span
    segments: tuple[str, ...] = field(default=(), repr=False)
    title: str = field(default="", repr=False)
    place: str = field(default="", repr=False)
    level: str = ""
    subject: str = field(default="", repr=False)
    status: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """Everything one document tells."""

    document: str
    platform: str
    kind: str
    stays: tuple[Stay, ...] = ()
    name: Said | None = None
    city: Said | None = None
    city_line: str = field(default="", repr=False)
    emails: tuple[Said, ...] = ()
    phones: tuple[Said, ...] = ()
