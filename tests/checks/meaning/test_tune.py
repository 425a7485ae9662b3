"""Training of the encoder's layers and the head: exact gradients, the same network as in the audit, the same result each time."""

import numpy as np
import pytest

from audit.checks.meaning import tune as tuning
from audit.checks.meaning.changes import add_changes, pack_changes
from audit.checks.meaning.encoder import Encoder
from audit.checks.meaning.features import dense
from audit.checks.meaning.head import WordNet
from audit.checks.meaning.tape import Tape
from audit.checks.meaning.tune import Batch, scores, start, tune

CATEGORIES, BESIDE = 3, 5
LENGTHS, OF_TEXTS = np.array([4, 7, 3, 6]), np.array([3, 1])


@pytest.fixture(scope="module")
def package(tmp_path_factory):
    """The encoder as its package ships it, with nothing worked out ahead."""
    nothing = tmp_path_factory.mktemp("pieces") / "none.npy"
    np.save(nothing, np.array([], dtype=np.int32))
    return Encoder(nothing, tuned=None)


@pytest.fixture
def pieces():
    return np.random.default_rng(5).integers(10, 100_000, LENGTHS.sum())


@pytest.fixture
def batch(package, pieces):
    random = np.random.default_rng(6)
    labels = (random.random((len(LENGTHS), CATEGORIES)) < 0.4).astype(np.float32)
    return Batch(package.table(pieces), LENGTHS, OF_TEXTS, random.random((len(LENGTHS), BESIDE), dtype=np.float32), labels)


@pytest.fixture
def weights(package):
    return dict(package.layers()) | start(np.random.default_rng(7), BESIDE, CATEGORIES)


def test_the_gradient_of_every_weight_is_what_a_small_step_costs(package, batch, weights):
    exact = {name: value.astype(np.float64) for name, value in weights.items()}

    def loss() -> float:
        found = scores(Tape(exact), batch, package.eps).value
        return float((np.logaddexp(0, found) - batch.labels * found).sum())

    tape = Tape(exact)
    found = scores(tape, batch, package.eps)
    tape.back(found, 1 / (1 + np.exp(-found.value)) - batch.labels)
    assert set(tape.gradients) == set(exact)
    for name, gradient in tape.gradients.items():
        size = 1e-5 / np.abs(gradient).max()
        exact[name] += size * gradient
        after = loss()
        exact[name] -= 2 * size * gradient
        before = loss()
        exact[name] += size * gradient
        assert (after - before) / (2 * size) == pytest.approx((gradient**2).sum(), rel=0.02), name


def test_training_and_audit_run_the_same_network(package, batch, weights, pieces, monkeypatch):
    head = {name: value for name, value in weights.items() if name not in package.layers()}
    net = WordNet(*(head[name] for name in WordNet.__slots__))
    monkeypatch.setattr(package, "cut", lambda place: np.split(pieces, np.cumsum(LENGTHS)[:-1])[int(place)])
    (words,) = package.words("0123")
    vectors = package.vectors(package.sums(words), words.lengths)
    rows = np.concatenate([dense(own, beside) for own, beside in zip(np.split(vectors, [3]), np.split(batch.beside, [3]), strict=True)])
    audited = net.of_words(package.times(words, package.folded(net.inward)), words.starts) + rows @ net.whole + net.whole_bias
    assert scores(Tape(weights), batch, package.eps).value == pytest.approx(audited, abs=2e-3)


def test_training_learns_and_gives_the_same_twice(package, batch, monkeypatch):
    monkeypatch.setattr(tuning, "EPOCHS", 30)
    monkeypatch.setattr(tuning, "WARM_UP", 5)
    once, again = (tune(package.layers(), package.eps, [np.arange(4)], lambda _: batch) for _ in range(2))
    assert all(np.array_equal(once[name], again[name]) for name in once)
    found = scores(Tape(once), batch, package.eps).value
    assert ((found > 0) == (batch.labels > 0)).all()


def test_changes_come_back_from_their_file_nearly_whole(package):
    before = package.layers()
    after = {name: value + np.random.default_rng(8).normal(0, 0.01, value.shape).astype(np.float32) for name, value in before.items()}
    back = add_changes(before, pack_changes(before, after))
    assert set(back) == set(before)
    for name in before:
        assert np.abs(back[name] - after[name]).max() < 0.001, name
        assert np.abs(before[name] - after[name]).max() > 0.001, name
