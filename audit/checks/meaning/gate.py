"""The gate before the encoder: a linear look at letters, words and themes that tells texts with nothing in them at little cost.

The sentence encoder is nine tenths of what the meaning layer costs. What the gate keeps from it are texts in which the
heads would hardly ever be right to see something: its limit lets through nearly every sentence that they find rightly
(see train.py); about two ordinary texts in five stay out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from audit.checks.meaning.features import weigh


@dataclass(frozen=True, slots=True)
class Gate:
    """`plain` weighs what `features.plain` gives of a sentence, `grams` (int8, times `scale`) its hash buckets."""

    plain: np.ndarray
    grams: np.ndarray
    scale: float
    bias: float
    limit: float  # log-odds

    def log_odds(self, plain: np.ndarray, found: Sequence[np.ndarray], idf: np.ndarray) -> np.ndarray:
        """How likely (log-odds) each sentence holds anything at all; a row of `plain` and the buckets `found` in it for each."""
        grams = np.array([weigh(one, idf) @ self.grams[one] for one in found])
        return plain @ self.plain + grams * self.scale + self.bias

    def opens(self, plain: np.ndarray, found: Sequence[np.ndarray], idf: np.ndarray) -> bool:
        """True when one of the sentences of a text is worth the encoder."""
        return bool((self.log_odds(plain, found, idf) >= self.limit).any())


def unpack_gate(stored: Mapping[str, np.ndarray]) -> Gate:
    """The Gate of the stored arrays of `head.npz`."""
    return Gate(
        plain=stored["gate_plain"].astype(np.float32),
        grams=stored["gate_grams"],
        scale=float(stored["gate_scale"]),
        bias=float(stored["gate_bias"]),
        limit=float(stored["gate_limit"]),
    )
