"""The trained heads: a linear one over the whole sentence and small ones over its words; their mean is what counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from audit.checks.meaning.encoder import Encoded
from audit.checks.meaning.features import buckets, dense, weigh

WEIGHTS = Path(__file__).resolve().parents[3] / "data" / "meaning" / "head.npz"


@dataclass(frozen=True, slots=True)
class WordNet:
    """Word pieces → hidden units that also see their neighbours → a score a piece and category, pooled over the sentence."""

    inward: np.ndarray
    inward_bias: np.ndarray
    around: np.ndarray  # (3, hidden, hidden): previous, same, next piece
    around_bias: np.ndarray
    outward: np.ndarray
    outward_bias: np.ndarray
    whole: np.ndarray
    whole_bias: np.ndarray

    def scores(self, pieces: np.ndarray, sentence: np.ndarray) -> np.ndarray:
        """Log-odds (categories,) of one sentence."""
        hidden = np.maximum(pieces @ self.inward + self.inward_bias, 0)
        edge = np.zeros((1, hidden.shape[1]), dtype=hidden.dtype)
        before, after = np.vstack([edge, hidden[:-1]]), np.vstack([hidden[1:], edge])
        hidden = hidden + np.maximum(before @ self.around[0] + hidden @ self.around[1] + after @ self.around[2] + self.around_bias, 0)
        each = 2 * (hidden @ self.outward + self.outward_bias)
        top = each.max(axis=0)
        return (top + np.log(np.exp(each - top).sum(axis=0))) / 2 + sentence @ self.whole + self.whole_bias


@dataclass(frozen=True, slots=True)
class Head:
    """Everything `data/meaning/head.npz` holds; `thresholds` are the probabilities from which a sentence is worth a review."""

    categories: tuple[str, ...]
    thresholds: np.ndarray
    linear: np.ndarray
    linear_bias: np.ndarray
    grams: np.ndarray  # (BUCKETS, categories) int8, times gram_scale
    gram_scale: np.ndarray
    idf: np.ndarray
    nets: tuple[WordNet, ...]

    def probabilities(self, encoded: Encoded, context: np.ndarray, kind: str, folded: str) -> np.ndarray:
        """The probability (categories,) that a sentence shows each category."""
        return self.of_features(dense(encoded.vector, context, kind), buckets(folded), encoded.pieces)

    def of_features(self, sentence: np.ndarray, found: np.ndarray, pieces: np.ndarray) -> np.ndarray:
        """As `probabilities`, from the dense features, the hash buckets and the word pieces of a sentence."""
        flat = sentence @ self.linear + self.linear_bias + weigh(found, self.idf) @ (self.grams[found] * self.gram_scale)
        scores = [net.scores(pieces, sentence) for net in self.nets]
        mean = (flat + sum(scores) / len(scores)) / 2 if scores else flat
        return 1 / (1 + np.exp(-mean))


@cache
def load_head(path: Path = WEIGHTS) -> Head:
    """The head of this checkout; no pickle is ever read."""
    with np.load(path, allow_pickle=False) as stored:
        return unpack({name: stored[name] for name in stored.files})


def unpack(stored: Mapping[str, np.ndarray]) -> Head:
    """The Head of its stored arrays (see train.py, which packs them)."""
    names = ("inward", "inward_bias", "around", "around_bias", "outward", "outward_bias", "whole", "whole_bias")
    count = int(stored["nets"])
    nets = tuple(WordNet(*(stored[f"{name}_{net}"].astype(np.float32) for name in names)) for net in range(count))
    return Head(
        categories=tuple(str(name) for name in stored["categories"]),
        thresholds=stored["thresholds"].astype(np.float32),
        linear=stored["linear"].astype(np.float32),
        linear_bias=stored["linear_bias"].astype(np.float32),
        grams=stored["grams"],
        gram_scale=stored["gram_scale"].astype(np.float32),
        idf=stored["idf"].astype(np.float32),
        nets=nets,
    )
