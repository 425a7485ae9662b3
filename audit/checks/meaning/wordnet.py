"""Training of the word heads in plain numpy: the gradients are written out, the seed is fixed, the result is the same each time."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

HIDDEN, EPOCHS, BATCH = 64, 8, 64
RATE, DECAY, DROP = 2e-3, 0.01, 0.3


def train_net(pieces: Sequence[np.ndarray], dense: np.ndarray, labels: np.ndarray, seed: int, width: int) -> dict[str, np.ndarray]:
    """The weights of one WordNet (see head.py), by name, from sentences' word pieces, dense features and labels."""
    random = np.random.default_rng(seed)
    weights = _start(random, width, dense.shape[1], labels.shape[1])
    moments = {name: (np.zeros_like(value), np.zeros_like(value)) for name, value in weights.items()}
    by_length = np.argsort([len(piece) for piece in pieces], kind="stable")
    step = 0
    for epoch in range(EPOCHS):
        batches = [by_length[start : start + BATCH] for start in range(0, len(by_length), BATCH)]
        random.shuffle(batches)
        rate = RATE * (1 - epoch / EPOCHS)
        for batch in batches:
            step += 1
            gradients = _gradients(weights, *_padded([pieces[row] for row in batch], width), dense[batch], labels[batch], random)
            for name, gradient in gradients.items():
                _adam(weights[name], gradient, moments[name], rate, step)
    return weights


def _start(random: np.random.Generator, width: int, dense: int, categories: int) -> dict[str, np.ndarray]:
    def even(*shape: int, fan: int) -> np.ndarray:
        return random.uniform(-1, 1, size=shape).astype(np.float32) / np.sqrt(np.float32(fan))

    return {
        "inward": even(width, HIDDEN, fan=width),
        "inward_bias": np.zeros(HIDDEN, np.float32),
        "around": even(3, HIDDEN, HIDDEN, fan=3 * HIDDEN),
        "around_bias": np.zeros(HIDDEN, np.float32),
        "outward": even(HIDDEN, categories, fan=HIDDEN),
        "outward_bias": np.full(categories, -3.0, np.float32),
        "whole": even(dense, categories, fan=dense),
        "whole_bias": np.zeros(categories, np.float32),
    }


def _padded(pieces: Sequence[np.ndarray], width: int) -> tuple[np.ndarray, np.ndarray]:
    longest = max(len(piece) for piece in pieces)
    block = np.zeros((len(pieces), longest, width), np.float32)
    mask = np.zeros((len(pieces), longest, 1), np.float32)
    for row, piece in enumerate(pieces):
        block[row, : len(piece)] = piece
        mask[row, : len(piece)] = 1
    return block, mask


def _shift(x: np.ndarray, by: int) -> np.ndarray:
    """The rows of the neighbours: by=1 the piece before, by=-1 the piece after."""
    moved = np.zeros_like(x)
    if by > 0:
        moved[:, by:] = x[:, :-by]
    else:
        moved[:, :by] = x[:, -by:]
    return moved


def _gradients(
    w: dict[str, np.ndarray], block: np.ndarray, mask: np.ndarray, dense: np.ndarray, labels: np.ndarray, random
) -> dict[str, np.ndarray]:
    count = len(block)

    def keep(shape: tuple[int, ...]) -> np.ndarray:
        return (random.random(shape, dtype=np.float32) >= DROP).astype(np.float32) / (1 - DROP)

    block = block * keep((count, 1, block.shape[2]))
    hidden = np.maximum(block @ w["inward"] + w["inward_bias"], 0) * mask
    sides = [_shift(hidden, 1), hidden, _shift(hidden, -1)]
    around = np.maximum(sum(side @ w["around"][index] for index, side in enumerate(sides)) + w["around_bias"], 0) * mask
    drop = keep((count, 1, HIDDEN))
    mixed = (hidden + around) * drop
    each = 2 * (mixed @ w["outward"] + w["outward_bias"]) - 60 * (1 - mask)
    top = each.max(axis=1, keepdims=True)
    share = np.exp(each - top)
    total = share.sum(axis=1, keepdims=True)
    sentence = dense * keep(dense.shape)
    scores = ((top + np.log(total)) / 2)[:, 0] + sentence @ w["whole"] + w["whole_bias"]

    error = (1 / (1 + np.exp(-scores)) - labels) / count
    d_each = error[:, None, :] * (share / total)
    d_mixed = (d_each @ w["outward"].T) * drop
    d_around = d_mixed * (around > 0)
    d_hidden = d_mixed + sum(
        _shift(d_around @ w["around"][index].T, index - 1) if index != 1 else d_around @ w["around"][1].T for index in range(3)
    )
    d_hidden = d_hidden * (hidden > 0)
    return {
        "inward": np.tensordot(block, d_hidden, axes=([0, 1], [0, 1])),
        "inward_bias": d_hidden.sum(axis=(0, 1)),
        "around": np.stack([np.tensordot(side, d_around, axes=([0, 1], [0, 1])) for side in sides]),
        "around_bias": d_around.sum(axis=(0, 1)),
        "outward": np.tensordot(mixed, d_each, axes=([0, 1], [0, 1])),
        "outward_bias": d_each.sum(axis=(0, 1)),
        "whole": sentence.T @ error,
        "whole_bias": error.sum(axis=0),
    }


def _adam(weight: np.ndarray, gradient: np.ndarray, moments: tuple[np.ndarray, np.ndarray], rate: float, step: int) -> None:
    """One AdamW step, in place."""
    first, second = moments
    first *= 0.9
    first += 0.1 * gradient
    second *= 0.999
    second += 0.001 * gradient * gradient
    weight *= 1 - rate * DECAY
    weight -= rate * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
