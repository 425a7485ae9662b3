"""After a change, what is gone, what is still there and what is new."""

from audit.report.compare import compare
from tests.render.invented import CATEGORIES, FOUND, TEXTS, make_report


def rules(findings):
    return sorted(finding.rule for finding in findings)


def test_the_same_report_has_nothing_gone_and_nothing_new():
    result = compare(make_report(), make_report(), CATEGORIES)
    assert (result.gone, result.new, result.unknown) == ((), (), ())
    assert len(result.still) == 9  # neither what is private nor what was set aside


def test_a_mended_text_is_gone_and_edits_elsewhere_do_not_matter():
    texts = (("text1", "post", "Bonjour."), ("text2", "caption", "Ajout. " + TEXTS[1][2]), *TEXTS[2:])
    result = compare(make_report(), make_report(FOUND[1:], texts), CATEGORIES)
    assert rules(result.gone) == ["fr.drugs.own"]
    assert result.new == ()


def test_the_same_words_twice_then_once_are_one_gone_and_one_still():
    twice = (*FOUND, ("fr.profanity.swear", "text8", "putain", "flag"))
    result = compare(make_report(twice), make_report(), CATEGORIES)
    assert rules(result.gone) == ["fr.profanity.swear"]
    assert rules(result.still).count("fr.profanity.swear") == 1
    assert rules(compare(make_report(), make_report(twice), CATEGORIES).new) == ["fr.profanity.swear"]


def test_what_was_not_checked_again_is_not_gone():
    only_address = compare(make_report(), make_report((), ()), CATEGORIES)
    assert "fr.drugs.own" in rules(only_address.unknown)
    assert rules(only_address.gone) == ["any.email.nickname"]
