"""The meaning finder: each sentence of a text gets a probability a category; above its threshold it is a hit, to review."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from audit.checks.hits import Hit
from audit.checks.meaning.encoder import encoder
from audit.checks.meaning.head import WEIGHTS, load_head
from audit.model import Rule
from audit.text import Reading, Sentence, fold

_MAX_SENTENCES = 400  # a longer text is read by its first sentences: phrases read all of it


class MeaningFinder:
    """All rules that find by meaning; silent when the heads are not there (see `available`)."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = {rule.find.name: rule for rule in rules if rule.find.how == "meaning"}

    @staticmethod
    def available() -> bool:
        """False when the trained heads are missing."""
        return WEIGHTS.exists()

    def find(self, reading: Reading) -> Iterator[Hit]:
        """Hits whose span is the sentence."""
        if not self._rules or not self.available():
            return
        head = load_head()
        for sentence, probabilities in sentence_probabilities(reading):
            for category in np.flatnonzero(probabilities >= head.thresholds):
                rule = self._rules.get(head.categories[category])
                if rule is not None and reading.document.kind in rule.on:
                    yield Hit(rule, *_trim(reading.text, sentence))


def sentence_probabilities(reading: Reading) -> Iterator[tuple[Sentence, np.ndarray]]:
    """(sentence, probabilities by category) of a text; sentences without a letter are passed over."""
    sentences = [
        sentence
        for sentence in reading.sentences[:_MAX_SENTENCES]
        if any(char.isalpha() for char in reading.text[sentence.start : sentence.end])
    ]
    if not sentences:
        return
    texts = [reading.text[sentence.start : sentence.end] for sentence in sentences]
    encoded = list(encoder().encode(texts))
    context = np.mean([one.vector for one in encoded], axis=0)
    head = load_head()
    for sentence, text, one in zip(sentences, texts, encoded, strict=True):
        yield sentence, head.probabilities(one, context, reading.document.kind, fold(text).text)


def _trim(text: str, sentence: Sentence) -> tuple[int, int]:
    words = text[sentence.start : sentence.end]
    return sentence.start + len(words) - len(words.lstrip()), sentence.start + len(words.rstrip())
