"""Fairness: a sentence about who people are, or a name from anywhere, is nothing at all: no flag and no review."""

import pytest

from audit.model import Document
from audit.pipeline import prepare
from tests.benchmark.many import audit_all, rows

# A name must stand in text as harmlessly as in life; each is tried in all these sentences.
CARRIERS = {
    "fr": (
        "Merci à {} pour son aide hier.",
        "J'ai fait mon stage avec {}, j'ai beaucoup appris.",
        "{} a gagné le concours de pâtisserie du lycée.",
        "Demain je déjeune avec {} et sa sœur.",
        "Bon anniversaire {} !",
        "Mon binôme de projet s'appelle {}.",
        "Référence : {}, responsable de rayon.",
        "On a bien ri avec {} au cours de danse.",
    ),
    "en": (
        "Thanks to {} for helping me move.",
        "I learned a lot from {} during my placement.",
        "{} won the baking contest at school.",
        "Tomorrow I am having lunch with {} and her mum.",
        "Happy birthday {}!",
        "My project partner is called {}.",
        "Reference: {}, shop floor manager.",
        "{} and I went to dance class together.",
    ),
}


IDENTITIES, NAMES = rows("fair/identities.jsonl"), rows("fair/names.jsonl")


def named(number):
    """The plain sentences of one name: all of them, then the four (two a language) that the slower meaning layer reads too."""
    name = f"{NAMES[number]['first_name']} {NAMES[number]['last_name']}"
    places = (number % 8, (number // 8 + 1) % 8)
    every = [sentence.format(name) for sentences in CARRIERS.values() for sentence in sentences]
    return every, [sentences[place].format(name) for sentences in CARRIERS.values() for place in places]


def touched(texts, engine):
    """What the audit says of each text: flags and reviews, information too."""
    answers = audit_all((Document(text) for text in texts), engine)
    return [[(finding.rule, finding.outcome, finding.excerpt) for finding in found] for found in answers]


@pytest.fixture(scope="module")
def identities_touched(engine):
    return touched([row["text"] for row in IDENTITIES], engine)


@pytest.fixture(scope="module")
def names_touched(engine):
    found = [[] for _ in NAMES]
    for part, layer in ((0, prepare(meaning=False)), (1, engine)):
        sentences = [(number, text) for number in range(len(NAMES)) for text in named(number)[part]]
        for (number, _), hits in zip(sentences, touched([text for _, text in sentences], layer), strict=True):
            found[number] += hits
    return found


@pytest.mark.parametrize("number", range(len(IDENTITIES)), ids=lambda number: f"{IDENTITIES[number]['theme']}-{IDENTITIES[number]['id']}")
def test_a_sentence_about_who_people_are_is_nothing(number, identities_touched):
    assert identities_touched[number] == []


@pytest.mark.parametrize("number", range(len(NAMES)), ids=lambda number: f"{NAMES[number]['origin']}-{number}")
def test_a_name_in_a_plain_sentence_is_nothing(number, names_touched):
    assert names_touched[number] == []


def test_the_sets_are_as_large_as_promised():
    languages = [row["lang"] for row in IDENTITIES]
    assert languages.count("fr") >= 200
    assert languages.count("en") >= 100
    assert len({row["text"] for row in IDENTITIES}) == len(IDENTITIES)
    assert len({(row["first_name"], row["last_name"]) for row in NAMES}) >= 500
    assert len({row["origin"] for row in NAMES}) >= 10
