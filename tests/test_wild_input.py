"""A hostile text costs about as much as its length: four times the text, not sixteen times the work (a ratio, no stopwatch)."""

import time

import pytest

from audit.model import Document, Finding
from audit.pipeline import audit_document, prepare
from audit.report.merge import merge

SHORT, LONG = 5_000, 20_000
MOST = 9.0  # what is linear takes 4 times as long, what is quadratic 16 times
NOTHING = 0.02  # seconds of CPU: below, the ratio is only noise


def spent(text: str) -> float:
    """CPU seconds of one audit, the lesser of two."""
    engine = prepare(meaning=False)
    found = []
    for _ in range(2):
        start = time.process_time()
        reading = engine.reader.read(Document(text))
        assert reading.sentences  # what the meaning layer asks for
        audit_document(Document(text), engine)
        found.append(time.process_time() - start)
    return min(found)


@pytest.mark.parametrize("unit", ["(", "😂", "je ", "con ", "putain ", "https://", "mdp : ", "Marie-", "! ", "« ", "p*t "])
def test_a_repeated_word_costs_what_its_length_costs(unit):
    short, long = (("putain " + unit * size)[:size] for size in (SHORT, LONG))
    assert spent(long) < MOST * max(spent(short), NOTHING)


def test_a_run_of_marks_before_brackets_is_read_once():
    short, long = ("!" * (size // 2) + "(" * (size // 2) for size in (SHORT, LONG))
    assert spent(long) < MOST * max(spent(short), NOTHING)


def test_merging_compares_a_finding_with_its_neighbours_only():
    asked = []

    class Place(int):
        def __lt__(self, other):
            asked.append(other)
            return int(self) < other

    findings = [Finding("fr.x.y", "insult", "low", "flag", Place(3 * index), Place(3 * index + 2), "") for index in range(1_000)]
    assert len(merge(findings)) == 1_000
    assert len(asked) < 60_000  # each with each would be half a million
