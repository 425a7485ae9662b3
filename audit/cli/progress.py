"""A progress bar on standard error for `batch --progress`: share of the bytes read, or lines when the size is unknown."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from typing import IO

_WIDTH = 30
_EVERY = 200  # lines between two draws


def counted(lines: Iterator[str], source: IO[bytes], shown: bool) -> Iterator[str]:
    """The same lines; draws the bar while they go by when `shown`."""
    if not shown:
        yield from lines
        return
    total = _size(source)
    done = number = 0
    for number, line in enumerate(lines, 1):
        yield line
        done += len(line.encode("utf-8", "replace"))
        if number % _EVERY == 0:
            _draw(number, done, total)
    _draw(number, total, total)
    print(file=sys.stderr)


def _draw(number: int, done: int, total: int) -> None:
    if not total:
        print(f"\r{number} lines", end="", file=sys.stderr, flush=True)
        return
    share = min(1.0, done / total)
    bar = "█" * round(share * _WIDTH)
    print(f"\r[{bar:<{_WIDTH}}] {share:4.0%}  {number} lines", end="", file=sys.stderr, flush=True)


def _size(source: IO[bytes]) -> int:
    try:
        return os.fstat(source.fileno()).st_size
    except (OSError, ValueError, AttributeError):
        return 0
