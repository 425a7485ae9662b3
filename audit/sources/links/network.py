"""The one room that opens the network: one checked request at a time, with a deadline that holds and a body that ends.

The policy reads the URL before any look-up; the name is looked up once; every address it answers with must be public; the socket goes
to the address that was checked, with TLS verified against the name. Redirects are followed by hand and no body of them is read.
"""

from __future__ import annotations

import socket
import threading
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import requests
import urllib3
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.poolmanager import PoolManager

from audit.sources.links.policy import Refused, Target, check_url, is_public, next_hop
from audit.sources.links.watch import Unreachable, Watch

AGENT = "Reflet/1.0 (self-audit of one's own public profile; one page at a time, asked by the person)"
_HEADERS = {
    "User-Agent": AGENT,
    "Accept": "text/html,application/xhtml+xml,application/json,application/atom+xml,application/rss+xml,application/xml;q=0.9,text/plain;q=0.8",
    "Accept-Encoding": "gzip",
    "Accept-Language": "fr,en;q=0.7",
    "Connection": "close",
}
_REDIRECTS = (301, 302, 303, 307, 308)


def look_up(host: str) -> list[str]:
    """Every address a name answers with (the system's resolver)."""
    return list(dict.fromkeys(str(row[4][0]) for row in socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)))


def open_socket(address: str, port: int, seconds: float) -> socket.socket:
    """A connection to a numeric address; the caller has checked it."""
    return socket.create_connection((address, port), timeout=seconds)


@dataclass(frozen=True, slots=True)
class Policy:
    """How a request is made. `look_up` and `connect` are the only doors out, so that tests can stand in them."""

    look_up: Callable[[str], list[str]] = look_up
    connect: Callable[[str, int, float], socket.socket] = open_socket
    deadline: float = 10.0  # seconds for a request with all its redirects
    hops: int = 5
    largest: int = 2_000_000  # bytes, decoded
    silence: float = 5.0  # seconds without a byte
    certificates: str | None = None  # file of authorities, instead of certifi's


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said at the end of the redirects. `cut`: the body was longer than we read."""

    url: str = field(repr=False)
    status: int
    body: bytes = field(default=b"", repr=False)
    content_type: str = ""
    cut: bool = False
    moved: bool = False


def get(url: str, policy: Policy | None = None, stop_at: Callable[[str], bool] | None = None) -> Answer:
    """One page, as text or data. `stop_at(url)`: true for a place a redirect may lead to but that need not be opened.

    Raises Refused(code) (we do not go there) or Unreachable(code) (nothing came back in time).
    """
    policy = policy or Policy()
    target = check_url(url)
    watch = Watch(policy.deadline)
    try:
        for hop in range(policy.hops + 1):
            answer, location = _request(target, policy, watch)
            if location is None:
                return Answer(target.url, answer.status, answer.body, answer.content_type, answer.cut, hop > 0)
            target = next_hop(target, location)
            if stop_at and stop_at(target.url):
                return Answer(target.url, 200, moved=True)
        raise Unreachable("too_many_hops")
    finally:
        watch.end()


def _request(target: Target, policy: Policy, watch: Watch) -> tuple[Answer, str | None]:
    """One hop: the answer, and where it redirects to (then its body is left unread)."""
    with _Session() as session:  # a new one each hop: no cookie, no credential, no proxy of the environment lives on
        session.trust_env = False
        session.headers.clear()
        session.verify = policy.certificates or True
        adapter = _Adapter(policy, watch)
        for scheme in ("http://", "https://"):
            session.mount(scheme, adapter)
        try:
            with session.get(
                target.url,
                headers=_HEADERS,
                stream=True,
                allow_redirects=False,
                timeout=(watch.left(policy.silence), watch.left(policy.silence)),
            ) as response:
                location = response.headers.get("Location")
                if response.status_code in _REDIRECTS and location:
                    return Answer(target.url, response.status_code), _latin(location)
                body, cut = _body(response, policy.largest, watch)
                return Answer(target.url, response.status_code, body, response.headers.get("Content-Type", "")[:200], cut), None
        except Refused:
            raise
        except Exception as error:  # requests, urllib3 and http.client raise dozens of classes, whose messages repeat the address
            raise _reason(error, watch) from None


def _body(response: requests.Response, largest: int, watch: Watch) -> tuple[bytes, bool]:
    """The body, decoded by ourselves so that it can be cut: gzip and deflate once, nothing else."""
    encoding = response.headers.get("Content-Encoding", "").strip().lower()
    if encoding not in ("", "identity", "gzip", "x-gzip", "deflate"):
        raise Unreachable("bad_encoding")
    unpack = zlib.decompressobj(47) if encoding in ("gzip", "x-gzip", "deflate") else None
    parts, size = [], 0
    for chunk in response.raw.stream(16_384, decode_content=False):
        watch.check()
        data = unpack.decompress(chunk, largest + 1 - size) if unpack else chunk
        parts.append(data)
        size += len(data)
        if size > largest:
            return b"".join(parts)[:largest], True
    return b"".join(parts), False


def _reason(error: Exception, watch: Watch) -> Exception:
    """The code of a failure: from the class alone, and from the clock."""
    chain: list[BaseException] = []
    waiting: list[object] = [error]
    while waiting and len(chain) < 20:
        each = waiting.pop()
        if isinstance(each, BaseException) and each not in chain:
            chain.append(each)
            waiting += [each.__cause__, each.__context__, getattr(each, "reason", None), *getattr(each, "args", ())]
    for kind in (Refused, Unreachable):
        for each in chain:
            if isinstance(each, kind):
                return each
    if watch.over:
        return Unreachable("too_slow")
    names = {type(each).__name__ for each in chain}
    if names & {"SSLError", "SSLCertVerificationError", "CertificateError", "SSLEOFError", "SSLZeroReturnError"}:
        return Unreachable("bad_certificate")
    if names & {"gaierror", "herror"}:
        return Unreachable("no_such_host")
    if names & {"timeout", "TimeoutError", "ReadTimeoutError", "ConnectTimeoutError", "ConnectTimeout", "ReadTimeout"}:
        return Unreachable("too_slow")
    if names & {"ConnectionRefusedError", "NewConnectionError", "OSError"} and "RemoteDisconnected" not in names:
        return Unreachable("no_connection")
    return Unreachable("bad_answer")


def _latin(location: str) -> str:
    """http.client reads headers as Latin-1; servers write UTF-8."""
    try:
        return location.encode("latin-1").decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return location


def _resolve(host: str, policy: Policy, watch: Watch) -> list[str]:
    """One look-up, on its own thread since the system's resolver knows no deadline; every answer must be public."""
    if ":" in host or host.replace(".", "").isdigit():
        return [host]  # an address as text: the policy has checked it
    found: list[Any] = []

    def ask() -> None:
        try:
            found.append(policy.look_up(host))
        except (OSError, UnicodeError) as error:
            found.append(error)

    thread = threading.Thread(target=ask, daemon=True)
    thread.start()
    thread.join(watch.left(policy.silence))
    if not found:
        raise Unreachable("too_slow")
    if isinstance(found[0], Exception) or not found[0]:
        raise Unreachable("no_such_host")
    if not all(is_public(address) for address in found[0]):
        raise Refused("not_public")
    return found[0]


