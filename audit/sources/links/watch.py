"""The deadline of a request, kept from outside: a read that never ends is ended by shutting its socket from another thread."""

from __future__ import annotations

import contextlib
import threading
import time
from typing import Any


class Unreachable(Exception):
    """No answer; `code` is too_slow, no_such_host, no_connection, bad_certificate, bad_answer, too_many_hops, bad_encoding."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Watch:
    """The deadline: when it passes, the sockets it watches are shut from another thread, and every read ends."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds
        self._sockets: list[Any] = []
        self._lock = threading.Lock()
        self.over = False
        self._timer = threading.Timer(seconds, self._shut)
        self._timer.daemon = True
        self._timer.start()

    def watch(self, sock: Any) -> None:
        with self._lock:
            self._sockets.append(sock)
        if self.over:
            self._shut()

    def left(self, at_most: float) -> float:
        """Seconds that remain, `at_most` so many; Unreachable("too_slow") when none do."""
        rest = self._end - time.monotonic()
        if rest <= 0 or self.over:
            self.over = True
            raise Unreachable("too_slow")
        return max(0.05, min(rest, at_most))

    def check(self) -> None:
        self.left(1.0)

    def _shut(self) -> None:
        self.over = True
        with self._lock:
            for sock in self._sockets:
                with contextlib.suppress(OSError, ValueError):
                    sock.shutdown(2)  # both ways

    def end(self) -> None:
        self._timer.cancel()
