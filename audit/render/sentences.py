"""The sentence round a finding, cut in three so that the words found can be highlighted."""

from __future__ import annotations

import re

AROUND = 160  # characters shown on either side, at most
_START = re.compile(r"(?:[.!?…]+[\"»')\]]*\s+|\n+)")
_END = re.compile(r"[.!?…]+[\"»')\]]*(?=\s|$)|\n")


def around(text: str, start: int, end: int) -> tuple[str, str, str]:
    """(before, words, after): the sentence that holds text[start:end]; what is cut away is shown as "…"."""
    low, high = max(0, start - AROUND), min(len(text), end + AROUND)
    head, tail = text[low:start], text[end:high]
    breaks = list(_START.finditer(head))
    cut = f"…{head}" if low else head
    before = head[breaks[-1].end() :] if breaks else cut
    ended = end > start and _START.match(text, end - 1)  # the words found already end their sentence
    close = _END.search(tail)
    if ended:
        after = ""
    elif close:
        after = tail[: close.end()]
    else:
        after = f"{tail}…" if high < len(text) else tail
    return before.lstrip(), text[start:end], after.rstrip()
