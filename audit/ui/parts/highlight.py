"""A person's words, with what was found highlighted in their sentence."""

from __future__ import annotations

from collections.abc import Iterable

from audit.ui.safe import Html, join, tag


def highlight(before: str, words: str, after: str) -> Html:
    """The sentence in three parts, the middle one marked; right-to-left text keeps its own direction."""
    return tag("blockquote", before, tag("mark", words), after, class_="rf-quote", dir="auto")


def marked(text: str, marks: Iterable[tuple[int, int]]) -> Html:
    """A whole text with several marks (the examples of a rule)."""
    pieces, last = [], 0
    for start, end in marks:
        pieces += [text[last:start], tag("mark", text[start:end])]
        last = end
    return join([*pieces, text[last:]])
