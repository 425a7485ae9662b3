"""Every rule finds its own examples, with the outcome it promises; every cue list fires where it says."""

import pytest

from audit.pipeline import prepare
from audit.rules_check import check_cues, check_rule

ENGINE = prepare()


@pytest.mark.parametrize("rule", ENGINE.rulebook.rules.values(), ids=lambda rule: rule.id)
def test_a_rule_keeps_its_examples(rule):
    assert [str(fault) for fault in check_rule(rule, ENGINE)] == []


@pytest.mark.parametrize(("lang", "name"), ENGINE.rulebook.cues, ids=".".join)
def test_a_cue_list_keeps_its_examples(lang, name):
    assert [str(fault) for fault in check_cues(lang, name, ENGINE)] == []


def test_every_category_has_a_pack_in_both_languages():
    for category in ENGINE.rulebook.categories.values():
        if category.id in ("address", "handle", "consistency"):
            continue
        for lang in ("fr", "en"):
            assert any(rule.category == category.id and rule.lang in (lang, "any") for rule in ENGINE.rulebook.rules.values()), (
                category.id,
                lang,
            )
