"""The meaning finder: each sentence of a text gets a probability a category; above its threshold it is a hit, to review."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from audit.checks import personal
from audit.checks.hits import Hit
from audit.checks.meaning.encoder import encoder
from audit.checks.meaning.features import buckets, dense, plain
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
            span = _trim(reading.text, sentence)
            for category in np.flatnonzero(probabilities >= head.thresholds):
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
    texts = [
        _before_encoding(reading, [sentence_text(reading, one) for one in some]) for reading, some in zip(readings, sentences, strict=True)
    ]
    for reading, some, found in zip(readings, sentences, _probabilities(texts), strict=True):
        reading.prepared["meaning"] = list(zip(some, found, strict=True))


@cache
def _inward() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    return encoder().folded(load_head().inward)


@dataclass(frozen=True, slots=True)
class _Text:
    """What is known of a text before its sentences are encoded."""

    kind: str
    french: bool
    sentences: list[str]
    found: list[np.ndarray]  # hash buckets
    concepts: np.ndarray


def _probabilities(texts: list[_Text]) -> Iterator[np.ndarray]:
    """The probabilities (sentences, categories) of each text; zeros behind the gate."""
    head = load_head()
    let_in = [_worth_encoding(text) for text in texts]
    found = _encoded([text for text, opened in zip(texts, let_in, strict=True) if opened])
    for text, opened in zip(texts, let_in, strict=True):
        yield next(found) if opened else np.zeros((len(text.sentences), len(head.categories)), dtype=np.float32)


def _worth_encoding(text: _Text) -> bool:
    """What the gate says; it learnt too few English words to keep an English text out."""
    head = load_head()
    return bool(text.sentences) and (not text.french or head.gate.opens(plain(text.kind, text.concepts), text.found, head.idf))


def _before_encoding(reading: Reading, sentences: list[str]) -> _Text:
    folded = [fold(sentence).text for sentence in sentences]
    french = reading.lang == "fr"
    return _Text(reading.document.kind, french, sentences, [buckets(words) for words in folded], load_head().concepts.of(folded))


def _encoded(texts: list[_Text]) -> Iterator[np.ndarray]:
    """The probabilities of the texts that are worth it, encoded side by side."""
    if not texts:
        return
    head, read = load_head(), encoder()
    sentences = [sentence for text in texts for sentence in text.sentences]
    batches = [
        (read.sums(words), words.lengths, head.of_words(read.times(words, _inward()), words.starts)) for words in read.words(sentences)
    ]
    totals, lengths, of_words = (np.concatenate(parts) for parts in zip(*batches, strict=True))
    ends = np.cumsum([len(text.sentences) for text in texts])[:-1]
    vectors = np.split(read.vectors(totals, lengths), ends)
    rows = np.concatenate([dense(own, text.kind, text.concepts) for own, text in zip(vectors, texts, strict=True)])
    yield from np.split(head.probabilities(rows, [one for text in texts for one in text.found], of_words), ends)


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
