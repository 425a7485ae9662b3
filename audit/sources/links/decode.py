"""From the bytes of an answer to text: only text types, and our own choice of charset (servers lie about both)."""

from __future__ import annotations

import re

# Charsets a page may really be in; anything else a server names (idna, punycode, unicode_escape, utf-7 …) is not obeyed.
_CHARSETS = {
    "utf-8": "utf-8", "utf8": "utf-8", "us-ascii": "cp1252", "ascii": "cp1252", "iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252",
    "windows-1252": "cp1252", "cp1252": "cp1252", "iso-8859-15": "iso-8859-15", "iso-8859-2": "iso-8859-2", "windows-1250": "cp1250",
    "windows-1251": "cp1251", "koi8-r": "koi8-r", "iso-8859-9": "iso-8859-9", "windows-1254": "cp1254", "windows-1256": "cp1256",
    "shift_jis": "cp932", "euc-jp": "euc-jp", "euc-kr": "cp949", "gbk": "gb18030", "gb2312": "gb18030", "big5": "big5",
}  # fmt: skip
_BINARY = (
    b"%PDF",
    b"\x89PNG",
    b"GIF8",
    b"\xff\xd8\xff",
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"RIFF",
    b"\x7fELF",
    b"MZ",
    b"BZh",
    b"\xfd7zXZ",
    b"\x28\xb5\x2f\xfd",
    b"ID3",
    b"OggS",
    b"\x00\x00\x00",
)
_TEXT_TYPES = ("text/", "application/xhtml+xml", "application/xml", "application/json", "application/ld+json", "application/activity+json", "application/rss+xml",
               "application/atom+xml", "application/feed+json", "application/jrd+json", "application/rdf+xml", "application/javascript", "multipart/related", "message/rfc822")  # fmt: skip
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w\-]{2,20})|<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w\-]{2,20})""", re.I
)
_HEADER = re.compile(r"charset\s*=\s*[\"']?([\w\-]{2,20})", re.I)


def is_text(body: bytes, content_type: str = "") -> bool:
    """Whether the bytes may be a page or a feed: by their first bytes, and by what the server calls them."""
    kind = content_type.split(";")[0].strip().lower()
    if kind and not kind.startswith(_TEXT_TYPES) and kind not in ("application/octet-stream",):
        return False
    if body.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    return not body.startswith(_BINARY) and body[:4096].count(b"\0") == 0


def decode(body: bytes, content_type: str = "") -> str:
    """The text of an answer. UTF-8 when it is UTF-8, else the declared charset if it is a plausible one, else Windows-1252."""
    if body.startswith((b"\xff\xfe", b"\xfe\xff")):
        return body.decode("utf-16", "replace").lstrip("\ufeff")
    body = body.removeprefix(b"\xef\xbb\xbf")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start >= len(body) - 4 and error.reason.startswith("unexpected end"):
            return body[: error.start].decode("utf-8")  # the body was cut in the middle of a letter
    name = _declared(body, content_type)
    if name and name != "utf-8":
        return body.decode(name, "replace")
    bad = body.decode("utf-8", "replace")
    if name == "utf-8" and bad.count("\ufffd") < max(3, len(bad) // 500):
        return bad
    return body.decode("cp1252", "replace")


def _declared(body: bytes, content_type: str) -> str:
    header = _HEADER.search(content_type)
    if header and header.group(1).lower() in _CHARSETS:
        return _CHARSETS[header.group(1).lower()]
    inside = _DECLARED.search(body[:2048])
    if inside:
        return _CHARSETS.get((inside.group(1) or inside.group(2)).decode("ascii", "replace").lower(), "")
    return ""
