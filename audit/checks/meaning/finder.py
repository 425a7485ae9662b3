"""The meaning finder: each sentence of a text gets a probability a category; above its threshold it is a hit, to review."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

import numpy as np

from audit.checks.hits import Hit
from audit.checks.meaning.encoder import Encoded, encoder
from audit.checks.meaning.head import WEIGHTS, load_head
from audit.checks.people import without_names
from audit.model import CONTENT_KINDS, Rule
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

    def ahead(self, readings: Sequence[Reading]) -> None:
        """Works out, for many readings at once, what `find` will need."""
        wanted = [reading for reading in readings if reading.document.kind in CONTENT_KINDS]
        if self._rules and self.available() and wanted:
            read_meaning(wanted)

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


def read_meaning(readings: Sequence[Reading]) -> None:
    """Works out the probabilities of many readings in one go, which costs much less than one by one; keeps them in each."""
    sentences = [_worth_encoding(reading) for reading in readings]
    texts = (sentence_text(reading, one) for reading, some in zip(readings, sentences, strict=True) for one in some)
    encoded = encoder().encode(texts)
    for reading, some in zip(readings, sentences, strict=True):
        reading.prepared["meaning"] = list(_probabilities(reading, some, list(islice(encoded, len(some)))))


def _probabilities(reading: Reading, sentences: list[Sentence], encoded: list[Encoded]) -> Iterator[tuple[Sentence, np.ndarray]]:
    if not encoded:
        return
    context = np.mean([one.vector for one in encoded], axis=0)
    head = load_head()
    for sentence, one in zip(sentences, encoded, strict=True):
        folded = fold(sentence_text(reading, sentence)).text
        yield sentence, head.probabilities(one, context, reading.document.kind, folded)


def sentence_probabilities(reading: Reading) -> list[tuple[Sentence, np.ndarray]]:
    """(sentence, probabilities by category) of a text; sentences without a letter are passed over."""
    if "meaning" not in reading.prepared:
        read_meaning([reading])
    return reading.prepared["meaning"]


def sentence_text(reading: Reading, sentence: Sentence) -> str:
    """What the heads read of a sentence: its words, every person under the same plain name."""
    return without_names(reading.text[sentence.start : sentence.end])


def _worth_encoding(reading: Reading) -> list[Sentence]:
    some = reading.sentences[:_MAX_SENTENCES]
    return [sentence for sentence in some if any(char.isalpha() for char in reading.text[sentence.start : sentence.end])]


def _trim(text: str, sentence: Sentence) -> tuple[int, int]:
    words = text[sentence.start : sentence.end]
    return sentence.start + len(words) - len(words.lstrip()), sentence.start + len(words.rstrip())
