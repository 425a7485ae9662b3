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


def test_letters_that_stand_for_words_are_nobody():
    assert people("Je suis à La CGT depuis deux ans") == []
    assert people("Merci à Léa MARTIN") == [(8, 18)]


def test_an_institution_that_sounds_like_a_name_is_nobody():
    assert people("Mon rendez-vous à France Travail ne sert à rien") == []
    assert people("Avec Léa Martin chez Burger King") == [(5, 15)]


def test_inside_a_sentence_a_last_name_is_enough():
    assert people("J'ai fait mon stage avec Expédit Payet, super") == [(25, 38)]


def test_at_the_start_of_a_sentence_a_last_name_is_enough_behind_no_usual_word():
    assert people("Referee: Suk Wai Chan") == [(9, 21)]
    assert people("Le Petit Casino ferme") == []
    assert people("Grosse Martin ferme") == [(7, 13)]  # a rude word before a name is none of it


def test_praise_of_those_who_attacked_is_found_and_namesakes_are_left_alone(engine):
    praised, namesake = (
        audit_document(Document(text), engine).findings for text in ("Salah Abdeslam avait raison", "Salah Benali avait raison")
    )
    assert [finding.category for finding in praised] == ["extremism"]
    assert not namesake
