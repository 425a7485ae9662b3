"""What a regular expression cannot do without: a few literals of which every text that it hits holds at least one.

They are read off the parsed pattern, the way RE2's own prefilter does; the pattern then only runs on texts that hold one.
A literal may begin or end with EDGE: there a word of the text has to begin or end. See `prefilter` for looking for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from re import _constants as op
from re import _parser as parser

from audit.text.rarity import commonness

EDGE = "\b"
_MOST = 300  # literals followed side by side; beyond that the best of them so far are kept
_MOST_COPIES = 3
_OTHER_SYNTAX = re.compile(r"\[\[|\\[pPQEzC]|\\x\{|\(\?(?!:|P<|<?[=!])")  # what RE2 reads in its own way, and flags
_LETTERS = 15.0  # a letter more makes a literal about so many times rarer
_EDGES = 5.0  # … and an edge of a word
_INNER_EDGES = re.compile(r"(?<=[^\x08])\x08+(?=[^\x08])|(?<=\x08)\x08+")


@dataclass(frozen=True, slots=True)
class _Part:
    """`exact`: all the texts that the part may hit, when they are few; else `starts`: one of these is how they start.

    `needed`: sets of literals; the part needs one of each.
    """

    exact: frozenset[str] | None
    needed: tuple[frozenset[str], ...] = ()
    starts: frozenset[str] | None = None

    def literals(self) -> frozenset[str] | None:
        """The rarest of these sets, None when a text without any of the literals may be hit."""
        return min((*_telling(self.exact), *self.needed), key=how_often, default=None)


_NOTHING = frozenset([""])
_EMPTY, _AN_EDGE, _ANYTHING = _Part(_NOTHING), _Part(frozenset([EDGE])), _Part(None)


def required(pattern: str) -> tuple[frozenset[str], ...]:
    """Sets of literals, the rarest set first: every text that the pattern hits holds one of each. Empty when nothing certain can be said.

    >>> [sorted(literals) for literals in required(r"\\b(?:vodkas?|jager\\w*)\\b.{0,9} verre")]
    [['\\x08jager', '\\x08vodka'], [' verre']]
    """
    if _OTHER_SYNTAX.search(pattern):
        return ()
    part = _sequence(parser.parse(pattern))
    told: list[frozenset[str]] = []
    for literals in sorted(map(_shortest, (*_telling(part.exact), *part.needed)), key=how_often):
        if not any(_implies(rarer, literals) for rarer in told):
            told.append(literals)
    return tuple(told)


def _implies(rarer: frozenset[str], literals: frozenset[str]) -> bool:
    """True when a text with one of the first has one of the others, its edges aside."""
    return all(any(literal.strip(EDGE) in one for literal in literals) for one in rarer)


def _shortest(literals: frozenset[str]) -> frozenset[str]:
    """The literals that hold no other of them."""
    return frozenset(one for one in literals if not any(other in one for other in literals if other != one))


def _sequence(nodes: Iterable[tuple]) -> _Part:
    exact: frozenset[str] = _NOTHING  # what stands side by side since the last gap
    starts: frozenset[str] | None = None
    needed: list[frozenset[str]] = []
    for part in _parts(nodes):
        needed.extend(part.needed)
        if part.exact is not None and len(exact) * len(part.exact) <= _MOST:
            exact = _joined(exact, part.exact)
            continue
        if part.exact is None and part.starts and len(exact) * len(part.starts) <= _MOST:
            exact = _joined(exact, part.starts)
        needed.extend(_telling(exact))
        starts, exact = starts or exact, part.exact or _NOTHING
    return _Part(exact, tuple(needed)) if starts is None else _Part(None, (*needed, *_telling(exact)), starts)


def _joined(one: frozenset[str], other: frozenset[str]) -> frozenset[str]:
    return frozenset(_INNER_EDGES.sub("", first + second) for first in one for second in other)


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
    if kind is op.AT:
        return _AN_EDGE if value is op.AT_BOUNDARY else _EMPTY
    return _EMPTY if kind in (op.ASSERT, op.ASSERT_NOT) else _ANYTHING


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
    starts = [part.starts if part.exact is None else part.exact for part in parts]
    return _Part(
        None,
        () if None in literals else (frozenset().union(*literals),),
        None if None in starts else frozenset().union(*starts),
    )


def _telling(literals: frozenset[str] | None) -> tuple[frozenset[str], ...]:
    """The set, when a text may lack all of it: one with the empty text or a bare edge says nothing."""
    return (literals,) if literals and literals.isdisjoint(("", EDGE)) else ()


def how_often(literals: Iterable[str]) -> float:
    """About how many of these literals an ordinary post holds, inside words too; only good for comparing."""
    return sum(map(_weight, literals))


@lru_cache(maxsize=1 << 16)  # the same few thousands are weighed again for each pattern that holds them
def _weight(literal: str) -> float:
    return commonness([literal.strip(EDGE)]) + _inside(literal.strip(EDGE)) / _EDGES ** literal.count(EDGE)


def _inside(literal: str) -> float:
    """About how often it stands in other words, or over the edges of words."""
    if not literal.isascii():
        return 0.01  # an emoji: seldom, however short
    letters = 100 * _LETTERS ** -len(literal)
    return letters / 10 if any(char.isdigit() for char in literal) else letters
