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
    """The names of each trade, as written in the list."""
    return tuple(tuple(name.strip() for name in line.split(",")) for line in _lines("trades"))


@cache
def diploma_words() -> Mapping[str, tuple[str, ...]]:
    """An English word of a diploma, and the French ones it stands for."""
    return {head.strip(): tuple(words.split()) for head, _, words in (line.partition(":") for line in _lines("diploma_words"))}


@cache
def grouped_towns() -> tuple[tuple[str, int, tuple[str, ...]], ...]:
    """(département, number of an intercommunality, its towns there) as the list holds them."""
    parted = (line.partition(":") for line in _lines("towns"))
    heads = ((head.split(), names) for head, _, names in parted)
    return tuple((department, int(number), tuple(name.strip() for name in names.split(","))) for (department, number), names in heads)


@cache
def regions() -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """(region, its départements as (code, name))."""
    parted = (line.partition(":") for line in _lines("regions"))
    return tuple((region, tuple(tuple(one.strip().split(" ", 1)) for one in names.split(","))) for region, _, names in parted)


@cache
def agencies() -> tuple[str, ...]:
    """Folded names of those who lend workers, and words for a household or for working alone."""
    return tuple(" ".join(re.findall(r"[a-z0-9]+", fold(line))) for line in _lines("agencies"))
