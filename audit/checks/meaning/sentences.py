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
from audit.checks.meaning.features import buckets, dense, plain
from audit.checks.meaning.finder import sentence_text, worth_reading
from audit.checks.meaning.head import WEIGHTS
from audit.model import CONTENT_KINDS, Document
from audit.rulebook import load_rulebook
from audit.text import Reader, fold

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
    """Every sentence of the training texts, as arrays; `text_of` and `group_of` tell its text and its fold group."""

    dense: np.ndarray
    plain: np.ndarray
    grams: list[np.ndarray]
    pieces: list[np.ndarray]
    labels: np.ndarray
    text_of: np.ndarray
    group_of: np.ndarray
    concepts: tuple[str, ...]


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
    """Encodes the sentences; a sentence carries a category when a labelled span overlaps it."""
    reader, known = training_reader(), read_concepts()
    concepts = Concepts(sorted(known), known)
    groups = {name: index for index, name in enumerate(dict.fromkeys(text["group"] for text in texts))}
    columns: list[list] = [[], [], [], [], [], [], []]
    for index, text in enumerate(texts):
        reading = reader.read(Document(text["text"], kind=text["kind"] if text["kind"] in CONTENT_KINDS else "post"))
        spans = [(text["text"].find(label["span"]), len(label["span"]), label["category"]) for label in text["labels"]]
        sentences = worth_reading(reading)
        words = [sentence_text(reading, sentence) for sentence in sentences]
        encoded = list(encoder().encode(words))
        if not encoded:
            continue
        folded = [fold(written).text for written in words]
        met = concepts.of(folded)
        features = dense(np.array([one.vector for one in encoded]), text["kind"], met)
        for sentence, written, one, own, before in zip(sentences, folded, encoded, features, plain(text["kind"], met), strict=True):
            row = (
                own,
                before,
                buckets(written),
                one.pieces.astype(np.float16),
                [
                    any(name == category and start < sentence.end and sentence.start < start + size for start, size, name in spans)
                    for category in CATEGORIES
                ],
                index,
                groups[text["group"]],
            )
            for column, value in zip(columns, row, strict=True):
                column.append(value)
    rows, before, grams, pieces, labels, text_of, group_of = columns
    return Sentences(
        np.array(rows), np.array(before), grams, pieces, np.array(labels), np.array(text_of), np.array(group_of), concepts.names
    )
