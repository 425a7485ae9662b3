"""Judged: the answer about one address or handle, as facts and codes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

REASONS = (
    "invalid", "typo_domain", "disposable", "offensive_hate", "sexual", "vulgar", "drugs_alcohol", "violence", "school_or_work", "closed_provider",
    "opinion", "fan", "cute", "family_shared", "job_search_word", "nickname", "name_mismatch", "name_missing", "birth_year", "department",
    "random_digits", "hard_to_dictate",
)  # fmt: skip


SHOWN_WHEN_SPARED = ("game", "refused")


@dataclass(frozen=True, slots=True)
class Spared:
    """Something that was looked at and left alone: `code` of what it looked like, `because` (a code), and where."""

    code: str
    because: str
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Judged:
    """`verdict` and `reasons` (codes of the guidelines, the main one first); `spans` gives for each reason where it stands in the text."""

    verdict: str
    reasons: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = field(default=(), repr=False)
    spans: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    set_aside: tuple[Spared, ...] = ()
