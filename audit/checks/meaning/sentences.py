"""The labelled texts of `data/training/*.jsonl` as the arrays that the heads learn from."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from audit.checks import Finders, reader_of
from audit.checks.meaning.concepts import Concepts, read_concepts
from audit.checks.meaning.encoder import encoder
from audit.checks.meaning.features import beside, plain
from audit.checks.meaning.finder import Text, before_encoding, worth_reading
from audit.checks.meaning.head import WEIGHTS
from audit.model import CONTENT_KINDS, Document
from audit.rulebook import load_rulebook
from audit.text import Reader, Sentence

TRAINING = WEIGHTS.parents[1] / "training"
NEIGHBOURS = 20
CATEGORIES = [
    "profanity",
    "insult",
    "hate",
    "violence",
    "sexual",
    "drugs",
    "alcohol",
    "crime",
    "extremism",
    "employer",
    "work_ethic",
    "confidential",
    "personal_data",
    "sensitive",
    "distress",
    "writing",
]


@dataclass
class Sentences:
    """Every sentence of the training texts: `texts` as the audit reads them, the rest an entry a sentence.

    `text_of` is its text, `group_of` the number of the group of neighbours that stays together in a fold.
    """

    texts: list[Text]
    pieces: list[np.ndarray]  # numbers of word pieces
    beside: np.ndarray
    found: list[np.ndarray]  # hash buckets
    labels: np.ndarray
    text_of: np.ndarray
    group_of: np.ndarray
    about_identity: list[bool]  # of each text: clean, and about who people are
    concepts: tuple[str, ...]

    def plain(self) -> np.ndarray:
        """What the gate reads beside letters and words."""
        return np.concatenate([plain(text.kind, text.concepts) for text in self.texts])


def load_texts(folder: Path = TRAINING) -> list[dict]:
    """The labelled texts, with the group of neighbours each belongs to."""
    texts = []
    for path in sorted(folder.glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
            texts.append({**json.loads(line), "group": f"{path.stem}/{number // NEIGHBOURS}"})
    return texts


@cache
def training_reader() -> Reader:
    """The reader that the audit has: heads learn from words as they are meant."""
    rulebook = load_rulebook()
    return reader_of(rulebook, Finders(rulebook.rules, meaning=False))


def read_texts(texts: Sequence[dict]) -> Sentences:
    """The sentences of the texts; one carries a category when a labelled span overlaps it. Texts without a letter are left out."""
    reader, known = training_reader(), read_concepts()
    concepts = Concepts(sorted(known), known)
    groups = {name: index for index, name in enumerate(dict.fromkeys(text["group"] for text in texts))}
    read, labels, text_of, group_of, about_identity = [], [], [], [], []
    for text in texts:
        reading = reader.read(Document(text["text"], kind=text["kind"] if text["kind"] in CONTENT_KINDS else "post"))
        if sentences := worth_reading(reading):
            labels += [_shown(text, sentence) for sentence in sentences]
            text_of += [len(read)] * len(sentences)
            group_of += [groups[text["group"]]] * len(sentences)
            about_identity.append(not text["labels"] and "identity" in text["note"])
            read.append(before_encoding(reading, sentences, concepts))
    return Sentences(
        texts=read,
        pieces=[np.array(encoder().cut(sentence)) for text in read for sentence in text.sentences],
        beside=np.concatenate([beside(text.kind, text.concepts) for text in read]),
        found=[one for text in read for one in text.found],
        labels=np.array(labels),
        text_of=np.array(text_of),
        group_of=np.array(group_of),
        about_identity=about_identity,
        concepts=concepts.names,
    )


def _shown(text: dict, sentence: Sentence) -> list[bool]:
    spans = [(text["text"].find(label["span"]), len(label["span"]), label["category"]) for label in text["labels"]]
    return [
        any(name == category and start < sentence.end and sentence.start < start + size for start, size, name in spans)
        for category in CATEGORIES
    ]
