"""Loud texts: capitals all along, rows of exclamation marks, emoji in every corner."""

from __future__ import annotations

import re

from audit.checks.registry import Found
from audit.checks.writing.speller import allowed_words
from audit.text import Reading, plain

_EMOJI = re.compile(
    "(?:[\U0001f1e6-\U0001f1ff]{2}|[\U0001f300-\U0001faff\u2600-\u27bf\u2b50\u2b55\u203c\u2049\u231a-\u23ff\u25aa-\u25fe](?:[\ufe0f\u200d\U0001f3fb-\U0001f3ff]|(?<=\u200d)[\U0001f300-\U0001faff\u2600-\u27bf])*)"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SHOUT = re.compile(r"!{2,}|‼️?|\?{3,}")
_MANY_EMOJI = 6
_FEW_EMOJI = 4


def loud_stretch(reading: Reading) -> Found | None:
    """The loud part of a text: capitals first, then emoji; None for a headline, an acronym, a single emoji."""
    text = reading.text
    return _capitals(text) or _emoji(text)


def _capitals(text: str) -> Found | None:
    words = [word for word in _WORD.finditer(text) if len(word[0]) >= 4 and plain(word[0]) not in allowed_words()]
    high = [word for word in words if word[0].isupper()]
    every = [word for word in _WORD.finditer(text) if len(word[0]) >= 2]
    shouts = len(_SHOUT.findall(text)) + (1 if re.search("!{4,}", text) else 0)
    all_high = sum(word[0].isupper() for word in every)
    if len(high) >= 3 and len(high) >= 0.7 * len(words) and all_high >= 4 and all_high >= 0.7 * len(every):
        return Found("capitals", *_whole(text, every, high), {"count": len(high)})
    if shouts >= 2 and (len(high) >= 2 or shouts >= 3):
        marks = list(_SHOUT.finditer(text))
        start = min([marks[0].start(), *(word.start() for word in high[:1])])
        start = max(0, max(text.rfind(stop, 0, start) for stop in (". ", "! ", "? ", "\n")) + 1) if start else 0
        return Found("capitals", *_trim(text, start, marks[-1].end()), {"count": shouts})
    return None


def _emoji(text: str) -> Found | None:
    found = list(_EMOJI.finditer(text))
    words = _WORD.findall(text)
    if len(found) >= _MANY_EMOJI and len(found) >= 0.25 * len(words):
        return Found("emoji", *_trim(text, 0, len(text)), {"count": len(found)})
    if len(found) >= _FEW_EMOJI and len(found) >= 0.6 * len(words):
        return Found("emoji", *_trim(text, 0, len(text)), {"count": len(found)})
    return None


def _whole(text: str, every: list[re.Match], high: list[re.Match]) -> tuple[int, int]:
    """From the first word in capitals, short ones too, to the last mark that follows them."""
    upper = [word for word in every if word[0].isupper() and word.start() <= high[-1].end()]
    end = high[-1].end()
    tail = re.match(r"(?:\W*\b[A-ZÀ-Ý]{1,3}\b)*[ !?.]*", text[end:])
    return _trim(text, min(upper[0].start(), high[0].start()), end + (tail.end() if tail else 0))


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
