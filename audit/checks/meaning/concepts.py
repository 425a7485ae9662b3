"""Concepts: words of one theme (an absence, money, a threat…); the heads read which of them a sentence holds.

So a head that learnt « j'ai piqué » from one text also has something to go by when another says « barboté ». The
words are those of `data/meaning/concepts.yaml` and of the rules' own lists (`rules/*/lists.yaml`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np

from audit.rulebook import RULES, read_lists
from audit.text.phrases import PhraseIndex

WORDS = Path(__file__).resolve().parents[3] / "data" / "meaning" / "concepts.yaml"


def read_concepts() -> dict[str, tuple[str, ...]]:
    """The words of every concept, by name; the lists of the rules are named `rules.…`, both languages in one."""
    concepts = dict(read_lists(WORDS))
    for lang in ("fr", "en"):
        for name, words in read_lists(RULES / lang / "lists.yaml").items():
            concepts[f"rules.{name}"] = (*concepts.get(f"rules.{name}", ()), *words)
    return concepts


class Concepts:
    """Tells which of some named concepts folded sentences hold."""

    def __init__(self, names: Iterable[str], words: Mapping[str, tuple[str, ...]]) -> None:
        """A name without words (a list that was taken away since the training) is never met."""
        self.names = tuple(names)
        self._index = PhraseIndex((word, number) for number, name in enumerate(self.names) for word in words.get(name, ()))

    def of(self, folded: Sequence[str]) -> np.ndarray:
        """(sentences, concepts) of 0 and 1."""
        met = np.zeros((len(folded), len(self.names)), dtype=np.float32)
        for row, sentence in enumerate(folded):
            for number, _, _ in self._index.scan(sentence):
                met[row, number] = 1
        return met
