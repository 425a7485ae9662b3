"""What training changed of the encoder's layers, as a small file: differences from the package's weights, a byte each."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np

_SCALE = "_scale"


def pack_changes(before: Mapping[str, np.ndarray], after: Mapping[str, np.ndarray]) -> dict[str, np.ndarray]:
    """The stored arrays: int8 times a scale a column for matrices, float32 for the rest."""
    stored = {}
    for name, weights in before.items():
        change = after[name] - weights
        if change.ndim < 2:
            stored[name] = change.astype(np.float32)
            continue
        scale = np.maximum(np.abs(change).max(axis=0) / 127, 1e-12).astype(np.float32)
        stored[name], stored[name + _SCALE] = np.round(change / scale).astype(np.int8), scale
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
