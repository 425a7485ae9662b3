"""A small pool of worker processes with a deadline: heavy work never runs in the process that shows the page.

A worker is `python -m audit.workers`: it reads (function, arguments) from its standard input and answers on its
standard output, both as length-prefixed pickles between our own two processes. A worker that misses its deadline is
killed and replaced. Nothing a worker says reaches a log: an exception becomes its class name, never its words.
"""

from __future__ import annotations

import contextlib
import importlib
import os
import pickle
import queue
import struct
import subprocess
import sys
import threading
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any, BinaryIO

ROOT = Path(__file__).resolve().parent.parent
LOADING = 180.0  # seconds that a worker may take to start and load, on a busy machine
_HEADER = struct.Struct(">Q")


class WorkerFailed(Exception):
    """The work failed; `code` is the name of an exception class, never a message."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class TooSlow(WorkerFailed):
    """The deadline passed; the worker was killed and replaced."""

    def __init__(self) -> None:
        super().__init__("too_slow")


class Pool:
    """`size` workers; `warm` names functions ("module:function") each one calls once, when it starts."""

    def __init__(self, size: int = 2, warm: tuple[str, ...] = ()) -> None:
        self._warm = warm
        self._closed = False
        self._idle: queue.Queue[_Worker] = queue.Queue()
        self._workers = [_Worker(warm) for _ in range(size)]
        self.size = size
        for worker in self._workers:
            self._idle.put(worker)

    def call(self, function: str, *args: Any, deadline: float = 20.0, news: Callable[[Any], None] | None = None) -> Any:
        """The value of `function(*args)` from a worker; TooSlow after `deadline` seconds, WorkerFailed(code) if it raised.

        The time that a worker takes to load is not counted (it has LOADING seconds for that). A function that yields hands each value to `news` as it comes, and `deadline` is then the longest silence between two.
        """
        worker = self._free(deadline)
        try:
            return worker.call(function, args, deadline, news)
        except (TooSlow, BrokenPipeError, EOFError, OSError) as error:
            worker.kill()
            self._workers.remove(worker)
            worker = _Worker(self._warm)
            self._workers.append(worker)
            if isinstance(error, TooSlow):
                raise
            raise WorkerFailed("worker_died") from None
        finally:
            if self._closed:
                worker.kill()
            else:
                self._idle.put(worker)

    def _free(self, deadline: float) -> _Worker:
        while True:
            loading = not all(worker.ready.is_set() for worker in self._workers)
            try:
                return self._idle.get(timeout=deadline)
            except queue.Empty:
                if not loading:
                    raise TooSlow from None  # the room is full: everyone else's work is still running

    def close(self) -> None:
        """Ends every idle worker; busy ones end with their work."""
        self._closed = True
        with contextlib.suppress(queue.Empty):
            while True:
                self._idle.get_nowait().kill()


class _Worker:
    """One child process and the thread that reads its answers."""

    def __init__(self, warm: tuple[str, ...]) -> None:
        environment = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "PYTHONPATH": str(ROOT)}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "audit.workers", *warm],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=ROOT,
            env=environment,
        )
        self._answers: queue.Queue[tuple[bool | None, Any]] = queue.Queue()
        self.ready = threading.Event()  # it has loaded, or will never
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        stream = self._process.stdout
        assert stream is not None
        try:
            _read(stream)  # the first word of a worker says that it has loaded
            self.ready.set()
            while True:
                self._answers.put(_read(stream))
        except (EOFError, OSError, ValueError):
            self._answers.put((False, "worker_died"))
        finally:
            self.ready.set()

    def call(self, function: str, args: tuple, deadline: float, news: Callable[[Any], None] | None = None) -> Any:
        stream = self._process.stdin
        assert stream is not None
        if not self.ready.wait(LOADING):
            raise TooSlow
        threading.Thread(target=_send, args=(stream, (function, args)), daemon=True).start()  # a large text must not block us either
        fine: bool | None = None
        while fine is None:  # neither the answer nor a failure: news on the way
            try:
                fine, value = self._answers.get(timeout=deadline)
            except queue.Empty:
                raise TooSlow from None
            if fine is None and news:
                news(value)
        if fine:
            return value
        if value == "worker_died":
            raise EOFError
        raise WorkerFailed(value)

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            with contextlib.suppress(OSError):
                if stream:
                    stream.close()


def _send(stream: BinaryIO, value: Any) -> None:
    with contextlib.suppress(OSError, ValueError):
        _write(stream, value)


def _write(stream: BinaryIO, value: Any) -> None:
    body = pickle.dumps(value, protocol=5)
    stream.write(_HEADER.pack(len(body)) + body)
    stream.flush()


def _read(stream: BinaryIO) -> Any:
    header = stream.read(_HEADER.size)
    if len(header) < _HEADER.size:
        raise EOFError
    body = stream.read(_HEADER.unpack(header)[0])
    return pickle.loads(body)


def _function(name: str) -> Any:
    module, _, attribute = name.partition(":")
    if not module.startswith("audit."):
        raise ImportError("workers run functions of audit only")
    return getattr(importlib.import_module(module), attribute)


def _told(value: Any, outgoing: BinaryIO) -> Any:
    """What a function returned; what it yields on the way is sent at once."""
    while isinstance(value, Generator):
        try:
            _write(outgoing, (None, next(value)))
        except StopIteration as end:
            return end.value
    return value


def serve() -> None:
    """The life of a worker: call the warm-up functions, say that it is ready, then answer until the input closes."""
    incoming, outgoing = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # a stray print must not break the frames
    for name in sys.argv[1:]:
        with contextlib.suppress(Exception):  # what cannot be warmed fails again, with its code, when it is called
            _function(name)()
    _write(outgoing, (None, None))
    while True:
        try:
            name, args = _read(incoming)
        except EOFError:
            return
        try:
            answer = (True, _told(_function(name)(*args), outgoing))
        except Exception as error:  # the one boundary: messages may repeat personal data, so only the class leaves
            answer = (False, type(error).__name__)
        try:
            _write(outgoing, answer)
        except (pickle.PicklingError, TypeError, AttributeError):
            _write(outgoing, (False, "unpicklable_answer"))


if __name__ == "__main__":
    serve()
