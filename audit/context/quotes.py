"""Where the text quotes: the spans between quotation marks."""

from __future__ import annotations

import re

_PAIRS = re.compile(r"«[^«»]{1,600}»|“[^“”]{1,600}”|„[^„“”]{1,600}[“”]|(?<!\w)\"[^\"\n]{1,600}\"(?!\w)|(?<!\w)'[^'\n]{2,80}'(?!\w)")


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """Original (start, end) of every quotation, marks included.

    >>> quoted_spans("Il m'a dit « dégage » hier")
    [(11, 21)]
    """
    return [quote.span() for quote in _PAIRS.finditer(text)]