def _connect(host: str, port: int, policy: Policy, watch: Watch) -> socket.socket:
    """A socket to the first checked address that answers."""
    last: OSError | None = None
    for address in _resolve(host, policy, watch)[:4]:
        try:
            sock = policy.connect(address, port, watch.left(policy.silence))
        except OSError as error:
            last = error
            continue
        watch.watch(sock)
        return sock
    raise last or OSError()


class _Session(requests.Session):
    """requests reads the whole body of a redirect even when it is told not to follow it (2 GB of it, measured): here it does not."""

    def resolve_redirects(self, *_: Any, **__: Any) -> Any:
        return iter(())


class _Plain(HTTPConnection):
    doors: tuple[Policy, Watch]

    def _new_conn(self) -> socket.socket:
        return _connect(self._dns_host, self.port, *self.doors)


class _Secure(HTTPSConnection):
    doors: tuple[Policy, Watch]

    def _new_conn(self) -> socket.socket:
        return _connect(self._dns_host, self.port, *self.doors)

    def connect(self) -> None:
        super().connect()
        self.doors[1].watch(self.sock)  # TLS wraps the socket in a new one


class _Adapter(HTTPAdapter):
    """requests' transport, whose connections go through `_connect` and nowhere else."""

    def __init__(self, policy: Policy, watch: Watch) -> None:
        self._doors = (policy, watch)
        super().__init__(pool_connections=1, pool_maxsize=1, max_retries=urllib3.Retry(0, read=False, redirect=False))

    def init_poolmanager(self, connections: int, maxsize: int, block: bool = False, **options: Any) -> None:
        doors = self._doors
        plain = type("_Plain", (_Plain,), {"doors": doors})
        secure = type("_Secure", (_Secure,), {"doors": doors})
        manager = PoolManager(num_pools=connections, maxsize=maxsize, block=block, **options)
        manager.pool_classes_by_scheme = {
            "http": type("_HTTPPool", (HTTPConnectionPool,), {"ConnectionCls": plain}),
            "https": type("_HTTPSPool", (HTTPSConnectionPool,), {"ConnectionCls": secure}),
        }
        self.poolmanager = manager

    def proxy_manager_for(self, *_: Any, **__: Any) -> Any:
        raise Refused("proxy")
