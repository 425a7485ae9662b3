"""The meaning finder: each sentence of a text gets a probability a category; above its threshold it is a hit, to review."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice

import numpy as np

from audit.checks.hits import Hit
from audit.checks.meaning.encoder import encoder
from audit.checks.meaning.features import buckets, dense
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
    """Works out the probabilities of many readings in one go, which costs less than one by one; keeps them in each."""
    sentences = [_worth_encoding(reading) for reading in readings]
    texts = [sentence_text(reading, one) for reading, some in zip(readings, sentences, strict=True) for one in some]
    found = iter(_probabilities(texts, [(reading.document.kind, len(some)) for reading, some in zip(readings, sentences, strict=True)]))
    for reading, some in zip(readings, sentences, strict=True):
        reading.prepared["meaning"] = list(zip(some, islice(found, len(some)), strict=True))


@cache
def _inward() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    return encoder().folded(load_head().inward)


def _probabilities(texts: list[str], documents: list[tuple[str, int]]) -> np.ndarray:
    """The probabilities (sentences, categories) of sentences; `documents`: the kind of each document and how many of them it has."""
    if not texts:
        return np.empty((0, 0))
    head, read = load_head(), encoder()
    batches = [(read.sums(words), words.lengths, head.of_words(read.times(words, _inward()), words.starts)) for words in read.words(texts)]
    totals, lengths, of_words = (np.concatenate(parts) for parts in zip(*batches, strict=True))
    vectors = read.vectors(totals, lengths)
    folded = [fold(text).text for text in texts]
    rows, done = [], 0
    for kind, count in documents:
        if count:
            own = slice(done, done + count)
            rows.append(dense(vectors[own], kind, head.concepts.of(folded[own])))
        done += count
    return head.probabilities(np.concatenate(rows), [buckets(words) for words in folded], of_words)


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
