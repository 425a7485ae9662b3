"""The speller, its stand-in without hunspell, and its suggestions."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.checks.writing import find
from audit.checks.writing.affixes import AffixDictionary
from audit.checks.writing.speller import DATA, speller
from audit.checks.writing.suggest import suggest
from audit.model import Document
from audit.pipeline import prepare

FRENCH = AffixDictionary(DATA / "dictionaries/fr/fr.aff", DATA / "dictionaries/fr/fr.dic")
ENGINE = prepare()


@pytest.mark.parametrize(
    "word", ["travaillé", "travaillerons", "équipes", "Lyonnaise", "motivée", "chevaux", "Paris", "finissaient", "heureuse"]
)
def test_the_stand_in_knows_what_hunspell_knows(word):
    assert FRENCH.spell(word) and speller("fr").knows(word)


@pytest.mark.parametrize("word", ["équippe", "travailé", "motivassion", "chevals", "serieu"])
def test_neither_knows_a_misspelling(word):
    assert not FRENCH.spell(word) and not speller("fr").knows(word)


def test_both_agree_on_nearly_every_word_of_a_french_text():
    text = (Path(__file__).resolve().parents[3] / "data/dictionaries/fr/LICENSE").read_text(encoding="utf-8")
    words = {word for word in text.replace("’", " ").replace("'", " ").split() if word.isalpha() and word.islower() and len(word) > 3}
    hunspell = {word for word in words if speller("fr")._spell(word)}
    assert len(hunspell) > 60
    assert len({word for word in hunspell if not FRENCH.spell(word)}) <= 0.02 * len(hunspell)


@pytest.mark.parametrize("word", ["l'équipe", "j'ai", "qu'il", "aujourd'hui", "Decathlon", "TypeScript", "backend", "e-mail", "RQTH"])
def test_elisions_brands_and_job_words_are_known(word):
    assert speller("fr").knows(word)


@pytest.mark.parametrize("word", ["colour", "organised", "travelling", "centre", "Monday's"])
def test_british_spelling_is_no_fault(word):
    assert speller("en").knows(word)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("equipe", "équipe"),
        ("comerce", "commerce"),
        ("motivassion", "motivation"),
        ("dexcel", "d'excel"),
        ("serieuse", "sérieuse"),
        ("apprentisage", "apprentissage"),
        ("secretaire", "secrétaire"),
        ("proffessionnel", "professionnel"),
    ],
)
def test_the_suggestion_is_what_was_meant(wrong, right):
    assert suggest(wrong, speller("fr")) == right


@settings(max_examples=200, deadline=None)
@given(
    st.one_of(
        st.text(max_size=200),
        st.lists(
            st.sampled_from(["slt ", "jé ", "JE ", "é", "!!! ", "💅", "équippe ", "'", "’", "-", "a ", "İ", "ﬁ", "\n", "un stages ", "1 "]),
            max_size=50,
        ).map("".join),
    )
)
def test_spans_are_inside_whatever_the_text(text):
    reading = ENGINE.reader.read(Document(text, kind="cv"))
    for hit in find(reading):
        assert 0 <= hit.start < hit.end <= len(reading.text)
