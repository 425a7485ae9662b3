"""What the heads read of a sentence: its vector, its text's vector, the kind of text, and hashed letters and words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from zlib import crc32

import numpy as np

from audit.checks.meaning.encoder import WIDTH
from audit.model import CONTENT_KINDS

BUCKETS = 1 << 16
DENSE = 2 * WIDTH + len(CONTENT_KINDS)
_TOKEN = re.compile(r"\w+|[^\w\s]")
# The parts are brought to like size, so that one penalty suits all of them.
_VECTOR, _CONTEXT, _KIND = 4.0, 2.0, 0.5


def dense(vector: np.ndarray, context: np.ndarray, kind: str) -> np.ndarray:
    """(DENSE,) from the sentence's vector, the mean vector of its text, and the kind of text."""
    kinds = np.array([_KIND if kind == known else 0.0 for known in CONTENT_KINDS])
    return np.concatenate([vector * _VECTOR, context * _CONTEXT, kinds]).astype(np.float32)


def buckets(folded: str) -> np.ndarray:
    """The hash buckets (int64, each once) of the letter groups (2 to 5, inside words) and word groups (1 to 3) of a folded sentence."""
    return np.unique(np.fromiter((crc32(gram.encode()) & (BUCKETS - 1) for gram in _grams(folded)), dtype=np.int64))


def _grams(folded: str) -> Iterator[str]:
    tokens = _TOKEN.findall(folded)
    for token in tokens:
        padded = f" {token} "
        for size in (2, 3, 4, 5):
            for start in range(max(1, len(padded) - size + 1)):
                yield padded[start : start + size]
    for size in (1, 2, 3):
        for start in range(len(tokens) - size + 1):
            yield "\t".join(tokens[start : start + size])


def weigh(found: np.ndarray, idf: np.ndarray) -> np.ndarray:
    """The weights of the buckets of one sentence: rare ones count more, and the whole has length one."""
    weights = idf[found].astype(np.float32)
    return weights / (np.sqrt((weights * weights).sum()) or 1.0)
