"""`python -m audit.checks.meaning.train`: makes `data/meaning/head.npz` from `data/training/*.jsonl`; the same result each time.

Thresholds come from predictions on texts that a model has not seen (four folds; neighbouring lines stay together, since
clean texts often mirror the problem text before them). Needs scikit-learn (tests/requirements.txt).
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from audit.checks.meaning.concepts import Concepts, read_concepts
from audit.checks.meaning.encoder import USUAL, WORD_WIDTH, encoder
from audit.checks.meaning.features import BUCKETS, buckets, dense, weigh
from audit.checks.meaning.finder import sentence_text
from audit.checks.meaning.head import WEIGHTS, unpack
from audit.checks.meaning.wordnet import train_net
from audit.model import CONTENT_KINDS, Document
from audit.text import Reader, fold

TRAINING = WEIGHTS.parents[1] / "training"
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
FOLDS, NEIGHBOURS = 4, 20
SEEDS = (1, 2)
USUAL_PIECES = 8192  # 97 % of the pieces of the training texts; a row each of 15 KB in memory
# Share of clean texts that meaning alone may touch, over all categories; each category gets its part of it.
CLEAN_TOUCHED = 0.07
# Share of the clean texts about who people are that one category may touch: an identity is never a fault. Two categories
# are none either (information, help), and may say more.
IDENTITY_TOUCHED, NO_FAULTS = 0.01, ("sensitive", "distress")


@dataclass
class Sentences:
    """Every sentence of the training texts, as arrays; `text_of` and `group_of` tell its text and its fold group."""

    dense: np.ndarray
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


def read_texts(texts: Sequence[dict]) -> Sentences:
    """Encodes the sentences; a sentence carries a category when a labelled span overlaps it."""
    reader, known = Reader({}), read_concepts()
    concepts = Concepts(sorted(known), known)
    groups = {name: index for index, name in enumerate(dict.fromkeys(text["group"] for text in texts))}
    columns: list[list] = [[], [], [], [], [], []]
    for index, text in enumerate(texts):
        reading = reader.read(Document(text["text"], kind=text["kind"] if text["kind"] in CONTENT_KINDS else "post"))
        spans = [(text["text"].find(label["span"]), len(label["span"]), label["category"]) for label in text["labels"]]
        sentences = [
            sentence for sentence in reading.sentences if any(char.isalpha() for char in text["text"][sentence.start : sentence.end])
        ]
        words = [sentence_text(reading, sentence) for sentence in sentences]
        encoded = list(encoder().encode(words))
        if not encoded:
            continue
        folded = [fold(written).text for written in words]
        features = dense(np.array([one.vector for one in encoded]), text["kind"], concepts.of(folded))
        for sentence, written, one, own in zip(sentences, folded, encoded, features, strict=True):
            row = (
                own,
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
    return Sentences(
        np.array(columns[0]), columns[1], columns[2], np.array(columns[3]), np.array(columns[4]), np.array(columns[5]), concepts.names
    )


def fit(data: Sentences, rows: np.ndarray) -> dict[str, np.ndarray]:
    """The stored arrays of a head trained on some sentences (thresholds left at zero)."""
    from scipy.sparse import csr_matrix, hstack
    from sklearn.linear_model import LogisticRegression

    idf = _idf([data.grams[row] for row in rows])
    matrix = hstack([csr_matrix(data.dense[rows]), _sparse([data.grams[row] for row in rows], idf)]).tocsr()
    width = data.dense.shape[1]
    weights = np.zeros((width + BUCKETS, len(CATEGORIES)), dtype=np.float32)
    bias = np.zeros(len(CATEGORIES), dtype=np.float32)
    for category in range(len(CATEGORIES)):
        model = LogisticRegression(C=1.0, max_iter=200).fit(matrix, data.labels[rows, category])
        weights[:, category], bias[category] = model.coef_[0], model.intercept_[0]
    scale = np.abs(weights[width:]).max(axis=0) / 127
    stored = {
        "categories": np.array(CATEGORIES),
        "thresholds": np.zeros(len(CATEGORIES), dtype=np.float32),
        "linear": weights[:width].astype(np.float16),
        "linear_bias": bias,
        "grams": np.round(weights[width:] / scale).astype(np.int8),
        "gram_scale": scale,
        "idf": idf.astype(np.float16),
        "nets": np.array(len(SEEDS)),
        "concepts": np.array(data.concepts),
    }
    for index, seed in enumerate(SEEDS):
        net = train_net([data.pieces[row] for row in rows], data.dense[rows], data.labels[rows].astype(np.float32), seed, WORD_WIDTH)
        stored |= {f"{name}_{index}": value.astype(np.float16) for name, value in net.items()}
    return stored


def _idf(found: Sequence[np.ndarray]) -> np.ndarray:
    counts = np.bincount(np.concatenate(found), minlength=BUCKETS)
    return np.where(counts >= 2, np.log((1 + len(found)) / (1 + counts)) + 1, 0).astype(np.float16).astype(np.float32)


def _sparse(found: Sequence[np.ndarray], idf: np.ndarray):
    from scipy.sparse import csr_matrix

    ends = np.concatenate([[0], np.cumsum([len(one) for one in found])])
    values = np.concatenate([weigh(one, idf) for one in found])
    return csr_matrix((values, np.concatenate(found), ends), shape=(len(found), BUCKETS))


def predict(stored: dict[str, np.ndarray], data: Sentences, rows: Sequence[int]) -> Iterator[np.ndarray]:
    """The probabilities of some sentences, by the same code that runs in the audit."""
    head = unpack(stored)
    for row in rows:
        pieces = data.pieces[row].astype(np.float32)
        yield head.probabilities(data.dense[row : row + 1], data.grams[row : row + 1], head.of_words(pieces @ head.inward, np.array([0])))[
            0
        ]


def unseen_probabilities(data: Sentences) -> np.ndarray:
    """Each sentence's probabilities by a head that has seen neither its text nor its neighbours."""
    fold_of = np.random.default_rng(7).integers(0, FOLDS, size=data.group_of.max() + 1)[data.group_of]
    found = np.zeros(data.labels.shape, dtype=np.float32)
    for number in range(FOLDS):
        held = np.flatnonzero(fold_of == number)
        found[held] = list(predict(fit(data, np.flatnonzero(fold_of != number)), data, held))
        print(f"fold {number + 1} of {FOLDS} done", flush=True)
    return found


