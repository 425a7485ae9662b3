"""The short writing of phrases: `{a,b}` alternatives, `{,b}` optional words, `@name` a list of `lists.yaml`, `~fumer` a verb's forms."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import product

from audit.rulebook.verbs import forms

LIMIT = 20_000  # more phrases than this from one line is a slip, not a rule
_TOKEN = re.compile(r"\{[^{}]*\}|@[a-z_]+|~[a-z]+")
_NAME = re.compile(r"[@~][a-z_]+")


class ExpandError(ValueError):
    """The phrase cannot be expanded; the message says why, the loader adds file and line."""


def expand(phrase: str, lists: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Every phrase that the short writing stands for, spaces tidied, in order, without doubles.

    >>> expand("je {vais,va} te {,vraiment }tuer", {})
    ['je vais te tuer', 'je vais te vraiment tuer', 'je va te tuer', 'je va te vraiment tuer']
    """
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
    total = 1
    for piece in pieces:
        total *= len(piece)
    if total > LIMIT:
        raise ExpandError(f"this stands for {total} phrases, more than {LIMIT}: write it as a frame")
    return list(dict.fromkeys(" ".join("".join(parts).split()) for parts in product(*pieces)))


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
    return tuple(choices)


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
