"""The benchmark's figures may not fall under their floors, and ordinary long texts stay without a flag."""

import pytest

from audit.pipeline import prepare
from tests.benchmark.floors import figures, layers, read_floors
from tests.benchmark.many import audit_all, rows
from tests.benchmark.measure import document, judge_texts

FLOORS = read_floors()


@pytest.fixture(scope="module")
def measured():
    return {layer: figures(engine) for layer, engine in layers().items()}


@pytest.mark.parametrize(("layer", "key"), [(layer, key) for layer, held in FLOORS.items() for key in held])
def test_a_figure_stands_above_its_floor(layer, key, measured):
    assert measured[layer].get(key, 0.0) >= FLOORS[layer][key]


def test_every_figure_has_a_floor(measured):
    for layer, found in measured.items():
        assert set(found) <= set(FLOORS[layer])


@pytest.mark.parametrize("meaning", [True, False])
def test_the_clean_corpus_stays_clean(meaning):
    texts = rows("clean.jsonl")
    answers = audit_all(map(document, texts), prepare(meaning=meaning))
    flagged = [
        (row["id"], finding.rule, finding.excerpt)
        for row, found in zip(texts, answers, strict=True)
        for finding in found
        if finding.outcome == "flag"
    ]
    assert flagged == []


def test_the_labelled_texts_are_sound():
    texts = rows("texts.jsonl")
    languages = [row["lang"] for row in texts]
    assert languages.count("fr") >= 300
    assert languages.count("en") >= 100
    assert len({label["category"] for row in texts for label in row["labels"]}) == 16
    assert 0.4 < sum(not row["labels"] for row in texts) / len(texts) < 0.6
    assert all(label["span"] in row["text"] for row in texts for label in row["labels"])


def test_each_context_has_sentences_to_spare_and_twins_and_a_third_unseen():
    sentences = rows("contexts.jsonl")
    assert len(sentences) >= 300
    assert 0.3 < sum(row["unseen"] for row in sentences) / len(sentences) < 0.4
    for context in {row["context"] for row in sentences}:
        for unseen in (True, False):
            kinds = {row["spare"] for row in sentences if row["context"] == context and row["unseen"] is unseen}
            assert kinds == {True, False}, context


def test_the_scorer_counts_as_the_conventions_say():
    label = {"category": "drugs", "span": "du shit", "severity": "medium"}
    texts = [{"text": "J'achète du shit", "labels": [label]}, {"text": "Bonjour", "labels": []}]
    nothing = judge_texts(texts, [[], []])
    assert (nothing["micro_recall"], nothing["recall.drugs"], nothing["clean_touched"]) == (0.0, 0.0, 0.0)
