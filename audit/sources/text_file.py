"""A plain text file of the person: decoded kindly, split into posts."""

from __future__ import annotations

from audit.model import Document, Problem
from audit.sources.paste import split_posts

MAX_BYTES = 20_000_000


def decode(data: bytes) -> str:
    """The text of some bytes: UTF-8, UTF-16 with its mark, else Windows-1252; never fails."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def read_text_bytes(data: bytes) -> tuple[list[Document], list[Problem]]:
    """The posts of a text file; problems instead of exceptions: not_text, empty."""
    if data[:4] in (b"PK\x03\x04", b"%PDF", b"\x89PNG") or data[:3] == b"\xff\xd8\xff":
        return [], [Problem("not_text", "file")]
    text = decode(data)
    posts = split_posts(text)
    if not posts:
        return [], [Problem("empty", "file")]
    return [Document(post, kind="post", id=f"file{number}", file="text") for number, post in enumerate(posts, 1)], []
