"""What training changed of the encoder's layers, as a small file: differences from the package's weights, a byte each."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np

_SCALE = "_scale"


def as_bytes(weights: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Weights as int8, and the scale (a column) that they are times."""
    scale = np.maximum(np.abs(weights).max(axis=0) / 127, 1e-12)
    return np.round(weights / scale).astype(np.int8), scale


def pack_changes(before: Mapping[str, np.ndarray], after: Mapping[str, np.ndarray]) -> dict[str, np.ndarray]:
    """The stored arrays: int8 times a scale a column for matrices, float32 for the rest."""
    stored = {}
    for name, weights in before.items():
        change = after[name] - weights
        if change.ndim < 2:
            stored[name] = change.astype(np.float32)
            continue
        stored[name], stored[name + _SCALE] = as_bytes(change)
    return stored


def add_changes(before: Mapping[str, np.ndarray], stored: Mapping[str, np.ndarray]) -> dict[str, np.ndarray]:
    """The weights after training, from those of the package and the stored arrays."""
    return {
        name: before[name] + (change * stored[name + _SCALE] if change.ndim == 2 else change)
        for name, change in stored.items()
        if not name.endswith(_SCALE)
    }


def read_changes(path: Path, before: Mapping[str, np.ndarray]) -> dict[str, np.ndarray]:
    """As `add_changes`, from a file; no pickle is ever read."""
    with np.load(path, allow_pickle=False) as stored:
        return add_changes(before, {name: stored[name] for name in stored.files})
