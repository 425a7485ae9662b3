"""Regex rules run on RE2: linear, with a named hit, and spared by their exceptions."""

import time

import pytest

from audit.checks.regex import RegexFinder, compile_pattern
from audit.model import Document, Examples, Find, Rule
from audit.text import Reader


def rule(*patterns, excepts=()):
    return Rule(
        id="fr.x.y", lang="fr", category="insult", severity="low", certainty="firm", on=("post",), find=Find("regex", patterns=patterns), title={}, why={}, advice={},
        instead=None, excepts=excepts, only_if=(), set_aside_if=(), review_if=(), references=(), examples=Examples(), file="", line=1,
    )  # fmt: skip


def found(rule, text):
    return [text[hit.start : hit.end] for hit in RegexFinder([rule]).find(Reader({}).read(Document(text)))]


def test_the_group_named_hit_is_what_is_found():
    assert found(rule(r"vends (?P<hit>\d+ g)\b"), "Je VENDS 20 g ce soir") == ["20 g"]


def test_an_exception_spares_what_it_covers():
    assert found(rule(r"\bpute\b", excepts=("pute borgne",)), "la pute borgne et la pute") == ["pute"]


def test_a_pattern_that_re2_refuses_names_its_rule():
    with pytest.raises(ValueError, match=r"fr\.x\.y"):
        compile_pattern(r"(?=a)b", "fr.x.y")


def test_no_pattern_of_the_rulebook_explodes(engine):
    """Each doubling of a hostile text at most about doubles the time: RE2 is linear (a ratio, not a stopwatch)."""
    patterns = [(pattern, one.id) for one in engine.rulebook.rules.values() if one.find.how == "regex" for pattern in one.find.patterns]
    for pattern, name in patterns:
        compiled = compile_pattern(pattern, name)
        spent = []
        for size in (20_000, 80_000):
            start = time.process_time()
            for unit in ("a", "1 ", "a@", "- "):
                compiled.search(unit * (size // len(unit)))
            spent.append(time.process_time() - start)
        assert spent[1] < 16 * spent[0] + 0.25, (name, spent)
