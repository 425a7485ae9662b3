"""French, English or nobody's language."""

import pytest

from audit.text import detect, other_language


@pytest.mark.parametrize(
    "text", ["slt cv? tfk", "jpp de ce prof", "Merci à tous", "Je cherche un stage en cuisine", "tkt frère c'est carré"]
)
def test_french_even_in_messages(text):
    assert detect(text) == "fr"


@pytest.mark.parametrize("text", ["I'm so tired", "weed for sale", "Looking for an internship in London next summer"])
def test_english(text):
    assert detect(text) == "en"


@pytest.mark.parametrize("text", ["", "😂😂", "12345", "ok"])
def test_nothing_to_go_by_is_unknown(text):
    assert detect(text) == "unknown"


@pytest.mark.parametrize("text", ["مرحبا كيف حالك يا صديقي اليوم", "Ich bin heute sehr müde und gehe gleich schlafen"])
def test_another_language_is_said(text):
    assert other_language(text)


@pytest.mark.parametrize(
    "text", ["Je suis allé au marché avec ma sœur ce matin", "😂😂😂😂", "wesh bien ou quoi", "I love this song so much today"]
)
def test_french_and_english_are_no_other_language(text):
    assert not other_language(text)
