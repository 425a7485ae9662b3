"""The trained heads: a net over the encoder's words and vectors, and a linear one over letters, words and themes; both count."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from audit.checks.meaning.concepts import Concepts, read_concepts
from audit.checks.meaning.features import weigh
from audit.checks.meaning.gate import Gate, unpack_gate

WEIGHTS = Path(__file__).resolve().parents[3] / "data" / "meaning" / "head.npz"

NET_COUNTS = 0.5  # the linear head the rest; shares from 0.4 to 0.6 do as well on unseen texts


@dataclass(frozen=True, slots=True)
class WordNet:
    """Word pieces → hidden units that also see their neighbours → a score a piece and category, pooled over the sentence."""

    inward: np.ndarray
    inward_bias: np.ndarray
    around: np.ndarray  # (3 * hidden, hidden): previous, same, next piece
    around_bias: np.ndarray
    outward: np.ndarray
    outward_bias: np.ndarray
    whole: np.ndarray
    whole_bias: np.ndarray

    def of_words(self, seen: np.ndarray, starts: np.ndarray) -> np.ndarray:
        """The part of the log-odds (sentences, categories) that comes from the words; `seen` is pieces @ inward (pieces, hidden)."""
        hidden = np.maximum(seen + self.inward_bias, 0)
        before, after = np.zeros_like(hidden), np.zeros_like(hidden)
        before[1:], after[:-1] = hidden[:-1], hidden[1:]
        before[starts], after[starts[1:] - 1] = 0, 0  # sentences do not see each other
        hidden = hidden + np.maximum(np.hstack([before, hidden, after]) @ self.around + self.around_bias, 0)
        each = 2 * (hidden @ self.outward + self.outward_bias)
        top = np.maximum.reduceat(each, starts)
        each -= np.repeat(top, np.diff(starts, append=len(each)), axis=0)
        return (top + np.log(np.add.reduceat(np.exp(each), starts))) / 2


@dataclass(frozen=True, slots=True)
class Head:
    """Everything `data/meaning/head.npz` holds; `thresholds` (2, categories) are the probabilities from which
    a sentence of a French text, and of an English one, is worth a review."""

    categories: tuple[str, ...]
    thresholds: np.ndarray
    linear: np.ndarray  # of what is beside the vectors
    linear_bias: np.ndarray
    grams: np.ndarray  # (BUCKETS, categories) int8, times gram_scale
    gram_scale: np.ndarray
    idf: np.ndarray
    net: WordNet
    concepts: Concepts
    gate: Gate

    def probabilities(self, dense: np.ndarray, beside: np.ndarray, found: Sequence[np.ndarray], of_words: np.ndarray) -> np.ndarray:
        """The probability (sentences, categories) that each sentence shows each category.

        From its dense features, the part of them that is `beside` the vectors, its hash buckets and what the net says of its words.
        """
        grams = np.stack([weigh(one, self.idf) @ self.grams[one] for one in found])
        flat = beside @ self.linear + self.linear_bias + grams * self.gram_scale
        read = dense @ self.net.whole + self.net.whole_bias + of_words
        return 1 / (1 + np.exp(-(NET_COUNTS * read + (1 - NET_COUNTS) * flat)))


@cache
def load_head(path: Path = WEIGHTS) -> Head:
    """The head of this checkout; no pickle is ever read."""
    with np.load(path, allow_pickle=False) as stored:
        return unpack({name: stored[name] for name in stored.files})


def unpack(stored: Mapping[str, np.ndarray]) -> Head:
    """The Head of its stored arrays (see train.py, which packs them)."""
    return Head(
        categories=tuple(str(name) for name in stored["categories"]),
        thresholds=stored["thresholds"].astype(np.float32),
        linear=stored["linear"].astype(np.float32),
        linear_bias=stored["linear_bias"].astype(np.float32),
        grams=stored["grams"],
        gram_scale=stored["gram_scale"].astype(np.float32),
        idf=stored["idf"].astype(np.float32),
        net=WordNet(*(stored[name].astype(np.float32) for name in WordNet.__slots__)),
        concepts=Concepts((str(name) for name in stored["concepts"]), read_concepts()),
        gate=unpack_gate(stored),
    )
