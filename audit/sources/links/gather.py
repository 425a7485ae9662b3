"""Fetches many profiles side by side: shared out among the workers, one request a host at a time, with progress and a stop."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol
from urllib.parse import urlsplit

from audit.sources.links.fetch import fetch_profile
from audit.sources.links.identify import identify
from audit.sources.links.network import Policy
from audit.sources.links.nouns import LinkError, PageResult
from audit.sources.links.reading import failed
from audit.workers import TooSlow

EACH = 10.0  # seconds for one profile
_GRACE = 2.5  # seconds a worker has to hand its results over, before it is killed
_PULSE = 0.5  # seconds between two signs of life
_TURNS = 4  # times a full room is asked for a free worker


class Workers(Protocol):
    """What is needed of `audit.workers.Pool`."""

    size: int

    def call(self, function: str, *args: Any, deadline: float, news: Callable[[Any], None]) -> Any: ...


@dataclass
class Quota:
    """How many profiles one session may fetch: keep one with the session. `take()` says whether one more is allowed now."""

    a_minute: int = 30
    a_session: int = 100
    _times: list[float] = field(default_factory=list, repr=False)

    def take(self) -> bool:
        now = time.monotonic()
        if len(self._times) >= self.a_session or sum(now - each < 60 for each in self._times) >= self.a_minute:
            return False
        self._times.append(now)
        return True


def fetch_all(
    urls: Sequence[str],
    pool: Workers,
    on_progress: Callable[[int, int], None] | None = None,
    stop: Callable[[], bool] | None = None,
    *,
    quota: Quota | None = None,
    policy: Policy | None = None,
) -> list[PageResult]:
    """A PageResult for each of `urls`, in their order. `on_progress(done, total)` and `stop()` are called on the caller's thread.

    A worker that hangs is killed (its links that were not read yet: "too_slow"); after `stop()` answers true the rest is
    "stopped" and nothing more is asked of the network; over the quota "too_many_links".
    """
    over = threading.Event()
    quota = quota or Quota()
    results: list[PageResult | None] = [None if quota.take() else failed("too_many_links") for _ in urls]
    shares = _share_out([(number, url) for number, url in enumerate(urls) if results[number] is None], pool.size)
    threads = [threading.Thread(target=_work, args=(share, results, pool, policy, over), daemon=True) for share in shares]
    for thread in threads:
        thread.start()
    told = -1
    while True:
        running = next((thread for thread in threads if thread.is_alive()), None)
        done = sum(result is not None for result in results)
        if on_progress and done != told:
            on_progress(done, len(results))
        told = done
        if running is None or (stop and stop()):
            over.set()
            return [result or failed("stopped") for result in list(results)]
        running.join(0.1)


class _Stopped(TooSlow):
    """The person pressed stop: the worker is ended like one that hangs, and takes its open requests with it."""


def _work(
    share: list[tuple[int, str]], results: list[PageResult | None], pool: Workers, policy: Policy | None, over: threading.Event
) -> None:
    """Has one worker read `share`; each result is put in its place as it comes. `over`: the rest is wanted no more."""

    begun: list[bool] = []

    def hear(news: tuple[int, PageResult] | None) -> None:
        begun.append(True)
        if over.is_set():
            raise _Stopped
        if news:
            place, result = news
            results[share[place][0]] = result

    missing = "reader_failed"
    for _ in range(_TURNS):
        if over.is_set():
            break
        try:
            # No link takes longer than EACH, so neither does the silence between two.
            pool.call("audit.sources.links.gather:fetch_batch", [url for _, url in share], policy, deadline=EACH + _GRACE, news=hear)
            break
        except Exception as error:  # TooSlow, WorkerFailed: a value like any other here
            missing = "too_slow" if getattr(error, "code", "") == "too_slow" else missing
        if begun or missing != "too_slow":
            break  # only who found the room full waits for another turn
    for number, _ in share:
        results[number] = results[number] or failed(missing)


def fetch_batch(urls: list[str], policy: Policy | None = None) -> Iterator[tuple[int, PageResult] | None]:
    """In a worker: (place in `urls`, result) as each link ends; None says "begun", then "still at it", so that a stop is heard.

    All hosts side by side, links of one host one after the other.
    """
    yield None
    hosts: dict[str, list[int]] = {}
    for number, url in enumerate(urls):
        hosts.setdefault(host_key(url), []).append(number)
    ended: queue.Queue[tuple[int, PageResult]] = queue.Queue()

    def work(numbers: list[int]) -> None:
        for number in numbers:
            try:
                ended.put((number, fetch_profile(urls[number], policy=policy)))
            except Exception:  # a reader that trips over one page must not cost the others theirs
                ended.put((number, failed("reader_failed")))

    for numbers in hosts.values():
        threading.Thread(target=work, args=(numbers,), daemon=True).start()
    waiting = set(range(len(urls)))
    silent_since = time.monotonic()
    while waiting and time.monotonic() - silent_since < EACH + 1:
        try:
            number, result = ended.get(timeout=_PULSE)
        except queue.Empty:
            yield None
            continue
        silent_since = time.monotonic()
        waiting.discard(number)
        yield number, result
    for number in waiting:
        yield number, failed("too_slow")


def host_key(url: str) -> str:
    """What two links share when one must wait for the other: the platform, or the host of a site."""
    try:
        link = identify(url)
    except LinkError:
        return ""
    if link.platform and link.platform not in ("website", "mastodon"):
        return link.platform
    return urlsplit(link.canonical or "").hostname or ""


def _share_out(numbered: list[tuple[int, str]], size: int) -> list[list[tuple[int, str]]]:
    """At most `size` shares of about the same length; links of one host stay together."""
    groups: dict[str, list[tuple[int, str]]] = {}
    for number, url in numbered:
        groups.setdefault(host_key(url), []).append((number, url))
    shares: list[list[tuple[int, str]]] = [[] for _ in range(max(1, min(size, len(groups))))]
    for group in sorted(groups.values(), key=len, reverse=True):
        min(shares, key=len).extend(group)
    return [share for share in shares if share]
