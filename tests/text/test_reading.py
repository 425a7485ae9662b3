"""A reading knows its sentences and parses late."""

from hypothesis import given
from hypothesis import strategies as st

from audit.model import Document
from audit.text import Reader

READER = Reader({})


def test_sentences_cover_the_text_in_order():
    reading = READER.read(Document("Bonjour ! Je cherche un stage. Merci"))
    assert [reading.text[s.start : s.end].strip() for s in reading.sentences] == ["Bonjour !", "Je cherche un stage.", "Merci"]


def test_a_sentence_may_have_its_own_language():
    reading = READER.read(
        Document(
            "Je suis content de ce nouveau travail au restaurant. This is the best day of my whole life. On y va demain avec toute la famille."
        )
    )
    assert [sentence.lang for sentence in reading.sentences] == ["fr", "en", "fr"]


def test_the_parse_of_a_sentence_is_kept():
    reading = READER.read(Document("Je fume du thé."))
    assert reading.parse(reading.sentences[0]) is reading.parse(reading.sentences[0])


@given(st.text(max_size=300))
def test_every_offset_has_a_sentence(text):
    reading = READER.read(Document(text))
    for offset in range(len(text)):
        reading.sentence_at(offset)


def test_twenty_thousand_exclamation_marks_are_parsed():
    reading = READER.read(Document("Ah " + "!" * 20_000))
    assert len(reading.parse(reading.sentences[0])) < 1_000
