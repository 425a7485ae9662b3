"""A page the person saved from their own browser (HTML or MHTML): the way in where robots are not let in."""

from __future__ import annotations

import email
import email.policy
import re
from dataclasses import replace
from pathlib import Path

from audit.sources.links.decode import decode
from audit.sources.links.nouns import PageResult
from audit.sources.links.reading import LARGEST, failed, read_page

_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)\s*(\S+?)\s*-->", re.I)
_CANONICAL = re.compile(
    r"""<link[^>]{1,400}?rel=["']?canonical["']?[^>]{1,400}?href=["']([^"']{1,4000})|<link[^>]{1,400}?href=["']([^"']{1,4000})["'][^>]{1,400}?rel=["']?canonical""",
    re.I,
)
_OG_URL = re.compile(r"""<meta[^>]{1,400}?property=["']og:url["'][^>]{1,400}?content=["']([^"']{1,4000})""", re.I)
_ADDRESS = re.compile(r"""(?:data-savepage-url|data-scrapbook-source)=["']([^"']{1,4000})|^\s*url:\s*(\S+)""", re.I | re.M)


def read_saved(path_or_bytes: str | Path | bytes, url: str | None = None, status: int = 200) -> PageResult:
    """What a saved page says. `url`: where it was saved from, if known; else the page's own marks tell.

    Problems: too_big (more than 25 MB), not_text, unreadable_file, and those of `read_page`.
    """
    try:
        data = path_or_bytes if isinstance(path_or_bytes, bytes) else _load(Path(path_or_bytes))
    except OSError:
        return failed("unreadable_file")
    if len(data) > LARGEST:
        return failed("too_big")
    kind = ""
    if is_mhtml(data):
        data, found, kind = _open_mhtml(data)
        url = url or found
        if not data:
            return failed("unreadable_file")
    # The person was logged in: what they see is not what everybody sees, so nothing is called public that does not say so.
    return _closed(read_page(data, url or _own_address(data, kind) or "", status, kind, visibility=""))


def _closed(result: PageResult) -> PageResult:
    """A private account shows its name and bio to everybody, its posts to followers."""
    if result.profile.get("private") != "private":
        return result
    documents = tuple(replace(one, visibility=one.visibility or ("" if one.kind == "bio" else "private")) for one in result.documents)
    return replace(result, documents=documents)


def _load(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(LARGEST + 1)


def is_mhtml(data: bytes) -> bool:
    """Whether the bytes are a page saved as one file (MHTML, "Webpage, single file")."""
    head = data[:4000].lower()
    return (
        b"mime-version:" in head
        and (b"multipart/related" in head or b"snapshot-content-location" in head or b"content-type: text/html" in head)
        and not head.lstrip().startswith(b"<")
    )


def _open_mhtml(data: bytes) -> tuple[bytes, str, str]:
    """The first HTML part of an MHTML file, where it was saved from, and its type."""
    try:
        message = email.message_from_bytes(data, policy=email.policy.compat32)
        for part in message.walk():
            if part.get_content_type() in ("text/html", "application/xhtml+xml"):
                body = part.get_payload(decode=True)
                where = str(message.get("Snapshot-Content-Location") or part.get("Content-Location") or "").strip()
                charset = part.get_param("charset") or ""
                return (body if isinstance(body, bytes) else b""), where, f"text/html; charset={charset}"
    except (ValueError, LookupError, RecursionError):
        pass
    return b"", "", ""


def _own_address(data: bytes, kind: str) -> str:
    """Where a saved page came from, as it says itself (Chrome and Firefox write it, and pages name their canonical address)."""
    text = decode(data[:400_000], kind)
    for pattern in (_SAVED_FROM, _ADDRESS, _CANONICAL, _OG_URL):
        hit = pattern.search(text)
        address = next((group for group in hit.groups() if group), "") if hit else ""
        if address.startswith(("http://", "https://")):
            return address.replace("&amp;", "&")
    return _by_marks(text)


def _by_marks(text: str) -> str:
    """A page that names no address still shows whose house it is."""
    for mark, address in (
        ("Instagram</title>", "https://www.instagram.com/"),
        ("| LinkedIn</title>", "https://www.linkedin.com/in/"),
        ("| Facebook</title>", "https://www.facebook.com/"),
        (" / X</title>", "https://x.com/"),
        ("| TikTok</title>", "https://www.tiktok.com/"),
    ):
        if mark in text:
            return address
    return ""
