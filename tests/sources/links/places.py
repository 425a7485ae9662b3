"""A made-up Internet for tests: names that answer as a file says, sockets that are noted and never leave this machine."""

from __future__ import annotations

import json
import socket
import threading
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

DATA = Path(__file__).parents[2] / "data" / "links"
NAMES = json.loads((DATA / "ssrf_dns_fixture.json").read_text(encoding="utf-8"))


class Internet:
    """`asked` holds the names looked up, `opened` the (address, port) a socket was asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.opened: list[tuple[str, int]] = []

    def look_up(self, host: str) -> list[str]:
        self.asked.append(host)
        times = self.asked.count(host) - 1
        rows = NAMES.get(host)
        if (rows is None and host.endswith(".example.com")) or host == "example.com":
            return ["93.184.215.14"]
        if not rows:
            raise socket.gaierror("no such name")
        return list(rows[min(times, len(rows) - 1)])

    def connect(self, address: str, port: int, seconds: float) -> socket.socket:
        self.opened.append((address, port))
        if port == 443:
            raise ConnectionRefusedError  # reached: what TLS does is tested with a real server
        ours, theirs = socket.socketpair()
        threading.Thread(target=_serve, args=(theirs,), daemon=True).start()
        ours.settimeout(seconds)
        return ours


def _serve(sock: socket.socket) -> None:
    with sock:
        request = b""
        while b"\r\n\r\n" not in request:
            part = sock.recv(4096)
            if not part:
                return
            request += part
        line, *rows = request.decode("latin-1").split("\r\n")
        host = next((row[6:] for row in rows if row.lower().startswith("host: ")), "")
        sock.sendall(_reply(host, line.split(" ")[1]))


def _reply(host: str, path: str) -> bytes:
    parts = urlsplit(path)
    query = parse_qs(parts.query, keep_blank_values=True)
    to = ""
    if host == "redirector.example.com":
        if parts.path == "/r":
            to = parts.query.partition("to=")[2]
            to = unquote(to)
        elif parts.path == "/loop":
            to = "/loop"
        elif parts.path == "/pingpong":
            to = "/pingpong?x=1"
        elif parts.path == "/chain" and int(query["n"][0]) > 0:
            to = f"/chain?n={int(query['n'][0]) - 1}"
    if to:
        code = query.get("code", ["302"])[0]
        return f"HTTP/1.1 {code} x\r\nLocation: ".encode() + to.encode("utf-8") + b"\r\nContent-Length: 0\r\n\r\n"
    return b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 15\r\n\r\n<html>ok</html>"
