"""Fetches many profiles side by side: shared out among the workers, one request a host at a time, with progress and a stop."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol
from urllib.parse import urlsplit

from audit.sources.links.fetch import fetch_profile
from audit.sources.links.identify import identify
from audit.sources.links.network import Policy
from audit.sources.links.nouns import LinkError, PageResult
from audit.sources.links.reading import failed

EACH = 10.0  # seconds for one profile
_GRACE = 2.5  # seconds a worker has to hand its results over, before it is killed


class Workers(Protocol):
    """What is needed of `audit.workers.Pool`."""

    size: int

    def call(self, function: str, *args: Any, deadline: float) -> Any: ...


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

    A worker that hangs is killed (its links: "too_slow"); after `stop()` answers true the rest is "stopped"; over the quota "too_many_links".
    """
    quota = quota or Quota()
    results: list[PageResult | None] = [None if quota.take() else failed("too_many_links") for _ in urls]
    shares = _share_out([(number, url) for number, url in enumerate(urls) if results[number] is None], pool.size)
    lock = threading.Lock()

    def work(share: list[tuple[int, str]]) -> None:
        longest = EACH * max(_per_host(share).values()) + _GRACE
        try:
            found = pool.call("audit.sources.links.gather:fetch_batch", [url for _, url in share], policy, deadline=longest)
        except Exception as error:  # TooSlow, WorkerFailed: a value like any other here
            found = [failed("too_slow" if getattr(error, "code", "") == "too_slow" else "reader_failed")] * len(share)
        with lock:
            for (number, _), result in zip(share, found, strict=True):
                results[number] = results[number] or result

    threads = [threading.Thread(target=work, args=(share,), daemon=True) for share in shares]
    for thread in threads:
        thread.start()
    told = -1
    while True:
        running = next((thread for thread in threads if thread.is_alive()), None)
        with lock:
            done = sum(result is not None for result in results)
        if on_progress and done != told:
            on_progress(done, len(results))
        told = done
        if running is None or (stop and stop()):
            break
        running.join(0.1)
    with lock:
        results[:] = [result or failed("stopped") for result in results]
        return [result for result in results if result]


def fetch_batch(urls: list[str], policy: Policy | None = None) -> list[PageResult]:
    """In a worker: each link, all hosts side by side, links of one host one after the other."""
    results: list[PageResult] = [failed("too_slow")] * len(urls)
    hosts: dict[str, list[int]] = {}
    for number, url in enumerate(urls):
        hosts.setdefault(host_key(url), []).append(number)

    def work(numbers: list[int]) -> None:
        for number in numbers:
            try:
                results[number] = fetch_profile(urls[number], policy=policy)
            except Exception:  # a reader that trips over one page must not cost the others theirs
                results[number] = failed("reader_failed")

    threads = [threading.Thread(target=work, args=(numbers,), daemon=True) for numbers in hosts.values()]
    for thread in threads:
        thread.start()
    end = time.monotonic() + EACH * max((len(numbers) for numbers in hosts.values()), default=0) + 1
    for thread in threads:
        thread.join(max(0.0, end - time.monotonic()))
    return list(results)


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


def _per_host(share: list[tuple[int, str]]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for _, url in share:
        counts[host_key(url)] = counts.get(host_key(url), 0) + 1
    return counts
