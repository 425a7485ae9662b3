"""A person's name is found whatever its origin, and words that only look like names are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.checks.people import people, without_names
from audit.model import Document
from audit.pipeline import audit_document


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Merci à Bintou Coulibaly pour hier", ["Bintou Coulibaly"]),
        ("Inès Conard a gagné", ["Inès Conard"]),
        ("J'ai vu Jean-Baptiste de la Tour hier", ["Jean-Baptiste de la Tour"]),
        ("Mon binôme s'appelle Nguyen Van Anh.", ["Nguyen Van Anh"]),
        ("Can you help me?", []),
        ("VIVE LA FRANCE", []),
        ("mais quel bordel", []),
        ("Le Parc est beau", []),
    ],
)
def test_people_are_found(text, named):
    assert [text[start:end] for start, end in people(text)] == named


def test_every_name_reads_the_same_to_the_meaning_layer():
    texts = {
        without_names(f"J'ai fait mon stage avec {name}.") for name in ("Fatiha Ouali", "Emma Durand", "Elif Yılmaz", "Ramatoulaye Seck")
    }
    assert len(texts) == 1


def test_a_rude_word_that_is_a_surname_is_nothing(engine):
    assert audit_document(Document("Anaïs Bordel a gagné le concours de pâtisserie du lycée."), engine).findings == ()


@given(st.text(max_size=200))
def test_any_text_is_read(text):
    for start, end in people(text):
        assert 0 <= start < end <= len(text)
