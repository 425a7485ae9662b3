"""An Address: the parts of a web link, read strictly enough that what we show is what a browser would open."""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, quote, unquote, urlencode

import idna

from audit.sources.links.nouns import LinkError

INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0]"
)
MOST_PARAMETERS = 200
_PARTS = re.compile(r"(https?)://([^/?#]*)([^?#]*)(?:\?([^#]*))?(?:#(.*))?", re.I | re.S)
_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|gclsrc|dclid|msclkid|yclid|twclid|ttclid|li_fat_id|igsh(?:id)?|igsi?|mc_[ce]id|_gl|_ga|ref(?:_src|_url|errer)?|share_id|si|s|t|_t|_r|feature|"
    r"eav|paipv|_rdc|_rdr|__tn__|__cft__.*|__xts__.*|mibextid|rdid|sfnsn|trk\w*|originalsubdomain|lipi|licu|trackingid|via|sender_device|sender_web_id|is_from_webapp|hl|locale|lang|_branch_\w+|wt_mc|at_medium|at_campaign|xtor",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Address:
    """A web link in parts: host in ASCII and lower case, path with its escapes undone, first value of each parameter."""

    scheme: str
    host: str
    port: int
    path: str = field(repr=False)
    raw_path: str = field(repr=False)
    raw_query: str = field(default="", repr=False)
    fragment: str = field(default="", repr=False)

    @property
    def query(self) -> dict[str, str]:
        """Each parameter with its first value, in order."""
        found: dict[str, str] = {}
        for name, value in self._pairs():
            found.setdefault(name, value)
        return found

    def _pairs(self) -> list[tuple[str, str]]:
        """The first MOST_PARAMETERS parameters as they stand; nobody is named further back."""
        return parse_qsl("&".join(self.raw_query.split("&", MOST_PARAMETERS)[:MOST_PARAMETERS]), keep_blank_values=True)

    @property
    def usual_port(self) -> bool:
        return self.port == (443 if self.scheme == "https" else 80)

    def clean(self) -> str:
        """The link without its fragment and the parameters that only follow people."""
        kept = [(name, value) for name, value in self._pairs() if not _TRACKING.fullmatch(name)]
        port = "" if self.usual_port else f":{self.port}"
        query = "?" + urlencode(kept, quote_via=quote) if kept else ""
        return f"{self.scheme}://{self.host}{port}{self.raw_path or ''}{query}"


def parse_address(url: str) -> Address:
    """The parts of `url`; LinkError("bad_address", "credentials", "not_public", "bad_scheme") when it must not be trusted."""
    hit = _PARTS.fullmatch(url)
    if not hit:
        raise LinkError("bad_scheme" if re.match(r"[a-z][a-z0-9+.\-]*:", url, re.I) else "not_a_link")
    scheme, authority, path, query, fragment = hit.groups()
    if "@" in authority:
        raise LinkError("credentials")
    name, port = _split_port(authority, scheme.lower())
    if "%3f" in path.lower() and not query:  # an escaped question mark: the link was pasted through a form
        path, _, query = re.sub("%3f", "?", path, count=1, flags=re.I).partition("?")
        query = unquote(query)
    decoded = unquote(path)
    if re.search(r"%[0-9a-f]{2}", decoded, re.I):
        decoded = unquote(decoded)  # escaped twice on its way through a form or a share button
    decoded = unicodedata.normalize("NFC", decoded).strip()
    fragment = unquote(fragment or "")
    if fragment.startswith("!") and path in ("", "/"):  # x.com/#!/name: how sites wrote their pages in 2011
        decoded, fragment = "/" + fragment[1:].lstrip("/"), ""
    decoded = re.sub(r"/{2,}", "/", decoded)
    return Address(scheme.lower(), host_name(name), port, decoded, path, query or "", fragment)


def _split_port(authority: str, scheme: str) -> tuple[str, int]:
    usual = 443 if scheme == "https" else 80
    name, colon, port = authority.partition(":")
    if not colon or not port:
        return name, usual
    if not (port.isascii() and port.isdigit()) or not 0 < int(port) < 65536:
        raise LinkError("bad_address")
    return name, int(port)


def host_name(name: str) -> str:
    """A host in lower-case ASCII as browsers understand it; LinkError when it is no public name."""
    if not name or re.search(r"[\s\\%\[\]\x00-\x20\x7f]", name):
        raise LinkError("bad_address")
    try:
        host = idna.encode(name.rstrip("."), uts46=True, transitional=False).decode("ascii").lower()
    except (idna.IDNAError, UnicodeError):
        host = unicodedata.normalize("NFKC", name.rstrip(".")).lower()
        if not re.fullmatch(r"[a-z0-9_](?:[a-z0-9_.\-]*[a-z0-9_])?", host) or ".." in host:
            raise LinkError("bad_address") from None
    last = host.rpartition(".")[2]
    if "." not in host or last in ("localhost", "local", "internal", "lan", "home", "arpa"):
        raise LinkError("not_public")
    if last.isdigit() or last.startswith("0x"):
        _refuse_number(host)
    return host


def _refuse_number(host: str) -> None:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        raise LinkError("bad_address") from None
    raise LinkError("not_public")
