"""Fairness: a sentence about who people are, or a name from anywhere, is nothing at all: no flag and no review."""

import json
from pathlib import Path

import pytest

from audit.model import Document
from audit.pipeline import audit_document

HERE = Path(__file__).resolve().parent
# A name must stand in text as harmlessly as in life; each is tried in two sentences a language.
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


def read(name):
    return [json.loads(line) for line in (HERE / name).read_text(encoding="utf-8").splitlines()]


def touched(text, engine, kind="post"):
    """What the audit says of a text, set-aside hits left out; information counts too."""
    found = audit_document(Document(text, kind=kind), engine).findings
    return [(finding.rule, finding.outcome, finding.excerpt) for finding in found if finding.outcome != "set_aside"]


IDENTITIES, NAMES = read("identities.jsonl"), read("names.jsonl")


@pytest.mark.parametrize("row", IDENTITIES, ids=lambda row: row["id"])
def test_a_sentence_about_who_people_are_is_nothing(row, engine):
    assert touched(row["text"], engine) == []


@pytest.mark.parametrize("number", range(len(NAMES)), ids=lambda number: f"{NAMES[number]['origin']}{number}")
def test_a_name_in_a_plain_sentence_is_nothing(number, engine):
    name = f"{NAMES[number]['first_name']} {NAMES[number]['last_name']}"
    for lang, sentences in CARRIERS.items():
        for sentence in (sentences[number % len(sentences)], sentences[(number // len(sentences)) % len(sentences)]):
            assert touched(sentence.format(name), engine) == [], (lang, sentence)


def test_the_sets_are_as_large_as_promised():
    languages = [row["lang"] for row in IDENTITIES]
    assert languages.count("fr") >= 200
    assert languages.count("en") >= 100
    assert len({row["text"] for row in IDENTITIES}) == len(IDENTITIES)
    assert len({(row["first_name"], row["last_name"]) for row in NAMES}) >= 500
    assert len({row["origin"] for row in NAMES}) >= 10
