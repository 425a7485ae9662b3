"""A Rule as the rulebook holds it once its YAML was checked; plain data, no behaviour."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Bilingual = Mapping[str, str]  # {"fr": …, "en": …}


@dataclass(frozen=True, slots=True)
class Category:
    """One of the categories of `rules/categories.yaml`."""

    id: str
    area: str
    counts: bool  # False: information or help, never a fault and never in a count
    title: Bilingual
    why_fine: Bilingual


@dataclass(frozen=True, slots=True)
class Examples:
    """Texts with `[[marks]]` around what must be found, by the outcome they must get."""

    flag: tuple[str, ...] = ()
    review: tuple[str, ...] = ()
    set_aside: tuple[str, ...] = ()
    clean: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Find:
    """How a rule finds: exactly one of phrases, regex, tokens, frame, meaning, check."""

    how: str
    phrases: tuple[str, ...] = ()
    regex: tuple[str, ...] = ()
    tokens: tuple = ()
    options: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rule:
    """Everything Reflet knows about one thing it looks for. `lang` is fr, en or any."""

    id: str
    lang: str
    category: str
    severity: str
    certainty: str
    on: tuple[str, ...]
    find: Find
    title: Bilingual
    why: Bilingual
    advice: Bilingual
    instead: Bilingual | None
    excepts: tuple[str, ...]
    only_if: tuple[str, ...]
    set_aside_if: tuple[str, ...]
    review_if: tuple[str, ...]
    references: tuple[str, ...]
    examples: Examples
    file: str
    line: int
