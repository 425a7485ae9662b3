"""A server on this machine that misbehaves in every way we know; names lead to it only through the doors a test hands over.

`python -m tests.sources.links.hostile PORT DEED…` fetches pages of it and prints how each ended, in seconds and megabytes.
"""

from __future__ import annotations

import contextlib
import functools
import gzip
import json
import os
import resource
import socket
import struct
import sys
import threading
import time
import zlib
from collections.abc import Callable

PUBLIC = "93.184.215.14"
GOOD = "<html><head><title>Léa Moreau</title></head><body><main><p>Léa cherche une alternance à Nantes.</p></main></body></html>"


def look_up(host: str) -> list[str]:
    return [PUBLIC]


def connect(address: str, port: int, seconds: float) -> socket.socket:
    assert address == PUBLIC and port in (80, 443)
    return socket.create_connection(("127.0.0.1", int(os.environ["REFLET_TEST_PORT"])), timeout=seconds)


def head(kind: str = "text/html; charset=utf-8", code: str = "200 OK", **more: str) -> bytes:
    rows = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in more.items())
    return f"HTTP/1.1 {code}\r\nContent-Type: {kind}\r\n{rows}\r\n".encode("latin-1")


@functools.cache
def bomb(times: int) -> bytes:
    pack = zlib.compressobj(9, zlib.DEFLATED, 31)
    data = b"".join(pack.compress(b" " * 1_000_000) for _ in range(250)) + pack.flush()
    return data if times == 1 else gzip.compress(data)


def endless(sock: socket.socket, piece: bytes, pause: float = 0.0, seconds: float = 40.0) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        sock.sendall(piece)
        if pause:
            time.sleep(pause)


def drip(sock: socket.socket, data: bytes) -> None:
    for number in range(len(data)):
        sock.sendall(data[number : number + 1])
        time.sleep(1)


def reset(sock: socket.socket) -> None:
    sock.sendall(head(Content_Length="1000") + b"<html>")
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def slow_redirect(sock: socket.socket, path: str) -> None:
    time.sleep(2.5)
    sock.sendall(head(code="302 Found", Location=path + "x", Content_Length="0"))


DEEDS: dict[str, Callable[[socket.socket, str], None]] = {
    "good": lambda s, p: s.sendall(head(Content_Length=str(len(GOOD.encode()))) + GOOD.encode()),
    "infinite": lambda s, p: (s.sendall(head()), endless(s, b"<p>a</p>" * 4000)),
    "infchunk": lambda s, p: (s.sendall(head(Transfer_Encoding="chunked")), endless(s, b"fa0\r\n" + b"a" * 4000 + b"\r\n")),
    "bomb": lambda s, p: s.sendall(head(Content_Encoding="gzip") + bomb(1)),
    "bomb2": lambda s, p: s.sendall(head(Content_Encoding="gzip, gzip") + bomb(2)),
    "brotli": lambda s, p: s.sendall(head(Content_Encoding="br") + b"\x1b\xff\xff\x00" * 100),
    "encodings": lambda s, p: s.sendall(head(Content_Encoding=", ".join(["gzip"] * 60)) + b"x"),
    "badgzip": lambda s, p: s.sendall(head(Content_Encoding="gzip") + b"not gzip at all" * 100),
    "redirbody": lambda s, p: (s.sendall(head(code="302 Found", Location="/good")), endless(s, b"a" * 65536)),
    "redirbodyslow": lambda s, p: (s.sendall(head(code="302 Found", Location="/good")), endless(s, b"a", 0.5)),
    "slowhead": lambda s, p: drip(s, head() + b"a" * 50),
    "slowbody": lambda s, p: (s.sendall(head()), drip(s, b"a" * 40)),
    "slowchunk": lambda s, p: (s.sendall(head(Transfer_Encoding="chunked")), drip(s, b"1\r\na\r\n" * 10)),
    "silent": lambda s, p: time.sleep(30),
    "100s": lambda s, p: endless(s, b"HTTP/1.1 100 Continue\r\n\r\n" * 500),
    "slowredir": slow_redirect,
    "loop": lambda s, p: s.sendall(head(code="302 Found", Location=p, Content_Length="0")),
    "manyheaders": lambda s, p: s.sendall(b"HTTP/1.1 200 OK\r\n" + b"".join(b"X-%d: a\r\n" % n for n in range(5000)) + b"\r\nhi"),
    "hugeheader": lambda s, p: s.sendall(b"HTTP/1.1 200 OK\r\nX: " + b"a" * 500_000 + b"\r\n\r\nhi"),
    "endlessheader": lambda s, p: (s.sendall(b"HTTP/1.1 200 OK\r\nX: "), endless(s, b"a" * 4000)),
    "cookies": lambda s, p: s.sendall(b"HTTP/1.1 200 OK\r\n" + b"".join(b"Set-Cookie: a%d=b\r\n" % n for n in range(90)) + b"Content-Length: 2\r\n\r\nhi"),
    "short": lambda s, p: s.sendall(head(Content_Length="10000") + b"<html>"),
    "reset": lambda s, p: reset(s),
    "badchunk": lambda s, p: s.sendall(head(Transfer_Encoding="chunked") + b"zz\r\nxx"),
    "hugechunk": lambda s, p: s.sendall(head(Transfer_Encoding="chunked") + b"f" * 100_000 + b"\r\n"),
    "garbage": lambda s, p: s.sendall(b"\x16\x03\x01\x00garbage" * 50),
    "ssh": lambda s, p: s.sendall(b"SSH-2.0-OpenSSH_9.6\r\n"),
    "closed": lambda s, p: None,
    "empty": lambda s, p: s.sendall(head(code="204 No Content")),
    "429": lambda s, p: s.sendall(head(code="429 Too Many", Content_Length="0")),
    "teapot": lambda s, p: s.sendall(b"HTTP/1.1 999 no\r\nContent-Length: 0\r\n\r\n"),
    "wall": lambda s, p: s.sendall(head(code="302 Found", Location="/login?next=x", Content_Length="0") if p != "/login?next=x" else head() + b"<title>Log in</title>"),
    "login": lambda s, p: s.sendall(head() + b"<html><title>Log in</title><form></form></html>"),
    "pdf": lambda s, p: s.sendall(head("text/html") + b"%PDF-1.7\n" + b"\x00" * 5000),
    "png": lambda s, p: s.sendall(head("image/png") + b"\x89PNG\r\n" + b"\x00" * 5000),
    "utf16lie": lambda s, p: s.sendall(head("text/html; charset=utf-16") + GOOD.encode()),
    "latin": lambda s, p: s.sendall(head("text/html; charset=iso-8859-1") + GOOD.encode("cp1252")),
    "idna": lambda s, p: s.sendall(head("text/html; charset=idna") + GOOD.encode()),
    "nested": lambda s, p: s.sendall(head() + b"<div>" * 390_000),
    "comments": lambda s, p: s.sendall(head() + b"<!--" * 490_000),
    "nestedjson": lambda s, p: s.sendall(head("application/json") + b"[" * 1_900_000),
    "slow1": lambda s, p: (time.sleep(1.0), s.sendall(head() + GOOD.encode())),
}  # fmt: skip


