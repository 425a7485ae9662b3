"""Concepts: what the heads read of a sentence beside its sound and shape."""

import numpy as np

from audit.checks.meaning.concepts import Concepts, read_concepts
from audit.checks.meaning.head import load_head
from audit.text import fold

FEW = Concepts(("steal", "gone", "late"), {"steal": ("piqué*", "barboté*", "five finger*"), "late": ("en retard",)})


def met(text: str, concepts: Concepts) -> set[str]:
    row = concepts.of([fold(text).text])[0]
    return {name for name, there in zip(concepts.names, row, strict=True) if there}


def test_a_concept_is_met_by_any_of_its_words():
    concepts = Concepts(("steal",), {"steal": tuple(fold(word).text for word in ("piqué*", "barboté"))})
    assert met("J'ai BARBOTÉ un stylo", concepts) == {"steal"}
    assert met("on a piquée la clé", concepts) == {"steal"}


def test_a_word_inside_another_word_is_not_met():
    concepts = Concepts(("drink",), {"drink": ("gin",)})
    assert met("une belle imagination", concepts) == set()


def test_a_concept_that_lost_its_words_is_never_met():
    assert "gone" in FEW.names
    assert "gone" not in met("en retard, gone", FEW)
    assert met("encore en retard", FEW) == {"late"}


def test_each_sentence_has_a_row_of_its_own():
    rows = FEW.of(["en retard", "rien", "rien"])
    assert rows.shape == (3, 3)
    assert rows.sum(axis=1).tolist() == [1, 0, 0]


def test_every_concept_has_words_of_at_least_a_letter_or_a_sign():
    for name, words in read_concepts().items():
        assert words, name
        assert all(word.strip("*").strip() for word in words), name


def test_the_heads_know_the_concepts_of_this_checkout():
    """A list may go or come between two trainings; most must be there, or the heads read nothing."""
    known, trained = set(read_concepts()), load_head().concepts.names
    assert len(known & set(trained)) >= 0.9 * len(trained)
    assert np.any(load_head().concepts.of([fold("Mon patron m'a vu dormir dans la réserve mdr").text]))
