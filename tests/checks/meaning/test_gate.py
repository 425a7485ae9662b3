"""The gate before the encoder lets problems in, and passes over ordinary posts without paying for them."""

import pytest

from audit.checks.meaning import finder
from audit.model import Document
from audit.text import Reader

READER = Reader({})


def encoded(monkeypatch, *texts: str) -> list[str]:
    """The sentences that the encoder was asked for while these texts were read."""
    asked = []
    words = finder.encoder().words
    monkeypatch.setattr(finder.encoder(), "words", lambda sentences: words(asked.extend(sentences) or sentences))
    finder.read_meaning([READER.read(Document(text)) for text in texts])
    return asked


@pytest.mark.parametrize("text", ["Belle journée au marché avec ma grand-mère.", "Match nul 2-2, on rejoue dimanche."])
def test_an_ordinary_post_is_not_encoded(monkeypatch, text):
    assert encoded(monkeypatch, text) == []


@pytest.mark.parametrize(
    "text", ["J'ai dit que j'étais malade et je suis allé à la plage mdr", "Rentrez chez vous, on veut plus de gens comme ça ici"]
)
def test_a_post_that_may_hold_something_is_encoded(monkeypatch, text):
    assert encoded(monkeypatch, text) == [text]


def test_an_english_post_is_always_encoded(monkeypatch):
    text = "What a lovely evening, great weather for a walk in the park today."
    assert encoded(monkeypatch, text) == [text]


def test_one_sentence_lets_its_whole_text_in(monkeypatch):
    text = "Belle journée au marché. Ces gens-là ne devraient pas avoir le droit de vote. Bonne soirée."
    assert len(encoded(monkeypatch, "Match nul 2-2, on rejoue dimanche.", text)) == 3


def test_what_stays_behind_the_gate_has_no_probability(monkeypatch):
    reading = READER.read(Document("Belle journée au marché avec ma grand-mère."))
    assert encoded(monkeypatch, reading.text) == []
    [(_, probabilities)] = finder.sentence_probabilities(reading)
    assert not probabilities.any()


def test_texts_read_together_are_judged_as_alone():
    texts = ["Je vais te tuer, sale chien.", "Belle journée au marché.", "Il m'a dit qu'il était malade, puis il est allé à la plage."]
    together = [READER.read(Document(text)) for text in texts]
    finder.read_meaning(together)
    for reading in together:
        alone = finder.sentence_probabilities(READER.read(reading.document))
        for (_, one), (_, other) in zip(finder.sentence_probabilities(reading), alone, strict=True):
            assert one == pytest.approx(other, abs=1e-4)
