"""The meaning finder: each sentence of a text gets a probability a category; above its threshold it is a hit, to review."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from audit.checks import personal
from audit.checks.hits import Hit
from audit.checks.meaning.concepts import Concepts
from audit.checks.meaning.encoder import Encoder, Folded, encoder
from audit.checks.meaning.features import beside, buckets, dense, plain
from audit.checks.meaning.head import WEIGHTS, Head, load_head
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
        thresholds = head.thresholds[0 if reading.lang == "fr" else 1]
        for sentence, probabilities in sentence_probabilities(reading):
            span = _trim(reading.text, sentence)
            for category in np.flatnonzero(probabilities >= thresholds):
                rule = self._rules.get(head.categories[category])
                if rule is not None and reading.document.kind in rule.on and not _reaches(reading, rule, *span):
                    yield Hit(rule, *span)


_FEW = 8  # words that may stand beside a telephone number or a mailbox: a name, a town, "permis B"


def _reaches(reading: Reading, rule: Rule, start: int, end: int) -> bool:
    """Whether a line of a CV only says how to reach the person: a CV without it is no use."""
    if rule.category != "personal_data" or reading.document.kind != "cv":
        return False
    within = [(left, right) for left, right in personal.contacts(reading) if start <= left and right <= end]
    beside = "".join(
        char if not any(left <= at < right for left, right in within) else " " for at, char in enumerate(reading.text[start:end], start)
    )
    return bool(within) and len(re.findall(r"[^\W\d_]{2,}", beside)) <= _FEW


def read_meaning(readings: Sequence[Reading]) -> None:
    """Works out the probabilities of many readings in one go, which costs less than one by one; keeps them in each."""
    sentences = [worth_reading(reading) for reading in readings]
    concepts = load_head().concepts
    texts = [before_encoding(reading, some, concepts) for reading, some in zip(readings, sentences, strict=True)]
    for reading, some, found in zip(readings, sentences, _probabilities(texts), strict=True):
        reading.prepared["meaning"] = list(zip(some, found, strict=True))


@dataclass(frozen=True, slots=True)
class Text:
    """What is known of a text before its sentences are encoded."""

    kind: str
    french: bool
    sentences: list[str]
    found: list[np.ndarray]  # hash buckets
    concepts: np.ndarray


def before_encoding(reading: Reading, sentences: Sequence[Sentence], concepts: Concepts) -> Text:
    """Some sentences of a reading as the heads see them."""
    written = [sentence_text(reading, sentence) for sentence in sentences]
    folded = [fold(sentence).text for sentence in written]
    return Text(reading.document.kind, reading.lang == "fr", written, [buckets(words) for words in folded], concepts.of(folded))


def _probabilities(texts: list[Text]) -> Iterator[np.ndarray]:
    """The probabilities (sentences, categories) of each text; zeros behind the gate."""
    head = load_head()
    let_in = [_worth_encoding(text) for text in texts]
    opened = [text for text, inside in zip(texts, let_in, strict=True) if inside]
    found = encoded(opened, head, encoder(), _inward()) if opened else iter(())
    for text, inside in zip(texts, let_in, strict=True):
        yield next(found) if inside else np.zeros((len(text.sentences), len(head.categories)), dtype=np.float32)


@cache
def _inward() -> Folded:
    return encoder().folded(load_head().net.inward)


def _worth_encoding(text: Text) -> bool:
    """What the gate says; it learnt too few English words to keep an English text out."""
    head = load_head()
    return bool(text.sentences) and (not text.french or head.gate.opens(plain(text.kind, text.concepts), text.found, head.idf))


def encoded(texts: Sequence[Text], head: Head, read: Encoder, inward: Folded) -> Iterator[np.ndarray]:
    """The probabilities (sentences, categories) of texts with a sentence or more, encoded side by side.

    `inward` is what the encoder made of the net's first layer.
    """
    sentences = [sentence for text in texts for sentence in text.sentences]
    batches = [
        (read.sums(words), words.lengths, head.net.of_words(read.times(words, inward), words.starts)) for words in read.words(sentences)
    ]
    totals, lengths, of_words = (np.concatenate(parts) for parts in zip(*batches, strict=True))
    ends = np.cumsum([len(text.sentences) for text in texts])[:-1]
    vectors = np.split(read.vectors(totals, lengths), ends)
    aside = [beside(text.kind, text.concepts) for text in texts]
    rows = np.concatenate([dense(own, known) for own, known in zip(vectors, aside, strict=True)])
    yield from np.split(head.probabilities(rows, np.concatenate(aside), [one for text in texts for one in text.found], of_words), ends)


def sentence_probabilities(reading: Reading) -> list[tuple[Sentence, np.ndarray]]:
    """(sentence, probabilities by category) of a text; sentences without a letter are passed over."""
    if "meaning" not in reading.prepared:
        read_meaning([reading])
    return reading.prepared["meaning"]


def sentence_text(reading: Reading, sentence: Sentence) -> str:
    """What the heads read of a sentence: its words as they are meant, every person under the same plain name."""
    return without_names(reading.meant(sentence.start, sentence.end))


def worth_reading(reading: Reading) -> list[Sentence]:
    """The sentences of a text that hold a letter, at most the first few hundred."""
    some = reading.sentences[:_MAX_SENTENCES]
    return [sentence for sentence in some if any(char.isalpha() for char in reading.text[sentence.start : sentence.end])]


def _trim(text: str, sentence: Sentence) -> tuple[int, int]:
    words = text[sentence.start : sentence.end]
    return sentence.start + len(words) - len(words.lstrip()), sentence.start + len(words.rstrip())
