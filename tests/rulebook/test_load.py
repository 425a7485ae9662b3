"""A slip in a rule file answers with what is allowed."""

import shutil

import pytest

from audit.rulebook import RULES, RuleError, load_rulebook

PACK = """category: profanity
on: [post]
severity: low
title: {fr: "t", en: "t"}
why: {fr: "w", en: "w"}
advice: {fr: "a", en: "a"}
rules:
  - id: zzz
    find: {phrases: ["zzz"]}
    examples: {flag: ["[[zzz]]"], pass: ["a"]}
"""


@pytest.fixture
def folder(tmp_path):
    copy = tmp_path / "rules"
    (copy / "fr").mkdir(parents=True)
    shutil.copy(RULES / "categories.yaml", copy)
    return copy


def load_with(folder, text):
    (folder / "fr" / "zzz.yaml").write_text(text, encoding="utf-8")
    return load_rulebook(folder)


def test_a_rule_takes_its_id_from_language_file_and_id(folder):
    assert "fr.zzz.zzz" in load_with(folder, PACK).rules


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("severity: low", "severity: huge", "one of: high, medium, low"),
        ("category: profanity", "category: rude", "unknown category"),
        ("on: [post]", "on: [tweet]", "one of: post"),
        ("phrases:", "phrase:", "allowed: phrases"),
        ('["zzz"]', '["{a,b"]', "brace"),
        ('["zzz"]', '["@nowhere"]', "there is no list"),
        ('title: {fr: "t", en: "t"}', 'title: {fr: "t"}', "'en' is missing"),
        ('flag: ["[[zzz]]"]', 'flag: ["zzz"]', "no [[mark]]"),
        ("severity: low", "severity: low\nset_aside_if: [nowhere]", "unknown cue list"),
    ],
)
def test_a_slip_names_file_line_and_mend(folder, old, new, says):
    with pytest.raises(RuleError) as caught:
        load_with(folder, PACK.replace(old, new, 1))
    message = str(caught.value)
    assert "rules/fr/zzz.yaml:" in message
    assert says in message
