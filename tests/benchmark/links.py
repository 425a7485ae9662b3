"""What reading links costs: `python -m tests.benchmark.links`.

Twenty slow links side by side beside one alone (wall time, a local server that takes a second each), and pages made to be slow beside a
plain page of the same size (CPU time). Ends with 1 when the twenty take more than one and a half times the one, or when a page costs
more than three plain ones: ratios, since a busy or a slow machine weighs on both.
"""

from __future__ import annotations

import os
import sys
import time

from audit.sources.links import fetch_all
from audit.sources.links.network import Policy
from audit.workers import Pool
from tests.sources.links import hostile
from tests.sources.links.test_link_pages import NASTY, cost, page

MOST_TOGETHER, MOST_NASTY = 1.5, 3.0
_ROUNDS = 3


def together() -> float:
    """Wall time of twenty links divided by that of one; the best of some rounds."""
    server = hostile.Server()
    os.environ["REFLET_TEST_PORT"] = str(server.port)  # before the workers are born: they inherit it
    pool = Pool(2, warm=("audit.sources.links.reading:reader_of",))
    policy, urls = Policy(hostile.look_up, hostile.connect), [f"http://site{number}.example.com/slow1" for number in range(20)]

    def spent(some: list[str]) -> float:
        begun = time.monotonic()
        assert all(result.outcome == "found" for result in fetch_all(some, pool, policy=policy))
        return time.monotonic() - begun

    try:
        spent(urls[:2])  # both workers are awake
        return min(spent(urls) / spent(urls[:1]) for _ in range(_ROUNDS))
    finally:
        pool.close()
        server.close()


def nasty() -> float:
    """CPU time of the worst page made to be slow, divided by that of a plain one."""
    where = "https://lea.exemple.fr/"
    plain = min(cost(page, ("<p>Un mot et un autre.</p>" * 40_000).encode(), where)[1] for _ in range(_ROUNDS))
    return max(min(cost(page, (piece * (1_000_000 // len(piece))).encode(), where)[1] for _ in range(2)) for piece in NASTY) / plain


if __name__ == "__main__":
    links, worst = together(), nasty()
    print(
        f"20 links side by side: {links:.2f} times one (at most {MOST_TOGETHER})\nworst page: {worst:.2f} times a plain one (at most {MOST_NASTY})"
    )
    sys.exit(links > MOST_TOGETHER or worst > MOST_NASTY)
