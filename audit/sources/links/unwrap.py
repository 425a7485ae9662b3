"""Links that carry another link: share gates, web archives, login walls, translators. Takes the inner link out."""

from __future__ import annotations

import base64
import binascii
import re
from functools import lru_cache
from typing import Any
from urllib.parse import unquote, urljoin

from audit.sources.links.address import Address, parse_address
from audit.sources.links.nouns import LinkError
from audit.sources.links.platforms import wrappers

_INNER = re.compile(r"(?:https?:/{1,2}|www\.|(?:[a-z0-9\-]+\.)+[a-z]{2,}(?:/|$)).*", re.I | re.S)


def inner_link(address: Address) -> str | None:
    """The link that `address` carries, or None when it carries none."""
    doubled = re.match(r"/(https?:/{1,2}\S+)", address.path, re.I)
    if doubled:
        return _whole(doubled.group(1))
    translated = re.fullmatch(r"([a-z0-9\-]+)\.(?:translate\.goog|cdn\.ampproject\.org)", address.host)
    if translated:
        host = translated.group(1).replace("--", "\0").replace("-", ".").replace("\0", "-")
        return f"https://{host}{address.raw_path}"
    path = re.sub("/+$", "", address.path)
    if address.fragment.startswith("/"):
        path += "/#" + address.fragment
    for host, shape, row in _compiled():
        if (host.fullmatch(address.host)) and shape.fullmatch(path):
            found = _take(row, address)
            if found:
                return found
    return None


def unwrapped(link: str) -> str:
    """`link` without the gate it was put behind (l.instagram.com/?u=…); the same when there is none."""
    try:
        return inner_link(parse_address(link)) or link
    except LinkError:
        return link


@lru_cache(maxsize=1)
def _compiled() -> list[tuple[re.Pattern[str], re.Pattern[str], dict[str, Any]]]:
    rows = []
    for row in wrappers():
        host, _, path = row["at"].partition("/")
        name = re.escape(host.removeprefix("*.")).replace(r"\*", ".*")
        before = r"[\w.\-]+\." if host.startswith("*.") else r"(?:(?:www|m|mobile|mbasic|web|touch|old|l|[a-z]{2}|[a-z]{2}-[a-z]{2})\.)?"
        steps = re.escape("/" + path).replace(r"/\*\*", "(?:/.*)?").replace(r"\*\*", ".*").replace(r"\*", "[^/]*") if path else ""
        rows.append((re.compile(before + name), re.compile(steps, re.I), row))
    return rows


def _take(row: dict[str, Any], address: Address) -> str | None:
    where = row["in"]
    if where == "path":
        return _from_path(address)
    if where == "query":
        return _if_link(unquote(address.raw_query))
    query = address.query
    for name in where:
        if name == "query":
            value: str | None = unquote(address.raw_query)
        else:
            value = query.get(name)
        if not value:
            continue
        if value.startswith("a1") and address.host.endswith("bing.com"):
            value = _unbase(value[2:])
        if value.startswith("cache:"):
            value = value.split(":", 2)[-1]
        base = row.get("base")
        if base and not re.match(r"https?:", value, re.I):
            value = urljoin(base, value)
        if row.get("only") == "url" and not value.startswith("http"):
            continue
        found = _if_link(value)
        if found:
            return found
    return None


def _from_path(address: Address) -> str | None:
    """The rest of the path that reads as a link (with its own parameters)."""
    text = address.raw_path + ("#" + address.fragment if address.fragment.startswith("/") else "")
    yahoo = re.search(r"/RU=([^/]+)", text)
    if yahoo:
        return _if_link(unquote(yahoo.group(1)))
    hit = re.search(r"(?<=[/_])(https?:/{1,2}[^/].*|(?:[a-z0-9\-]+\.)+[a-z]{2,}/.+)", unquote(text), re.I)
    if not hit:
        return None
    query = f"?{address.raw_query}" if address.raw_query else ""
    return _whole(hit.group(1).split("__;")[0] + query)


def _if_link(value: str) -> str | None:
    value = value.strip()
    return _whole(value) if _INNER.match(value) else None


def _whole(text: str) -> str:
    text = re.sub(r"^(https?):/{1,2}(?!/)", r"\1://", text, flags=re.I)
    return text if re.match(r"https?://", text, re.I) else "https://" + text


def _unbase(value: str) -> str:
    try:
        return base64.urlsafe_b64decode(value + "=" * (-len(value) % 4)).decode("utf-8")
    except (binascii.Error, ValueError):
        return ""
