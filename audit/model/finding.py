"""From a Match (a rule hit these characters) to a Finding (and this is what the hit is worth)."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

SEVERITIES = ("high", "medium", "low", "info", "support")
OUTCOMES = ("flag", "review", "set_aside")


@dataclass(frozen=True, slots=True)
class Match:
    """A rule hit `text[start:end]` of the document; offsets are code points of the original text."""

    rule: str
    start: int
    end: int
    facts: Mapping[str, object] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class Cue:
    """Words near a match that changed its outcome: the name of the cue list and the words."""

    name: str
    excerpt: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Finding:
    """A judged match. `facts` holds what the sentences need (never a sentence: language enters last)."""

    rule: str
    category: str
    severity: str
    outcome: str
    start: int
    end: int
    excerpt: str = field(repr=False)
    document: str = ""
    cues: tuple[Cue, ...] = ()
    facts: Mapping[str, object] = field(default_factory=dict, repr=False)

    @property
    def key(self) -> str:
        """A name for this finding that survives edits elsewhere in the text (no position in it)."""
        words = " ".join(self.excerpt.casefold().split())
        return hashlib.sha256(f"{self.rule}\n{words}".encode()).hexdigest()[:12]

    def to_dict(self) -> dict:
        """The finding as `python -m audit batch` writes it (see shared contract)."""
        return {
            "rule": self.rule,
            "category": self.category,
            "severity": self.severity,
            "outcome": self.outcome,
            "start": self.start,
            "end": self.end,
            "excerpt": self.excerpt,
            "cues": [{"name": cue.name, "excerpt": cue.excerpt} for cue in self.cues],
        }
