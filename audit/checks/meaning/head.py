"""The trained heads: a linear one over the whole sentence and small ones over its words; their mean is what counts."""

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

    def of_words(self, seen: np.ndarray, starts: np.ndarray) -> np.ndarray:
        """The part of the log-odds (sentences, categories) that comes from the words; `seen` is pieces @ inward (pieces, hidden)."""
        hidden = np.maximum(seen + self.inward_bias, 0)
        before, after = np.zeros_like(hidden), np.zeros_like(hidden)
        before[1:], after[:-1] = hidden[:-1], hidden[1:]
        before[starts], after[starts[1:] - 1] = 0, 0  # sentences do not see each other
        hidden = hidden + np.maximum(before @ self.around[0] + hidden @ self.around[1] + after @ self.around[2] + self.around_bias, 0)
        each = 2 * (hidden @ self.outward + self.outward_bias)
        top = np.maximum.reduceat(each, starts)
        each -= np.repeat(top, np.diff(starts, append=len(each)), axis=0)
        return (top + np.log(np.add.reduceat(np.exp(each), starts))) / 2


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
    inward: np.ndarray  # those of all nets side by side
    concepts: Concepts
    gate: Gate

    def of_words(self, seen: np.ndarray, starts: np.ndarray) -> np.ndarray:
        """What the words of some sentences say (sentences, categories), the nets taken together.

        `seen` (pieces, hidden) is the pieces' rows times `inward`; `starts` says where each sentence starts among them.
        """
        parts = np.split(seen, len(self.nets), axis=1)
        return sum(net.of_words(own, starts) for net, own in zip(self.nets, parts, strict=True)) / len(self.nets)

    def probabilities(self, sentences: np.ndarray, found: Sequence[np.ndarray], of_words: np.ndarray) -> np.ndarray:
        """The probability (sentences, categories) that each sentence shows each category.

        From its dense features, its hash buckets and what `of_words` says of its word pieces.
        """
        grams = np.stack([weigh(one, self.idf) @ self.grams[one] for one in found])
        flat = sentences @ self.linear + self.linear_bias + grams * self.gram_scale
        wholes = sum(sentences @ net.whole + net.whole_bias for net in self.nets) / len(self.nets)
        mean = (flat + wholes + of_words) / 2
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
        inward=np.concatenate([net.inward for net in nets], axis=1),
        concepts=Concepts((str(name) for name in stored["concepts"]), read_concepts()),
        gate=unpack_gate(stored),
    )
