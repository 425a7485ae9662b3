"""Where Reflet may go: the rules on a URL as text, and on the addresses a name answers with. Opens nothing.

Sources: IANA special-purpose registries (RFC 6890), WHATWG URL "ends in a number", OWASP SSRF cheat sheet; our research notes §2.1.
"""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from dataclasses import dataclass, field
from urllib.parse import quote, urljoin

import idna

from audit.sources.links.address import INVISIBLE

LONGEST_URL = 4096
_SHAPE = re.compile(r"(https?)://([^/?#]*)([^?#]*)(\?[^#]*)?(?:#.*)?", re.I | re.S)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_\-]{0,61}[a-z0-9_])?")
_FORBIDDEN_V4 = [
    ipaddress.ip_network(block)
    for block in (
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24",
        "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3",
        "168.63.129.16/32",  # Azure's own server for virtual machines: a public address that answers from inside
        "192.80.8.124/32",  # Packet's metadata server
    )
]  # fmt: skip
_ALLOWED_V6 = ipaddress.ip_network("2000::/3")
_FORBIDDEN_V6 = [ipaddress.ip_network(block) for block in ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "2620:4f:8000::/48")]
_INSIDE = (
    "localhost",
    "localdomain",
    "local",
    "internal",
    "intranet",
    "lan",
    "home",
    "corp",
    "private",
    "arpa",
    "svc",
    "consul",
    "test",
    "invalid",
    "onion",
    "i2p",
    "alt",
)
_METADATA = (
    "metadata.google.internal",
    "metadata.amazonaws.com",
    "metadata.tencentyun.com",
    "metadata.packet.net",
    "instance-data.ec2.internal",
    "kubernetes.docker.internal",
)


class Refused(ValueError):
    """Reflet does not go there; `code` says why (`links.problem.*`), never the address."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Target:
    """A URL that passed the rules, in parts that were rebuilt: what is connected to is what was checked."""

    scheme: str
    host: str  # ASCII, lower case; an IPv6 address without brackets
    port: int
    path: str = field(repr=False)  # with its parameters, percent-encoded

    @property
    def url(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}{self.path}"


def check_url(url: str) -> Target:
    """The Target of `url`, or Refused("bad_url" | "bad_scheme" | "credentials" | "bad_port" | "not_public"). No look-up is made."""
    if len(url) > LONGEST_URL or _CONTROL.search(url):
        raise Refused("bad_url")
    hit = _SHAPE.fullmatch(url)
    if not hit:
        raise Refused("bad_scheme" if re.match(r"[a-z][a-z0-9+.\-]*:", url, re.I) else "bad_url")
    scheme, authority, path, query = hit.group(1).lower(), hit.group(2), hit.group(3), hit.group(4) or ""
    if "@" in authority:
        raise Refused("credentials")
    if not authority or re.search(r"[\\%\s,;+&<>^`{}|\"'!$*()=~]", authority) or INVISIBLE.search(authority):
        raise Refused("bad_url")
    name, port = _split(authority, 443 if scheme == "https" else 80)
    if port != (443 if scheme == "https" else 80):
        raise Refused("bad_port")
    host = _check_host(name)
    return Target(scheme, host, port, quote(path or "/", safe="/:@!$&'()*+,;=-._~%") + quote(query, safe="?/:@!$&'()*+,;=-._~%"))


def _split(authority: str, usual: int) -> tuple[str, int]:
    if authority.startswith("["):
        name, bracket, rest = authority.partition("]")
        if not bracket or (rest and not rest.startswith(":")):
            raise Refused("bad_url")
        name, port = name + "]", rest[1:] if rest else ""
        if rest == ":":
            raise Refused("bad_url")
    else:
        name, colon, port = authority.partition(":")
        if (colon and not port) or ":" in port:
            raise Refused("bad_url")
    if not port:
        return name, usual
    if not (port.isascii() and port.isdigit()) or len(port) > 5:
        raise Refused("bad_url")
    return name, int(port)


def _check_host(name: str) -> str:
    if name.startswith("["):
        try:
            address = ipaddress.IPv6Address(name[1:-1])
        except ValueError:
            raise Refused("bad_url") from None
        if address.scope_id or not name.isascii() or not is_public(str(address)):
            raise Refused("not_public")
        return str(address)
    host = _ascii(name)
    labels = host.split(".")
    last = labels[-1]
    if last.isdigit() or re.fullmatch(r"0x[0-9a-f]*", last):
        return _check_quad(host)
    if len(labels) < 2 or last in _INSIDE or host in _METADATA or any(host.endswith("." + inner) for inner in ("svc.cluster.local",)):
        raise Refused("not_public")
    return host


def _ascii(name: str) -> str:
    """The host as it goes into the look-up: UTS 46 first, then every label must be a plain one."""
    if (
        any(character.isdigit() and not character.isascii() for character in unicodedata.normalize("NFC", name))
        and not unicodedata.normalize("NFKC", name).isascii()
    ):
        raise Refused("bad_url")  # digits of other scripts that some systems read as an address
    try:
        host = idna.encode(name, uts46=True, transitional=False).decode("ascii").lower()
    except (idna.IDNAError, UnicodeError):
        if not name.isascii() or "xn--" in name.lower():
            raise Refused("bad_url") from None
        host = name.lower()  # an underscore, which names of blogs may hold
    host = host.removesuffix(".")
    if len(host) > 253 or not all(_LABEL.fullmatch(label) for label in host.split(".")):
        raise Refused("bad_url")
    return host


def _check_quad(host: str) -> str:
    """A host that ends in a number is an address, in four plain decimal parts, or nothing."""
    try:
        address = ipaddress.IPv4Address(host)
    except ValueError:
        raise Refused("bad_url") from None
    if not is_public(str(address)):
        raise Refused("not_public")
    return str(address)


def is_public(address: str) -> bool:
    """Whether a numeric address is one of the open Internet's. IPv6 that carries an IPv4 address inside is refused."""
    try:
        number = ipaddress.ip_address(address)
    except ValueError:
        return False
    if isinstance(number, ipaddress.IPv4Address):
        return not any(number in block for block in _FORBIDDEN_V4)
    return number.scope_id is None and number in _ALLOWED_V6 and not any(number in block for block in _FORBIDDEN_V6)


def next_hop(current: Target, location: str) -> Target:
    """Where a redirect leads, checked like a new URL; Refused when it is no plain web address."""
    location = location.strip(" ")
    if not location or "\\" in location or _CONTROL.search(location) or len(location) > LONGEST_URL:
        raise Refused("bad_redirect")
    if re.match(r"https?://", location, re.I):
        return check_url(location)
    if location.startswith("//"):
        return check_url(f"{current.scheme}:{location}")
    if re.match(r"[a-z][a-z0-9+.\-]*:", location, re.I):
        raise Refused("bad_redirect")
    return check_url(urljoin(current.url, location))
