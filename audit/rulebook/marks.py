"""`[[marks]]` in example texts: what must be found, in the text itself."""

from __future__ import annotations

import re

_MARK = re.compile(r"\[\[(.+?)\]\]", re.S)


def unmark(marked: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The text without marks, and the (start, end) of each mark in it.

    >>> unmark("Toi, [[je vais te tuer]] demain")
    ('Toi, je vais te tuer demain', ((5, 20),))
    """
    text, spans, last = "", [], 0
    for mark in _MARK.finditer(marked):
        text += marked[last : mark.start()]
        spans.append((len(text), len(text) + len(mark[1])))
        text += mark[1]
        last = mark.end()
    return text + marked[last:], tuple(spans)
