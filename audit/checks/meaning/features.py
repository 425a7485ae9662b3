"""What the heads read of a sentence: its vector, its text's vector, the kind of text, its concepts, and hashed letters and words."""

from __future__ import annotations

import re
from itertools import pairwise
from zlib import crc32

import numpy as np

from audit.model import CONTENT_KINDS
from audit.text.rarity import is_usual

BUCKETS = 1 << 16
_MASK = BUCKETS - 1
_MOST_REMEMBERED = 8_000  # words
_remembered: dict[str, tuple[int, ...]] = {}
_TOKEN = re.compile(r"\w+|[^\w\s]")
# The parts are brought to like size, so that one penalty suits all of them.
VECTOR, CONTEXT, _KIND, _HERE, _AROUND = 4.0, 2.0, 0.5, 0.6, 0.3


def plain(kind: str, concepts: np.ndarray) -> np.ndarray:
    """What is known of the sentences of one text before they are encoded, a row each: the kind of text and their concepts."""
    return np.hstack([np.tile(np.array(_kinds(kind), dtype=np.float32), (len(concepts), 1)), concepts * np.float32(_HERE)])


def _kinds(kind: str) -> list[float]:
    return [_KIND if kind == known else 0.0 for known in CONTENT_KINDS]


def beside(kind: str, concepts: np.ndarray) -> np.ndarray:
    """What the heads read beside the vectors, a row a sentence of one text: the kind of text, their concepts and the text's."""
    around = concepts.max(axis=0) * np.float32(_AROUND)
    return np.hstack([plain(kind, concepts), np.tile(around, (len(concepts), 1))])


def dense(vectors: np.ndarray, beside: np.ndarray) -> np.ndarray:
    """The dense features of the sentences of one text, a row each: their vectors, the mean of these, and what is `beside` them."""
    return np.hstack([vectors * VECTOR, np.tile(vectors.mean(axis=0) * CONTEXT, (len(vectors), 1)), beside]).astype(np.float32)


def buckets(folded: str) -> np.ndarray:
    """The hash buckets (int64, each once) of the letter groups (2 to 5, inside words) and word groups (1 to 3) of a folded sentence."""
    tokens = _TOKEN.findall(folded)
    found: set[int] = set()
    for token in tokens:
        found.update(_remembered.get(token) or _of_letters(token))
    groups = [
        *tokens,
        *map("\t".join, pairwise(tokens)),
        *map("\t".join, zip(tokens, tokens[1:], tokens[2:], strict=False)),
    ]
    found.update(crc32(group.encode()) & _MASK for group in groups)
    return np.fromiter(found, dtype=np.int64, count=len(found))


def _of_letters(token: str) -> tuple[int, ...]:
    """The buckets of the letter groups of a word; those of usual words are remembered, and of no others."""
    padded = f" {token} "
    groups = [padded[start : start + size] for size in (2, 3, 4, 5) for start in range(max(1, len(padded) - size + 1))]
    found = tuple({crc32(group.encode()) & _MASK for group in groups})
    if len(_remembered) < _MOST_REMEMBERED and is_usual(token):
        _remembered[token] = found
    return found


def weigh(found: np.ndarray, idf: np.ndarray) -> np.ndarray:
    """The weights of the buckets of one sentence: rare ones count more, and the whole has length one."""
    weights = idf[found].astype(np.float32)
    return weights / (np.sqrt((weights * weights).sum()) or 1.0)
