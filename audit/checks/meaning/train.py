"""`python -m audit.checks.meaning.train`: makes `data/meaning/head.npz` from `data/training/*.jsonl`; the same result each time.

Thresholds come from predictions on texts that a model has not seen (four folds; neighbouring lines stay together, since
clean texts often mirror the problem text before them). Needs scikit-learn (tests/requirements.txt).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np

from audit.checks.meaning.encoder import USUAL, WORD_WIDTH, encoder
from audit.checks.meaning.features import BUCKETS, weigh
from audit.checks.meaning.finder import sentence_text
from audit.checks.meaning.gate import unpack_gate
from audit.checks.meaning.head import WEIGHTS, unpack
from audit.checks.meaning.sentences import CATEGORIES, Sentences, load_texts, read_texts, training_reader
from audit.checks.meaning.wordnet import train_net
from audit.model import Document

FOLDS = 4
SEEDS = (1, 2)
USUAL_PIECES = 8192  # 97 % of the pieces of the training texts; a row each of 15 KB in memory
# Share of clean texts that meaning alone may touch, over all categories; each category gets its part of it.
CLEAN_TOUCHED = 0.07
# Share of the clean texts about who people are that one category may touch: an identity is never a fault. Two categories
# are none either (information, help), and may say more.
IDENTITY_TOUCHED, NO_FAULTS = 0.01, ("sensitive", "distress")
# Share of the sentences that the heads find rightly which the gate before the encoder may cost. On unseen folds it takes
# twice that share of the false ones.
LOST_AT_GATE = 0.02
HELP_WEIGHS = 3  # at the gate: distress passed over is help not offered


def fit(data: Sentences, rows: np.ndarray) -> dict[str, np.ndarray]:
    """The stored arrays of a head trained on some sentences (thresholds left at zero)."""
    from scipy.sparse import csr_matrix, hstack
    from sklearn.linear_model import LogisticRegression

    idf = _idf([data.grams[row] for row in rows])
    grams = _sparse([data.grams[row] for row in rows], idf)
    matrix = hstack([csr_matrix(data.dense[rows]), grams]).tocsr()
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
        **_fit_gate(hstack([csr_matrix(data.plain[rows]), grams]).tocsr(), data.labels[rows]),
    }
    for index, seed in enumerate(SEEDS):
        net = train_net([data.pieces[row] for row in rows], data.dense[rows], data.labels[rows].astype(np.float32), seed, WORD_WIDTH)
        stored |= {f"{name}_{index}": value.astype(np.float16) for name, value in net.items()}
    return stored


def _fit_gate(matrix, labels: np.ndarray) -> dict[str, np.ndarray]:
    """The stored arrays of the gate (its limit left at zero), from the plain features and letters of sentences and what they hold."""
    from sklearn.linear_model import LogisticRegression

    weight = np.where(labels[:, CATEGORIES.index("distress")], HELP_WEIGHS, 1)
    model = LogisticRegression(C=1.0, max_iter=200).fit(matrix, labels.any(axis=1), sample_weight=weight)
    plain, grams = np.split(model.coef_[0], [matrix.shape[1] - BUCKETS])
    scale = np.abs(grams).max() / 127
    return {
        "gate_plain": plain.astype(np.float16),
        "gate_grams": np.round(grams / scale).astype(np.int8),
        "gate_scale": np.array(scale, dtype=np.float32),
        "gate_bias": np.array(model.intercept_[0], dtype=np.float32),
        "gate_limit": np.array(0.0, dtype=np.float32),
    }


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


def unseen(data: Sentences) -> tuple[np.ndarray, np.ndarray]:
    """Each sentence's probabilities, and log-odds at the gate, by a head that has seen neither its text nor its neighbours."""
    fold_of = np.random.default_rng(7).integers(0, FOLDS, size=data.group_of.max() + 1)[data.group_of]
    found = np.zeros(data.labels.shape, dtype=np.float32)
    at_gate = np.zeros(len(found), dtype=np.float32)
    for number in range(FOLDS):
        held = np.flatnonzero(fold_of == number)
        stored = fit(data, np.flatnonzero(fold_of != number))
        found[held] = list(predict(stored, data, held))
        at_gate[held] = unpack_gate(stored).log_odds(data.plain[held], [data.grams[row] for row in held], stored["idf"].astype(np.float32))
        print(f"fold {number + 1} of {FOLDS} done", flush=True)
    return found, at_gate


