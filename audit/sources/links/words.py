"""Small readings of a person's own words: addresses to reach them, links, dates, HTML made plain."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from bs4 import BeautifulSoup

from audit.sources.links.markup import squeeze, text_of

_EMAIL = re.compile(r"(?<![\w.+\-])[\w.+\-]{1,64}@[\w\-]{1,63}(?:\.[\w\-]{2,63}){1,4}(?![\w@])")
_PHONE = re.compile(r"(?<![\d+])(?:\+\d{1,3}[ .\-]?(?:\(0\)[ .\-]?)?\d(?:[ .\-]?\d){7,10}|0[1-9](?:[ .\-]?\d\d){4})(?!\d)")
_LINK = re.compile(r"(?:https?://|www\.)[^\s<>\"«»]+", re.I)


def plain(html: str) -> str:
    """The words of a piece of HTML, blocks on their own lines."""
    if "<" not in html and "&" not in html:
        return "\n".join(line for line in (squeeze(line) for line in html.splitlines()) if line)
    return text_of(BeautifulSoup(html[:400_000], "lxml"))


def contacts(text: str) -> list[str]:
    """E-mail addresses and telephone numbers that stand in a text, in order, each once."""
    return list(dict.fromkeys(hit.group() for pattern in (_EMAIL, _PHONE) for hit in pattern.finditer(text)))


def links_in(text: str) -> list[str]:
    """Web links that stand in a text, in order, each once."""
    return list(dict.fromkeys(hit.group().rstrip(".,;:!?)»") for hit in _LINK.finditer(text)))


def iso_date(value: object) -> str:
    """A date as ISO 8601, in UTC when the zone is known: from ISO texts, RFC 822 texts, seconds or milliseconds. "" when it is none."""
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, int | float) or (isinstance(value, str) and value.isdigit() and 9 <= len(value) <= 13):
        seconds = float(value)
        try:
            return _iso(datetime.fromtimestamp(seconds / 1000 if seconds > 1e11 else seconds, UTC))
        except (ValueError, OverflowError, OSError):
            return ""
    if not isinstance(value, str) or not value.strip():
        return ""
    try:
        return _iso(datetime.fromisoformat(value.strip()))
    except ValueError:
        pass
    try:
        return _iso(parsedate_to_datetime(value.strip()))
    except (ValueError, TypeError, IndexError):
        return ""


def _iso(moment: datetime) -> str:
    if moment.tzinfo:
        moment = moment.astimezone(UTC)
    return moment.replace(microsecond=0, tzinfo=None).isoformat() + ("Z" if moment.tzinfo else "")
