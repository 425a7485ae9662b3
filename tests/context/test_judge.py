"""Precedence stands once: condition, then sparing, then doubt."""

from audit.context.judge import decide
from audit.context.quotes import quoted_spans
from audit.model import Cue, Examples, Find, Rule


def rule(**changes):
    values = {
        "id": "fr.x.y", "lang": "fr", "category": "insult", "severity": "low", "certainty": "firm", "on": ("post",), "find": Find("phrases"), "title": {}, "why": {}, "advice": {},
        "instead": None, "excepts": (), "only_if": (), "set_aside_if": (), "review_if": (), "references": (), "examples": Examples(), "file": "", "line": 1,
    }  # fmt: skip
    return Rule(**{**values, **changes})


def firing(*names):
    return lambda asked: [Cue(name, "x") for name in asked if name in names]


def test_nothing_around_is_a_flag():
    assert decide(rule(), firing())[0] == "flag"


def test_sparing_wins_over_doubt():
    outcome, cues = decide(rule(set_aside_if=("quoted",), review_if=("joking",)), firing("quoted", "joking"))
    assert (outcome, [cue.name for cue in cues]) == ("set_aside", ["quoted"])


def test_doubt_asks_for_review():
    assert decide(rule(review_if=("joking",)), firing("joking"))[0] == "review"


def test_a_possible_rule_never_flags():
    assert decide(rule(certainty="possible"), firing())[0] == "review"


def test_a_missing_condition_sets_aside():
    assert decide(rule(only_if=("third_person",)), firing())[0] == "set_aside"


def test_an_apostrophe_opens_no_quotation():
    assert quoted_spans("j'ai l'impression qu'il m'a vu") == []
    assert quoted_spans('il a dit « non » et “oui” et "bof"') == [(9, 16), (20, 25), (29, 34)]
