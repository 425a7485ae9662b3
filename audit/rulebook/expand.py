"""The short writing of phrases: `{a,b}` alternatives, `{,b}` optional words, `@name` a list of `lists.yaml`, `~fumer` a verb's forms.

What stands for few phrases is written out; what stands for many stays a Template, which costs the sum of its
alternatives, not their product.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import product
from math import prod

from audit.model import Template
from audit.rulebook.verbs import forms

WRITTEN_OUT = 200  # a line with several choices that stands for more phrases than this stays a template
_TOKEN = re.compile(r"\{[^{}]*\}|@[a-z_]+|~[a-z]+")
_NAME = re.compile(r"[@~][a-z_]+")


class ExpandError(ValueError):
    """The phrase cannot be read; the message says why, the loader adds file and line."""


def expand(phrase: str, lists: Mapping[str, tuple[str, ...]]) -> list[str | Template]:
    """The phrases that the short writing stands for, in order, without doubles; or one Template when they are many.

    >>> expand("je {vais,va} te {,vraiment }tuer", {})
    ['je vais te tuer', 'je vais te vraiment tuer', 'je va te tuer', 'je va te vraiment tuer']
    """
    pieces = _pieces(phrase, lists)
    if sum(len(piece) > 1 for piece in pieces) > 1 and prod(len(piece) for piece in pieces) > WRITTEN_OUT:
        return [Template(tuple(pieces))]
    return list(dict.fromkeys(written_out(pieces)))


def written_out(pieces: Sequence[tuple[str, ...]]) -> list[str]:
    """Every phrase of the pieces, spaces tidied."""
    return [" ".join("".join(parts).split()) for parts in product(*pieces)]


def _pieces(phrase: str, lists: Mapping[str, tuple[str, ...]]) -> list[tuple[str, ...]]:
    pieces: list[tuple[str, ...]] = []
    last = 0
    for token in _TOKEN.finditer(phrase):
        pieces.append((phrase[last : token.start()],))
        pieces.append(_choices(token[0], lists))
        last = token.end()
    rest = phrase[last:]
    if "{" in rest or "}" in rest:
        raise ExpandError("a brace is not closed, or braces stand inside braces")
    pieces.append((rest,))
    return [piece for piece in pieces if piece != ("",)]


def _choices(token: str, lists: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    if token[0] != "{":
        return _named(token, lists)
    choices: list[str] = []
    for choice in token[1:-1].split(","):
        inner: list[str] = [""]
        last = 0
        for name in _NAME.finditer(choice):
            inner = [left + choice[last : name.start()] + word for left in inner for word in _named(name[0], lists)]
            last = name.end()
        choices.extend(left + choice[last:] for left in inner)
    return tuple(dict.fromkeys(choices))


def _named(token: str, lists: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    if token[0] == "~":
        try:
            return forms(token[1:])
        except ValueError as error:
            raise ExpandError(str(error)) from None
    name = token[1:]
    if name not in lists:
        raise ExpandError(f"there is no list @{name}; known lists: {', '.join(sorted(lists)) or 'none'}")
    return lists[name]
