"""Text that was pasted: several posts at once are split, each becomes a Document."""

from __future__ import annotations

import re
from collections.abc import Sequence

from audit.model import Document, Owner

# A line of dashes or stars, two empty lines, or a line that only says when or by whom (as feeds print above each post).
_RULER = re.compile(r"^\s*(?:-{3,}|\*{3,}|_{3,}|={3,}|~{3,}|•{3,})\s*$")
_WHEN = re.compile(
    r"^\s*(?:@\w{2,30}\s*[·•|-]\s*)?(?:il y a \d+ ?\w{1,8}|\d+ ?(?:min|h|j|d|sem|w|mois|ans?|y)\b(?: ago)?|\d{1,2} (?:janv|févr|mars|avr|mai|juin|juil|août|sept|oct|nov|déc)\w*\.?(?: \d{4})?"
    r"(?:,? (?:à )?\d{1,2}[:h]\d{2})?|\d{1,2}/\d{1,2}/\d{2,4}(?:,? (?:à )?\d{1,2}[:h]\d{2})?|\d{4}-\d{2}-\d{2}(?:[ T]\d{2}:\d{2}(?::\d{2})?)?)\s*$",
    re.I,
)


_WHOLE = ("bio", "cv", "profile")


def split_posts(pasted: str) -> list[str]:
    """The posts of a pasted text, in order, without the separators; a text with no separator is one post."""
    posts: list[list[str]] = [[]]
    empty = 0
    for line in pasted.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        if _RULER.match(line) or _WHEN.match(line):
            posts.append([])
        elif not line.strip():
            empty += 1
            if empty == 2:
                posts.append([])
            elif posts[-1]:
                posts[-1].append(line)
            continue
        else:
            posts[-1].append(line)
        empty = 0
    return [text for text in ("\n".join(post).strip() for post in posts) if text]


def paste(texts: Sequence[tuple[str, str]], owner: Owner | None = None, prefix: str = "text") -> list[Document]:
    """Documents from (kind, pasted text) pairs; posts, captions, comments and messages are split, a bio, a CV or a profile is kept whole."""
    documents = []
    for kind, pasted in texts:
        pieces = [pasted] if kind in _WHOLE else split_posts(pasted)
        for piece in pieces:
            if piece.strip():
                documents.append(Document(piece, kind=kind, id=f"{prefix}{len(documents) + 1}", owner=owner or Owner()))
    return documents
