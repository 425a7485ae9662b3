"""How often a phrase stands in an ordinary text, so that what is looked for first is what is seldom there."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

_FREQUENCIES = Path(__file__).resolve().parents[2] / "data" / "words" / "frequency.txt"
_RUN = re.compile(r"[a-z0-9]+")
_WORDS_OF_A_POST = 20
_UNLISTED, _NUMBER, _LETTER = 2.5, 5.0, 7.0  # Zipf frequency of a word, a number and a lone letter that the list does not hold
_SIGN, _PICTURE = 6.0, 4.0  # … of a comma or a bracket, and of an emoji
_MORE_WORDS = 0.2  # a phrase of two words is rarer than the rarer of them


@cache
def _zipf() -> dict[str, float]:
    table: dict[str, float] = {}
    for line in _FREQUENCIES.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            value, *words = line.split()
            table.update(dict.fromkeys(words, float(value)))
    return table


def commonness(phrases: Iterable[str]) -> float:
    """About how many of these folded phrases an ordinary post holds; only good for comparing.

    >>> commonness(["je", "on"]) > commonness(["au goulot", "cul sec"])
    True
    """
    return _WORDS_OF_A_POST * sum(10 ** (zipf - 9) * _MORE_WORDS**more for zipf, more in map(_rarest, phrases))


def rarest_word(phrase: str) -> str:
    """The run of letters and digits of a folded phrase that is met least often; empty when it has none."""
    return min(_RUN.findall(phrase), key=lambda word: (_frequency(word), -len(word)), default="")


def is_usual(word: str) -> bool:
    """True for the folded words of the frequency list."""
    return word in _zipf()


def _frequency(word: str) -> float:
    """The Zipf frequency of a folded word: 7 is one in a hundred, 3 one in a million."""
    listed = _zipf().get(word)
    if listed is not None:
        return listed
    return _NUMBER if word.isdigit() else _LETTER if len(word) == 1 else _UNLISTED


def _rarest(phrase: str) -> tuple[float, int]:
    """The Zipf frequency of the rarest word of a phrase, and how many words more it has. A beginning (`tu*`) stands for many words."""
    found = [_frequency(word) for word in _RUN.findall(phrase)]
    if not found:
        return (_SIGN if phrase.isascii() else _PICTURE), 0
    lowest = min(found)
    return (lowest + max(0.0, 5.0 - len(phrase) / 2) if phrase.endswith("*") else lowest), len(found) - 1
