"""What the person or the counsellor decided about findings and steps, laid over a report that itself never changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from audit.model import scrub

DECISIONS = ("done", "keep", "discuss", "context", "mistake", "bring_back")
MAX_NOTE = 2000


@dataclass(frozen=True, slots=True)
class Mark:
    """One decision ("" = none yet) and a free note, in the person's or the counsellor's own words."""

    decision: str = ""
    note: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Review:
    """Marks by key: the key of a finding (it survives edits of the text) or of a step. Every change gives a new Review."""

    marks: Mapping[str, Mark] = field(default_factory=dict, repr=False)

    def decision(self, key: str) -> str:
        """One of DECISIONS, or "" when nothing was decided."""
        return self.marks[key].decision if key in self.marks else ""

    def note(self, key: str) -> str:
        """The note, or ""."""
        return self.marks[key].note if key in self.marks else ""

    def decide(self, key: str, decision: str) -> Review:
        """With a decision, or without it when `decision` is ""; the note stays. ValueError for an unknown decision."""
        if decision and decision not in DECISIONS:
            raise ValueError(f"decision must be one of {', '.join(DECISIONS)}")
        return self._with(key, Mark(decision, self.note(key)))

    def write(self, key: str, note: str) -> Review:
        """With a note of MAX_NOTE characters at most; the decision stays."""
        return self._with(key, Mark(self.decision(key), scrub(note)[:MAX_NOTE].strip()))

    def keep_only(self, keys: Iterable[str]) -> Review:
        """Without the marks of findings that are no longer there, e.g. after a text was mended."""
        kept = set(keys)
        return Review({key: mark for key, mark in self.marks.items() if key in kept})

    def to_dict(self) -> dict:
        """Plain JSON values, as `from_dict` takes them."""
        return {key: {"decision": mark.decision, "note": mark.note} for key, mark in self.marks.items()}

    @classmethod
    def from_dict(cls, saved: Mapping[str, Mapping[str, str]]) -> Review:
        """From `to_dict`, which may come from a hostile file: marks that say nothing we know are passed over."""
        review = cls()
        for key, mark in saved.items():
            decision, note = mark.get("decision", ""), mark.get("note", "")
            if isinstance(key, str) and isinstance(note, str) and (decision == "" or decision in DECISIONS):
                review = review._with(key[:64], Mark(decision, scrub(note)[:MAX_NOTE]))
        return review

    def _with(self, key: str, mark: Mark) -> Review:
        marks = {**self.marks, key: mark}
        if mark == Mark():
            del marks[key]
        return Review(marks)