def choose_thresholds(probabilities: np.ndarray, labels: np.ndarray, text_of: np.ndarray, identity: np.ndarray) -> np.ndarray:
    """One threshold a category: the best F1 on texts such that it touches no more than its part of the clean texts.

    `identity` (bool a text): the clean texts about who people are, of which next to none may be touched.
    """
    texts = text_of.max() + 1
    best = np.zeros((texts, labels.shape[1]), dtype=np.float32)
    wanted = np.zeros((texts, labels.shape[1]), dtype=bool)
    np.maximum.at(best, text_of, probabilities)
    np.logical_or.at(wanted, text_of, labels)
    clean = ~wanted.any(axis=1)
    thresholds = np.zeros(labels.shape[1], dtype=np.float32)
    for category in range(labels.shape[1]):
        floor = np.quantile(best[clean, category], 1 - CLEAN_TOUCHED / labels.shape[1])
        if CATEGORIES[category] not in NO_FAULTS:
            floor = max(floor, np.quantile(best[identity, category], 1 - IDENTITY_TOUCHED))
        candidates = np.unique(np.concatenate([[floor], np.linspace(floor, 0.95, 60)]))
        thresholds[category] = max(candidates, key=lambda limit: _f1(best[:, category] >= limit, wanted[:, category]))
    return thresholds


def _f1(found: np.ndarray, wanted: np.ndarray) -> float:
    both = (found & wanted).sum()
    return 2 * both / (found.sum() + wanted.sum()) if both else 0.0


def usual_pieces(texts: Sequence[dict]) -> np.ndarray:
    """The word pieces that the texts hold most often: what depends on one of them alone is worked out when the encoder loads."""
    reader, counts = Reader({}), Counter()
    for text in texts:
        reading = reader.read(Document(text["text"]))
        for sentence in reading.sentences:
            counts.update(encoder().cut(sentence_text(reading, sentence)))
    return np.array(sorted(counts, key=lambda piece: (-counts[piece], piece))[:USUAL_PIECES], dtype=np.int32)


def main() -> None:
    """Trains, measures on unseen folds, writes the head and the list of usual pieces."""
    texts = load_texts()
    np.save(USUAL, usual_pieces(texts))
    data = read_texts(texts)
    print(f"{len(data.labels)} sentences of {data.text_of.max() + 1} texts", flush=True)
    probabilities = unseen_probabilities(data)

    identity = np.array([not text["labels"] and "identity" in text["note"] for text in texts])
    stored = fit(data, np.arange(len(data.labels)))
    stored["thresholds"] = choose_thresholds(probabilities, data.labels, data.text_of, identity)
    WEIGHTS.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(WEIGHTS, **stored)
    for category, threshold in zip(CATEGORIES, stored["thresholds"], strict=True):
        print(f"{category:14} threshold {threshold:.2f}")


if __name__ == "__main__":
    main()