def choose_limit(at_gate: np.ndarray, probabilities: np.ndarray, thresholds: np.ndarray, labels: np.ndarray) -> float:
    """The limit of the gate that costs no more than its share of the sentences which the heads find rightly."""
    right = ((probabilities >= thresholds) & labels).any(axis=1)
    return float(np.quantile(at_gate[right], LOST_AT_GATE))


def behind_gate(probabilities: np.ndarray, at_gate: np.ndarray, limit: float, text_of: np.ndarray) -> np.ndarray:
    """The probabilities as the audit has them: zeros for a text none of whose sentences opens the gate."""
    best = np.full(text_of.max() + 1, -np.inf)
    np.maximum.at(best, text_of, at_gate)
    return np.where((best >= limit)[text_of, None], probabilities, 0)


def choose_thresholds(probabilities: np.ndarray, labels: np.ndarray, text_of: np.ndarray, identity: np.ndarray) -> np.ndarray:
    """One threshold a category: the best F1 on texts such that it touches no more than its part of the clean texts.

    `identity` (bool a text): the clean texts about who people are, of which next to none may be touched.
    """
    best, wanted = by_text(probabilities, labels, text_of)
    clean = ~wanted.any(axis=1)
    thresholds = np.zeros(labels.shape[1], dtype=np.float32)
    for category in range(labels.shape[1]):
        floor = np.quantile(best[clean, category], 1 - CLEAN_TOUCHED / labels.shape[1])
        if CATEGORIES[category] not in NO_FAULTS:
            floor = max(floor, np.quantile(best[identity, category], 1 - IDENTITY_TOUCHED))
        candidates = np.unique(np.concatenate([[floor], np.linspace(floor, 0.95, 60)]))
        thresholds[category] = max(candidates, key=lambda limit: _f1(best[:, category] >= limit, wanted[:, category]))
    return thresholds


def by_text(probabilities: np.ndarray, labels: np.ndarray, text_of: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The highest probability of a sentence of each text, and what each text shows (texts, categories)."""
    best = np.zeros((text_of.max() + 1, labels.shape[1]), dtype=np.float32)
    wanted = np.zeros(best.shape, dtype=bool)
    np.maximum.at(best, text_of, probabilities)
    np.logical_or.at(wanted, text_of, labels)
    return best, wanted


def _f1(found: np.ndarray, wanted: np.ndarray) -> float:
    both = (found & wanted).sum()
    return 2 * both / (found.sum() + wanted.sum()) if both else 0.0


def usual_pieces(texts: Sequence[dict]) -> np.ndarray:
    """The word pieces that the texts hold most often: what depends on one of them alone is worked out when the encoder loads."""
    reader, counts = training_reader(), Counter()
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
    identity = np.array([not text["labels"] and "identity" in text["note"] for text in texts])
    probabilities, at_gate = unseen(data)
    thresholds = choose_thresholds(probabilities, data.labels, data.text_of, identity)
    limit = choose_limit(at_gate, probabilities, thresholds, data.labels)
    let_in = behind_gate(probabilities, at_gate, limit, data.text_of)

    stored = fit(data, np.arange(len(data.labels)))
    stored["thresholds"] = choose_thresholds(let_in, data.labels, data.text_of, identity)
    stored["gate_limit"] = np.array(limit, dtype=np.float32)
    WEIGHTS.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(WEIGHTS, **stored)
    report(let_in, stored["thresholds"], data)


def report(probabilities: np.ndarray, thresholds: np.ndarray, data: Sentences) -> None:
    """Prints what the heads do on texts they have not seen: by category, and all together."""
    best, wanted = by_text(probabilities, data.labels, data.text_of)
    found = best >= thresholds
    for category, threshold in enumerate(thresholds):
        print(f"{CATEGORIES[category]:14} threshold {threshold:.2f}  F1 {_f1(found[:, category], wanted[:, category]):.3f}")
    clean, passed_over = ~wanted.any(axis=1), ~best.any(axis=1)
    print(
        f"all: F1 {_f1(found, wanted):.3f}; clean texts touched {found[clean].any(axis=1).mean():.3f}; passed over {passed_over.mean():.2f}"
    )


if __name__ == "__main__":
    main()
