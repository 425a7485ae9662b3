"""Reads the lists of `data/stories`: what the comparison of CV and profiles knows of names, trades and diplomas."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from audit.checks.identity.folding import fold
from audit.checks.identity.lists import DATA


def _lines(name: str) -> Iterator[str]:
    text = (DATA / "stories" / f"{name}.txt").read_text(encoding="utf-8")
    return (line for line in text.splitlines() if line.strip() and not line.startswith("#"))


@cache
def renamed() -> tuple[tuple[str, ...], ...]:
    """Groups of names that one employer or school may have had, in folded words."""
    return tuple(tuple(" ".join(re.findall(r"[a-z0-9]+", fold(name))) for name in line.split("|")) for line in _lines("renamed"))


@cache
def trades() -> tuple[tuple[str, ...], ...]:
    """The words of each trade, as written in the list."""
    return tuple(tuple(line.split()) for line in _lines("trades"))


@cache
def diploma_words() -> Mapping[str, tuple[str, ...]]:
    """An English word of a diploma, and the French ones it stands for."""
    return {head.strip(): tuple(words.split()) for head, _, words in (line.partition(":") for line in _lines("diploma_words"))}
