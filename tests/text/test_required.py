"""A pattern waits for literals that it cannot do without; whatever it hits holds one of them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.rulebook import load_rulebook
from audit.text.rarity import commonness, rarest_word
from audit.text.required import Gate, required

PATTERNS = [pattern for rule in load_rulebook().rules.values() if rule.find.how == "regex" for pattern in rule.find.patterns]


@pytest.mark.parametrize(
    ("pattern", "literals"),
    [
        (r"\b(?:vodkas?|jager\w*)\b", {"vodka", "jager"}),
        (r"\bch\*{2,4}", {"ch**"}),
        (r"(?:plop )?la bouteille\b[^.]{0,30}\bvide\b", {"la bouteille"}),
        (r"[0-9]+ (?:zebres|gnous)", {" zebres", " gnous"}),
        (r"\w+|zebre", None),
        (r"(?:zebre)?", None),
        (r"(?i)zebre", None),
        (r"\x{1F40D} zebre", None),
    ],
)
def test_the_literals_are_the_rarest_that_the_pattern_needs(pattern, literals):
    assert required(pattern) == literals


@given(st.data())
def test_a_text_that_a_rule_hits_opens_its_gate(data):
    pattern = data.draw(st.sampled_from(PATTERNS))
    text = data.draw(st.from_regex(re.compile(pattern, re.ASCII)))
    assert Gate(pattern).opens(text)


def test_the_gate_of_several_patterns_opens_for_each_of_them_alone():
    gate = Gate(r"\bzebres?\b", r"gnous? \d")
    assert gate.opens("un zebre")
    assert gate.opens("le gnou 3")
    assert not gate.opens("un chat")


def test_a_rare_word_wakes_a_phrase_rather_than_a_common_one():
    assert rarest_word("je suis alle au zoo") == "zoo"
    assert commonness(["je"]) > commonness(["zoo"])