BUSY = ("infinite", "infchunk", "bomb", "nested", "comments", "nestedjson")


class Server:
    """Listens on a free port of this machine until closed; `seen` holds every request's first line and headers."""

    def __init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=128)
        self.port = self._listener.getsockname()[1]
        self.seen: list[str] = []
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                sock, _ = self._listener.accept()
                threading.Thread(target=self._answer, args=(sock,), daemon=True).start()

    def _answer(self, sock: socket.socket) -> None:
        with sock, contextlib.suppress(OSError, ValueError, IndexError):
            sock.settimeout(60)
            request = b""
            while b"\r\n\r\n" not in request:
                part = sock.recv(8192)
                if not part:
                    return
                request += part
            self.seen.append(request.decode("latin-1"))
            path = request.decode("latin-1").split(" ")[1]
            if path == "/robots.txt":
                sock.sendall(head("text/plain", "404 Not Found", Content_Length="0"))
                return
            DEEDS[path.strip("/").split("?")[0].rstrip("x") or "good"](sock, path)

    def close(self) -> None:
        self._listener.close()


def main(port: str, *deeds: str) -> None:
    """Fetches http://site.example.com/DEED in a child of its own and prints how each ended: the busy ones alone, the idle ones six at a time."""
    os.environ["REFLET_TEST_PORT"] = port
    from audit.sources.links import fetch_profile
    from audit.sources.links.network import Policy

    policy = Policy(look_up, connect)
    fetch_profile("http://site.example.com/good", policy=policy)  # everything is loaded before the first child is born
    running = 0
    for deed in sorted(deeds, key=lambda deed: deed not in BUSY):
        if running == (1 if deed in BUSY else 6):
            os.wait()
            running -= 1
        if os.fork() == 0:
            before, begun = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.monotonic()
            result = fetch_profile(f"http://site.example.com/{deed}", policy=policy)
            gained = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
            codes = [problem.code for problem in result.problems]
            text = " ".join(document.text for document in result.documents)[:200]
            row = json.dumps([deed, result.outcome, codes, round(time.monotonic() - begun, 2), round(gained, 1), text])
            os.write(1, (row + "\n").encode())
            os._exit(0)
        running += 1
    while running:
        os.wait()
        running -= 1


if __name__ == "__main__":
    main(*sys.argv[1:])
