"""A pattern waits for literals that it cannot do without; whatever it hits holds one of each set of them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.rulebook import load_rulebook
from audit.text.prefilter import Gate, Prefilter
from audit.text.rarity import commonness, rarest_word
from audit.text.required import EDGE, required

PATTERNS = [pattern for rule in load_rulebook().rules.values() if rule.find.how == "regex" for pattern in rule.find.patterns]


@pytest.mark.parametrize(
    ("pattern", "literals"),
    [
        (r"\b(?:vodkas?|jager)\b", [{"\bvodka\b", "\bvodkas\b", "\bjager\b"}]),
        (r"\b(?:vodkas?|jager\w*)\b", [{"\bvodka", "\bjager"}]),
        (r"\bch\*{2,4}", [{"\bch**"}]),
        (r"(?:plop )?la bouteille\b[^.]{0,30}\bvide\b", [{"la bouteille\b"}, {"\bvide\b"}]),
        (r"(?<!\w)zebres?(?= )|gnou(?!s)", [{"zebre", "gnou"}]),
        (r"\b(?:un )?\b", []),
        (r"[0-9]+ (?:zebres|gnous)", [{" zebres", " gnous"}, set("0123456789")]),
        (r"\w+|zebre", []),
        (r"(?:zebre)?", []),
        (r"(?i)zebre", []),
        (r"\x{1F40D} zebre", []),
    ],
)
def test_the_literals_that_a_pattern_needs_come_the_rarest_first(pattern, literals):
    assert list(map(set, required(pattern))) == literals


@given(st.data())
def test_a_text_that_a_rule_hits_opens_its_gate(data):
    pattern = data.draw(st.sampled_from(PATTERNS))
    text = data.draw(st.from_regex(re.compile(pattern, re.ASCII)))
    assert Gate(pattern).opens(text)
    assert all(any(literal.strip(EDGE) in text for literal in literals) for literals in required(pattern))


@pytest.mark.parametrize(("text", "met"), [("un con.", {0, 1}), ("conseil", {1, 2}), ("bacon", set()), ("son con !", {0, 1})])
def test_an_edge_of_a_literal_is_an_edge_of_a_word(text, met):
    assert Prefilter([{"\bcon\b"}, {"\bcon"}, {"conseil"}]).numbers(text) == met


def test_the_gate_of_several_patterns_opens_for_each_of_them_alone():
    gate = Gate(r"\bzebres?\b", r"gnous? \d")
    assert gate.opens("un zebre")
    assert gate.opens("le gnou 3")
    assert not gate.opens("un chat")


def test_a_rare_word_wakes_a_phrase_rather_than_a_common_one():
    assert rarest_word("je suis alle au zoo") == "zoo"
    assert commonness(["je"]) > commonness(["zoo"])
