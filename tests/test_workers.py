"""A worker that hangs is killed and replaced; what it says never holds the person's words."""

import pytest

from audit.workers import Pool, TooSlow, WorkerFailed


@pytest.fixture(scope="module")
def pool():
    pool = Pool(1)
    yield pool
    pool.close()


def test_a_worker_answers(pool):
    assert pool.call("audit.folded:plain", "ÉTÉ") == "ete"


def test_an_error_is_a_code_without_words(pool):
    with pytest.raises(WorkerFailed) as caught:
        pool.call("audit.i18n.say:say", "mon secret", "fr")
    assert "secret" not in str(caught.value)
    assert caught.value.code.isidentifier()


def test_a_hanging_worker_is_replaced(pool):
    with pytest.raises(TooSlow):
        pool.call("audit.workers:serve", deadline=0.8)  # waits for input that never comes
    assert pool.call("audit.folded:plain", "Là", deadline=30) == "la"


def test_only_functions_of_audit_run(pool):
    with pytest.raises(WorkerFailed):
        pool.call("os:getcwd")


def test_what_a_function_yields_is_heard_as_it_comes(pool):
    heard = []
    links = ["coucou", "pas un lien"]
    assert pool.call("audit.sources.links.gather:fetch_batch", links, deadline=30, news=heard.append) is None
    assert [number for number, _ in heard[1:]] == [0, 1] or [number for number, _ in heard[1:]] == [1, 0]


def test_the_deadline_counts_from_when_a_worker_has_loaded():
    pool = Pool(1, warm=("audit.pipeline:missing_model",))  # loads spaCy and its model: longer than the deadline below
    try:
        assert pool.call("audit.folded:plain", "ÉTÉ", deadline=0.5) == "ete"
    finally:
        pool.close()


def test_a_worker_that_cannot_start_is_an_error_not_a_wait(monkeypatch):
    monkeypatch.setattr("audit.workers.sys.executable", "/bin/false")
    pool = Pool(1)
    try:
        with pytest.raises(WorkerFailed):
            pool.call("audit.folded:plain", "ÉTÉ", deadline=30)
    finally:
        pool.close()
