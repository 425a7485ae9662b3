"""robots.txt, as RFC 9309 says: read for Reflet's own name; a site that cannot answer for itself is left alone."""

from __future__ import annotations

from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from audit.sources.links.decode import decode
from audit.sources.links.network import Answer

NAME = "Reflet"
_LARGEST = 500_000


def robots_url(url: str) -> str:
    """Where the rules for `url` stand."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}/robots.txt"


def may_read(answer: Answer | None, url: str) -> bool:
    """Whether the rules let Reflet read `url`. `answer`: what robots.txt said; None when the site did not answer (then: no)."""
    if answer is None or answer.status >= 500 or answer.status == 429:
        return False
    if answer.status >= 400 or (answer.status == 200 and answer.body.lstrip()[:1] == b"<"):
        return True  # no rules, or a page where the rules should be
    rules = RobotFileParser()
    rules.parse(decode(answer.body[:_LARGEST], answer.content_type).splitlines()[:20_000])
    return rules.can_fetch(NAME, url)
