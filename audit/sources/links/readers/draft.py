"""A Draft: what a reader has found so far; the first value of each thing is kept, each text becomes a Document once."""

from __future__ import annotations

from dataclasses import dataclass, field

from audit.model import Document, Problem
from audit.sources.links.markup import squeeze
from audit.sources.links.words import contacts, iso_date, links_in, plain

_LISTS = ("links", "contact", "jobs", "schools")
MOST_POSTS = 200
LONGEST = 50_000  # characters of one text; a profile is not a book


@dataclass
class Draft:
    """Filled by readers, in their order; `outcome` stays "" until a reader is sure ("absent", "blocked", "unknown")."""

    platform: str
    handle: str = field(default="", repr=False)
    outcome: str = ""
    profile: dict[str, object] = field(default_factory=dict, repr=False)
    documents: list[Document] = field(default_factory=list, repr=False)
    problems: list[Problem] = field(default_factory=list)
    visibility: str = "public"

    def say(self, key: str, value: object) -> None:
        """Keeps `value` (text, or list of texts for links, contact, jobs, schools) unless `key` is known already."""
        if key in _LISTS:
            values = value if isinstance(value, list | tuple) else [value]
            kept = self.profile.setdefault(key, [])
            assert isinstance(kept, list)
            for each in values:
                if isinstance(each, str) and each.strip() and each.strip() not in kept and len(kept) < 100:
                    kept.append(each.strip()[:2000])
            if not kept:
                del self.profile[key]
        elif isinstance(value, str) and value.strip() and not self.profile.get(key):
            self.profile[key] = value.strip()[:LONGEST]
        elif isinstance(value, bool) and key not in self.profile:
            self.profile[key] = value

    def bio(self, text: object, key: str = "bio") -> None:
        """A text about oneself: bio, headline, "about"; what it holds of links and addresses is kept apart too."""
        if not isinstance(text, str):
            return
        text = plain(text)[:LONGEST]
        if not text:
            return
        if self.profile.get(key) and key == "bio":
            return
        if key:
            self.say(key, text)
        self.say("contact", contacts(text))
        self.say("links", links_in(text))
        self.add(text, "bio")

    def add(self, text: object, kind: str = "post", date: object = "", visibility: str = "") -> None:
        """One text of the person, as HTML or plain; the same text twice counts once."""
        if not isinstance(text, str) or len(self.documents) >= MOST_POSTS:
            return
        text = plain(text)[:LONGEST]
        if text and not any(document.text == text for document in self.documents):
            self.documents.append(
                Document(text, kind=kind, platform=self.platform, date=iso_date(date), visibility=visibility or self.visibility)
            )

    def name(self, text: object) -> None:
        if isinstance(text, str):
            self.say("name", squeeze(text)[:200])

    @property
    def has_more_than_a_name(self) -> bool:
        return bool(
            self.documents or any(self.profile.get(key) for key in ("bio", "headline", "location", "links", "jobs", "schools", "contact"))
        )

    def problem(self, code: str) -> None:
        if not any(problem.code == code for problem in self.problems):
            self.problems.append(Problem(code, self.platform))


def each_of(value: object) -> list:
    """The values of a JSON list; nothing when it is no list, whatever a server sent."""
    return value if isinstance(value, list) else []


def dig(value: object, path: str) -> object:
    """`value["a"]["b"][0]` for the path "a.b.0" (`a|b`: the first that is there); None where it ends early."""
    for option in path.split("|"):
        found = value
        for step in option.split("."):
            if isinstance(found, dict):
                found = found.get(step)
            elif isinstance(found, list) and step.isdigit():
                found = found[int(step)] if int(step) < len(found) else None
            else:
                found = None
        if found not in (None, "", [], {}):
            return found
    return None
