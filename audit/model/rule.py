"""A Rule as the rulebook holds it once its YAML was checked; plain data, no behaviour."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

HOWS = ("phrases", "regex", "frame", "tokens", "meaning", "check")
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
class Template:
    """A phrase with alternatives, not written out: one piece after the other, any alternative of each, spaces included."""

    pieces: tuple[tuple[str, ...], ...]


Phrase = str | Template


@dataclass(frozen=True, slots=True)
class Examples:
    """Texts with `[[marks]]` around what must be found, by the outcome they must get."""

    flag: tuple[str, ...] = ()
    review: tuple[str, ...] = ()
    passes: tuple[str, ...] = ()  # nothing found, or only set aside


@dataclass(frozen=True, slots=True)
class Find:
    """How a rule finds: `how` is one of HOWS; the other fields belong to it.

    phrases: `phrases`, folded. regex: `patterns`, on the folded text, or on the text as written if `raw`.
    frame: `parts`, each a tuple of folded phrases that must follow each other `within` so many words of one sentence.
    tokens: `parts[0]` are the anchor phrases, `tokens` the spaCy patterns. meaning and check: `name` and `options`.
    """

    how: str
    phrases: tuple[Phrase, ...] = ()
    patterns: tuple[str, ...] = ()
    raw: bool = False
    parts: tuple[tuple[Phrase, ...], ...] = ()
    within: int = 6
    any_order: bool = False
    tokens: tuple = ()
    name: str = ""
    options: Mapping[str, str] = field(default_factory=dict)


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
    excepts: tuple[Phrase, ...]
    only_if: tuple[str, ...]
    set_aside_if: tuple[str, ...]
    review_if: tuple[str, ...]
    references: tuple[str, ...]
    examples: Examples
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class CueList:
    """Words that change what a match is worth, e.g. `negated`; `scope` is clause, sentence, text or quotes."""

    name: str
    lang: str
    about: Bilingual
    scope: str
    reach: int  # words between the cue and the match, at most
    before: tuple[Phrase, ...]
    after: tuple[Phrase, ...]
    anywhere: tuple[Phrase, ...]
    pseudo: tuple[Phrase, ...]
    stops: tuple[Phrase, ...]
    fires: tuple[str, ...]  # examples with the match in [[marks]]
    silent: tuple[str, ...]
    file: str
    line: int
