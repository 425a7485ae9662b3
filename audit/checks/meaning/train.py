"""`python -m audit.checks.meaning.train`: makes the files of `data/meaning/` from `data/training/*.jsonl`; the same result each time.

Thresholds come from predictions on three quarters of the texts, each by heads that have not seen it (neighbouring lines stay
together, since clean texts often mirror the problem text before them). Needs scikit-learn (tests/requirements.txt) and
about half an hour on two cores.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from audit.checks.meaning.changes import as_bytes, pack_changes
from audit.checks.meaning.encoder import TUNED, USUAL, Encoder
from audit.checks.meaning.features import BUCKETS, weigh
from audit.checks.meaning.finder import encoded
from audit.checks.meaning.gate import unpack_gate
from audit.checks.meaning.head import WEIGHTS, unpack
from audit.checks.meaning.sentences import CATEGORIES, Sentences, load_texts, read_texts
from audit.checks.meaning.tune import Batch, tune

QUARTERS, UNSEEN = 4, 3  # three heads each leave another quarter unseen; with the one that sees all, that is two rounds on two cores
_TOGETHER = 64  # texts
USUAL_PIECES = 8192  # 97 % of the pieces of the training texts; a row each of 15 KB in memory
# Share of clean texts that meaning alone may touch, over all categories; each category gets its part of it.
CLEAN_TOUCHED = 0.05
# Share of the clean texts about who people are that one category may touch: an identity is never a fault. Two categories
# are none either (information, help), and may say more.
IDENTITY_TOUCHED, NO_FAULTS = 0.003, ("sensitive", "distress")
# Of what may harm a person most, the heads find this share at the least, though it costs more than the part of a category.
GRAVE, LEAST_FOUND = ("hate", "violence", "crime", "extremism", "confidential"), 1 / 3
# Share of the sentences that the heads find rightly which the gate before the encoder may cost. On unseen folds it takes
# twice that share of the false ones.
LOST_AT_GATE = 0.02
HELP_WEIGHS = 3  # at the gate: distress passed over is help not offered


def fit(data: Sentences, rows: np.ndarray) -> tuple[dict[str, np.ndarray], dict[str, np.ndarray]]:
    """The stored arrays of heads trained on some sentences (thresholds left at zero), and what that changed of the encoder."""
    from threadpoolctl import threadpool_limits

    package = Encoder(tuned=None)
    layers = package.layers()
    with threadpool_limits(1):  # the order of sums, and so the result, does not depend on the number of cores
        net = tune(layers, package.eps, _rows_of_texts(data, rows), lambda texts: _batch(data, texts, package))
        linear = _fit_linear(data, rows)
    return linear | {name: value.astype(np.float16) for name, value in net.items() if name not in layers}, pack_changes(layers, net)


def _rows_of_texts(data: Sentences, rows: np.ndarray) -> list[np.ndarray]:
    """The rows of each text; English texts come twice, since there are eight times fewer of them."""
    texts = np.split(rows, np.flatnonzero(np.diff(data.text_of[rows])) + 1)
    return texts + [text for text in texts if not data.texts[data.text_of[text[0]]].french]


def _batch(data: Sentences, texts: Sequence[np.ndarray], package: Encoder) -> Batch:
    rows = np.concatenate(texts)
    pieces = [data.pieces[row] for row in rows]
    return Batch(
        rows=package.table(np.concatenate(pieces)),
        lengths=np.array([len(one) for one in pieces]),
        sentences=np.array([len(text) for text in texts]),
        beside=data.beside[rows],
        labels=data.labels[rows].astype(np.float32),
    )


def _fit_linear(data: Sentences, rows: np.ndarray) -> dict[str, np.ndarray]:
    """The stored arrays of the linear head and of the gate."""
    from scipy.sparse import csr_matrix, hstack
    from sklearn.linear_model import LogisticRegression

    idf = _idf([data.found[row] for row in rows])
    grams = _sparse([data.found[row] for row in rows], idf)
    matrix = hstack([csr_matrix(data.beside[rows]), grams]).tocsr()
    width = data.beside.shape[1]
    weights = np.zeros((width + BUCKETS, len(CATEGORIES)), dtype=np.float32)
    bias = np.zeros(len(CATEGORIES), dtype=np.float32)
    for category in range(len(CATEGORIES)):
        model = LogisticRegression(C=1.0, max_iter=200).fit(matrix, data.labels[rows, category])
        weights[:, category], bias[category] = model.coef_[0], model.intercept_[0]
    letters, scale = as_bytes(weights[width:])
    return {
        "categories": np.array(CATEGORIES),
        "thresholds": np.zeros((2, len(CATEGORIES)), dtype=np.float32),
        "linear": weights[:width].astype(np.float16),
        "linear_bias": bias,
        "grams": letters,
        "gram_scale": scale,
        "idf": idf.astype(np.float16),
        "concepts": np.array(data.concepts),
        **_fit_gate(hstack([csr_matrix(data.plain()[rows]), grams]).tocsr(), data.labels[rows]),
    }


def _fit_gate(matrix, labels: np.ndarray) -> dict[str, np.ndarray]:
    """The stored arrays of the gate (its limit left at zero), from the plain features and letters of sentences and what they hold."""
    from sklearn.linear_model import LogisticRegression

    weight = np.where(labels[:, CATEGORIES.index("distress")], HELP_WEIGHS, 1)
    model = LogisticRegression(C=1.0, max_iter=200).fit(matrix, labels.any(axis=1), sample_weight=weight)
    plain, grams = np.split(model.coef_[0], [matrix.shape[1] - BUCKETS])
    letters, scale = as_bytes(grams)
    return {
        "gate_plain": plain.astype(np.float16),
        "gate_grams": letters,
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


def predict(stored: dict[str, np.ndarray], changes: dict[str, np.ndarray], data: Sentences, rows: np.ndarray) -> np.ndarray:
    """The probabilities of some sentences, by the same code that runs in the audit."""
    with TemporaryDirectory() as folder:
        tuned = Path(folder) / TUNED.name
        np.savez(tuned, **changes)
        read = Encoder(tuned=tuned)
    head = unpack(stored)
    inward = read.folded(head.net.inward)
    texts = [data.texts[text] for text in np.unique(data.text_of[rows])]
    some = [texts[begin : begin + _TOGETHER] for begin in range(0, len(texts), _TOGETHER)]
    return np.concatenate([one for part in some for one in encoded(part, head, read, inward)])


def _at_gate(stored: dict[str, np.ndarray], data: Sentences, rows: np.ndarray) -> np.ndarray:
    """What the gate makes of some sentences (log-odds)."""
    return unpack_gate(stored).log_odds(data.plain()[rows], [data.found[row] for row in rows], stored["idf"].astype(np.float32))


def choose_limit(at_gate: np.ndarray, probabilities: np.ndarray, thresholds: np.ndarray, labels: np.ndarray) -> float:
    """The limit of the gate that costs no more than its share of the sentences which the heads find rightly."""
    right = ((probabilities >= thresholds) & labels).any(axis=1)
    return float(np.quantile(at_gate[right], LOST_AT_GATE))


def behind_gate(probabilities: np.ndarray, at_gate: np.ndarray, limit: float, text_of: np.ndarray) -> np.ndarray:
    """The probabilities as the audit has them: zeros for a text none of whose sentences opens the gate."""
    best = np.full(text_of.max() + 1, -np.inf)
    np.maximum.at(best, text_of, at_gate)
    return np.where((best >= limit)[text_of, None], probabilities, 0)


def choose_thresholds(best: np.ndarray, wanted: np.ndarray, identity: np.ndarray) -> np.ndarray:
    """One threshold a category: the best F1 on texts such that it touches no more than its part of the clean texts (see GRAVE).

    `best` and `wanted` as `by_text` gives them; `identity` (bool a text): the clean texts about who people are, of which next
    to none may be touched.
    """
    clean = ~wanted.any(axis=1)
    thresholds = np.zeros(wanted.shape[1], dtype=np.float32)
    for category in range(wanted.shape[1]):
        floor = np.quantile(best[clean, category], 1 - CLEAN_TOUCHED / wanted.shape[1])
        if CATEGORIES[category] in GRAVE:
            floor = min(floor, np.quantile(best[wanted[:, category], category], 1 - LEAST_FOUND))
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


def usual_pieces(data: Sentences) -> np.ndarray:
    """The word pieces that the texts hold most often: what depends on one of them alone is worked out when the encoder loads."""
    counts = Counter(int(piece) for pieces in data.pieces for piece in pieces)
    return np.array(sorted(counts, key=lambda piece: (-counts[piece], piece))[:USUAL_PIECES], dtype=np.int32)


def main() -> None:
    """Trains, measures on the unseen quarters, writes the heads, what changed of the encoder, and the list of usual pieces."""
    data = read_texts(load_texts())
    print(f"{len(data.labels)} sentences of {len(data.texts)} texts", flush=True)
    np.save(USUAL, usual_pieces(data))
    quarter = np.random.default_rng(7).integers(0, QUARTERS, size=data.group_of.max() + 1)[data.group_of]
    seen = [np.flatnonzero(quarter != unseen) for unseen in range(UNSEEN)]
    with ProcessPoolExecutor(2) as side_by_side:
        *partly, wholly = side_by_side.map(fit, repeat(data), [*seen, np.arange(len(quarter))])

    folds = [np.flatnonzero(quarter == unseen) for unseen in range(UNSEEN)]
    held = np.concatenate(folds)
    probabilities = np.concatenate([predict(*heads, data, rows) for heads, rows in zip(partly, folds, strict=True)])
    at_gate = np.concatenate([_at_gate(stored, data, rows) for (stored, _), rows in zip(partly, folds, strict=True)])
    labels = data.labels[held]
    texts, text_of = np.unique(data.text_of[held], return_inverse=True)
    french = np.array([data.texts[text].french for text in texts])
    identity = np.array(data.about_identity)[texts]
    at_gate[~french[text_of]] = np.inf  # an English text is always let in
    limit = choose_limit(at_gate, probabilities, choose_thresholds(*by_text(probabilities, labels, text_of), identity), labels)
    best, wanted = by_text(behind_gate(probabilities, at_gate, limit, text_of), labels, text_of)

    stored, changes = wholly
    stored["thresholds"] = np.stack([choose_thresholds(best, wanted, identity & some) for some in (french, ~french)])
    stored["gate_limit"] = np.array(limit, dtype=np.float32)
    np.savez_compressed(WEIGHTS, **stored)
    np.savez_compressed(TUNED, **changes)
    for name, some, thresholds in zip(("French", "English"), (french, ~french), stored["thresholds"], strict=True):
        print(name)
        report(best[some], wanted[some], thresholds)


def report(best: np.ndarray, wanted: np.ndarray, thresholds: np.ndarray) -> None:
    """Prints what the heads do on texts they have not seen: by category, and all together."""
    found = best >= thresholds
    for category, threshold in enumerate(thresholds):
        print(f"{CATEGORIES[category]:14} threshold {threshold:.2f}  F1 {_f1(found[:, category], wanted[:, category]):.3f}")
    clean, passed_over = ~wanted.any(axis=1), ~best.any(axis=1)
    print(
        f"all: F1 {_f1(found, wanted):.3f}; clean texts touched {found[clean].any(axis=1).mean():.3f}; passed over {passed_over.mean():.2f}"
    )


if __name__ == "__main__":
    main()
