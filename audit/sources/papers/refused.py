"""PaperRefused: why a paper was not read, as a code."""

from __future__ import annotations

MAX_CHARACTERS = 2_000_000


class PaperRefused(Exception):
    """`code` is damaged, locked, too_large or no_text; never a word of the file."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code
