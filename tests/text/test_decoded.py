"""Disguises are undone only when they hide a word that rules know."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.text import Decoder, fold

DECODER = Decoder(
    ["connard", "putain", "fdp", "pute", "gueule", "tuer", "salope", "bonne"],
    {"jsuis": "je suis", "c": "c'est", "pk": "pourquoi"},
    joins_je=True,
)


def decoded(text):
    layer = DECODER.decode(fold(text))
    return layer.text if layer else None


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("espèce de c0nn4rd", "espece de connard"),
        ("p*tain !", "putain !"),
        ("p*tain.", "putain."),
        ("f.d.p", "fdp"),
        ("p u t e", "pute"),
        ("s-a-l-o-p-e", "salope"),
        ("foutage de g*****", "foutage de gueule"),
        ("sale c***d", "sale connard"),
        ("te tueeeer", "te tuer"),
        ("jsuis là", "je suis la"),
        ("B0nne", "bonne"),
        ("jcherche un stage", "je cherche un stage"),
        ("jattends le bus", "j'attends le bus"),
    ],
)
def test_a_disguise_is_undone(written, meant):
    assert decoded(written) == meant


@pytest.mark.parametrize(
    "text",
    [
        "2m1 de long",
        "30k abonnés",
        "b4 le départ",
        "4x4 à vendre",
        "lea2003",
        "www.site.fr",
        "a.b@c.fr",
        "10€ le kg",
        "bonjour",
        "jeune et jolie",
        "ma jupe",
        "jxqzt",
    ],
)
def test_ordinary_writing_stays_as_it_is(text):
    assert decoded(text) in (None, fold(text).text)


def test_the_way_back_covers_the_whole_disguise():
    text = "sale p*tain de bus"
    layer = DECODER.decode(fold(text))
    at = layer.text.index("putain")
    assert layer.span(at, at + len("putain")) == (5, 11)


@given(st.text(alphabet="abcdeptu014@*._- '", max_size=80))
def test_decoding_never_loses_its_way(text):
    layer = DECODER.decode(fold(text))
    if layer:
        for index in range(len(layer.text)):
            start, end = layer.span(index, index + 1)
            assert 0 <= start < end <= len(text)
