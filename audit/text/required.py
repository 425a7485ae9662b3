"""What a regular expression cannot do without: a few literals of which every text that it hits holds at least one.

They are read off the parsed pattern, the way RE2's own prefilter does; the pattern then only runs on texts that hold one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from re import _constants as op
from re import _parser as parser

from ahocorasick_rs import AhoCorasick

from audit.text.rarity import commonness

_MOST = 300  # literals followed side by side; beyond that the best of them so far are kept
_MOST_COPIES = 3
_OTHER_SYNTAX = re.compile(r"\[\[|\\[pPQEzC]|\\x\{|\(\?(?!:|P<)")  # what RE2 reads in its own way, and flags
_LETTERS = 15.0  # a letter more makes a literal about so many times rarer


@dataclass(frozen=True, slots=True)
class _Part:
    """`exact`: all the texts that the part may hit, when they are few. `needed`: literals of which it needs one, when known."""

    exact: frozenset[str] | None
    needed: frozenset[str] | None = None

    def literals(self) -> frozenset[str] | None:
        """The rarer of both, None when a text without any may be hit."""
        return _rarer(self.exact, self.needed)


_EMPTY, _ANYTHING = _Part(frozenset([""])), _Part(None)


def required(pattern: str) -> frozenset[str] | None:
    """Literals of which every text that the pattern hits holds one; None when nothing certain can be said.

    >>> sorted(required(r"\\b(?:vodkas?|jager\\w*)\\b.{0,9}!"))
    ['jager', 'vodka']
    """
    if _OTHER_SYNTAX.search(pattern):
        return None
    found = _sequence(parser.parse(pattern)).literals()
    return found and frozenset(one for one in found if not any(other in one for other in found if other != one))


class Gate:
    """Tells in one pass over a text whether one of some patterns may hit it; True when nothing certain can be said."""

    def __init__(self, *patterns: str) -> None:
        needs = [required(pattern) for pattern in patterns]
        self._literals = None if None in needs else AhoCorasick(sorted(frozenset().union(*needs)))

    def opens(self, text: str) -> bool:
        """False when none of the patterns can hit the text."""
        return self._literals is None or bool(self._literals.find_matches_as_indexes(text))


def _sequence(nodes: Iterable[tuple]) -> _Part:
    exact: frozenset[str] | None = frozenset([""])  # what stands side by side since the last gap
    whole = True
    best: frozenset[str] | None = None
    for part in _parts(nodes):
        best = _rarer(best, part.needed)
        if part.exact is not None and len(exact) * len(part.exact) <= _MOST:
            exact = frozenset(one + other for one in exact for other in part.exact)
            continue
        best, whole = _rarer(best, exact), False
        exact = part.exact if part.exact is not None else frozenset([""])
    return _Part(exact) if whole and best is None else _Part(exact if whole else None, _rarer(best, exact))


def _parts(nodes: Iterable[tuple]) -> Iterator[_Part]:
    """Each node's part; what is said at least twice stands there twice, and more of it is a gap."""
    for node in nodes:
        if node[0] in (op.MAX_REPEAT, op.MIN_REPEAT) and node[1][0] > 0:
            least, most, body = node[1]
            yield from [_sequence(body)] * min(least, _MOST_COPIES)
            if most > min(least, _MOST_COPIES):
                yield _ANYTHING
        else:
            yield _part(node)


def _part(node: tuple) -> _Part:
    kind, value = node
    if kind is op.LITERAL:
        return _Part(frozenset([chr(value)]))
    if kind is op.IN:
        return _class(value)
    if kind is op.BRANCH:
        return _branches([_sequence(one) for one in value[1]])
    if kind is op.SUBPATTERN:
        return _sequence(value[-1])
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT):  # none of it may be there
        once = _sequence(value[2])
        return _Part(once.exact | {""}) if value[1] == 1 and once.exact is not None else _ANYTHING
    return _EMPTY if kind is op.AT else _ANYTHING


def _class(items: Sequence[tuple]) -> _Part:
    chars: set[str] = set()
    for kind, value in items:
        if kind is op.LITERAL:
            chars.add(chr(value))
        elif kind is op.RANGE and value[1] - value[0] < 10:
            chars.update(map(chr, range(value[0], value[1] + 1)))
        elif kind is op.CATEGORY and value is op.CATEGORY_DIGIT:
            chars.update("0123456789")
        else:
            return _ANYTHING
    return _Part(frozenset(chars))


def _branches(parts: Sequence[_Part]) -> _Part:
    if all(part.exact is not None for part in parts):
        return _Part(frozenset().union(*(part.exact for part in parts)))
    literals = [part.literals() for part in parts]
    return _Part(None, None if None in literals else frozenset().union(*literals))


def _rarer(one: frozenset[str] | None, other: frozenset[str] | None) -> frozenset[str] | None:
    """The set that an ordinary text seldom holds any of; a set with the empty text says nothing."""
    useful = [literals for literals in (one, other) if literals and "" not in literals]
    return min(useful, key=how_often, default=None)


def how_often(literals: Iterable[str]) -> float:
    """About how many of these literals an ordinary post holds, inside words too; only good for comparing."""
    return sum(map(_weight, literals))


@lru_cache(maxsize=1 << 16)  # the same few thousands are weighed again for each pattern that holds them
def _weight(literal: str) -> float:
    return commonness([literal]) + _inside(literal)


def _inside(literal: str) -> float:
    if not literal.isascii():
        return 0.01  # an emoji: seldom, however short
    letters = 100 * _LETTERS ** -len(literal)
    return letters / 10 if any(char.isdigit() for char in literal) else letters
