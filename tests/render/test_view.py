"""The View says what is good first, three things for today, and never counts what is private."""

from dataclasses import replace

import pytest

from audit.i18n import has, say
from audit.model import OUTCOMES, SEVERITIES, Document, Owner, Problem, Strength
from audit.render.plan import TODAY
from audit.report.review import DECISIONS, Review
from tests.render.invented import CATEGORIES, FOUND, RULES, TEXTS, crowded, make_invented_view, make_report

BOTH = pytest.mark.parametrize("lang", ["fr", "en"])


def cards(view):
    return [card for area in view.areas for card in area.cards]


def card(view, rule):
    return next(one for one in cards(view) if one.rule == rule)


def test_something_good_is_always_said():
    bare = replace(make_report(), strengths=())
    assert len(make_invented_view(report=bare).strengths) >= 2


def test_three_actions_at_most_are_for_today_and_the_rest_follows():
    plan = make_invented_view().plan
    assert len(plan.today) == TODAY
    assert len(plan.today) + len(plan.rest) == 9
    assert plan.today[0].kind == "address"


def test_doubtful_things_are_not_for_today_while_sure_ones_wait():
    plan = make_invented_view().plan
    assert not any(action.doubtful for action in plan.today)
    assert any(action.doubtful for action in plan.rest)


def test_findings_of_one_rule_become_one_action_with_its_places():
    found = (*FOUND, ("fr.profanity.swear", "text4", "Bref", "flag"))
    plan = make_invented_view(report=make_report(found)).plan
    swear = next(action for action in (*plan.today, *plan.rest) if action.title == RULES["fr.profanity.swear"].title["fr"])
    assert swear.where == "2 endroits"
    assert set(swear.places) == {"Texte 4 · publication", "Texte 5 · publication"}


def test_an_address_brings_suggestions_reasons_and_a_moving_plan():
    view = make_invented_view()
    address = view.plan.today[0]
    assert address.suggestions[0] == "ines.bensaid@example.fr"
    assert address.moving_plan[0] == "Crée la nouvelle adresse, avec un mot de passe neuf. (10 min)"
    assert len(address.moving_plan) == 9
    verdict = next(one for one in view.verdicts if one.kind == "email")
    assert [reason.title for reason in verdict.reasons] == ["Un surnom dans l'adresse"]


def test_a_bad_address_that_no_rule_explains_is_still_first_to_change():
    found = tuple(one for one in FOUND if one[1] != "email1")
    view = make_invented_view(report=make_report(found))
    assert view.plan.today[0].kind == "address"
    assert next(area for area in view.areas if area.id == "address").state == "change_first"


def test_private_life_and_distress_are_in_no_area_no_plan_and_no_count():
    view = make_invented_view()
    private = {"fr.sensitive.union", "fr.distress.alone"}
    assert not private & {one.rule for one in cards(view)}
    titles = {RULES[name].title["fr"] for name in private}
    assert not titles & {action.title for action in (*view.plan.today, *view.plan.rest)}
    assert not titles & {line.title for line in (*view.counsellor.reasons, *view.counsellor.doubtful)}
    assert [one.rule for one in view.sensitive] == ["fr.sensitive.union"]
    assert not {"privacy", "help"} & {area.id for area in view.areas}


def test_help_lines_show_only_when_somebody_may_need_them():
    assert {"3114", "3018"} <= {line.number for line in make_invented_view().help}
    calm = tuple(one for one in FOUND if one[0] != "fr.distress.alone")
    assert make_invented_view(report=make_report(calm)).help == ()


def test_what_context_spared_is_shown_with_the_reason():
    (spared,) = make_invented_view().set_aside
    assert spared.rule == "fr.profanity.swear"
    assert spared.cues[0].about == "Tu cites quelqu'un."
    assert (spared.before, spared.words, spared.after) == ("Elle m'a dit « ", "putain", " » devant tout le monde")


def test_a_finding_brought_back_is_to_review_in_its_area():
    found = tuple(one for one in FOUND if one[1] != "text5")
    report = make_report(found)
    key = next(one.key for one in report.findings if one.outcome == "set_aside")
    view = make_invented_view(report=report, review=Review().decide(key, "bring_back"))
    assert card(view, "fr.profanity.swear").outcome == "review"
    assert view.set_aside == ()
    assert any(action.title == "Un gros mot" for action in (*view.plan.today, *view.plan.rest))


@pytest.mark.parametrize("decision", ["keep", "context", "mistake"])
def test_what_the_person_keeps_leaves_today_but_does_not_vanish(decision):
    first = make_invented_view().plan.today[1]
    plan = make_invented_view(review=Review().decide(first.key, decision)).plan
    assert first.key not in {action.key for action in plan.today}
    assert plan.rest[-1].key == first.key
    assert len(plan.today) == TODAY


def test_a_mistake_no_longer_weighs_on_its_area():
    view = make_invented_view()
    phone = card(view, "any.personal.phone")
    after = make_invented_view(review=Review().decide(phone.key, "mistake"))
    states = [next(area.state for area in one.areas if area.id == "personal_data") for one in (view, after)]
    assert states == ["change_first", "nothing_found"]


def test_done_is_said_in_the_area():
    phone = card(make_invented_view(), "any.personal.phone")
    view = make_invented_view(review=Review().decide(phone.key, "done"))
    assert next(area.progress for area in view.areas if area.id == "personal_data") == "1 sur 1 faits"


def test_not_checked_is_never_green():
    assert next(area.state for area in make_invented_view().areas if area.id == "consistency") == "not_checked"


def test_cards_with_the_same_words_have_their_own_anchor():
    found = (*FOUND, ("fr.profanity.swear", "text8", "putain", "flag"))
    anchors = [one.anchor for one in cards(make_invented_view(report=make_report(found)))]
    assert len(anchors) == len(set(anchors))


def test_the_view_never_shows_the_persons_words_in_repr():
    shown = repr(make_invented_view())
    for secret in ("Inès", "Bensaïd", "bensaid", "gros naze", "06 39 98", "titelouloute", "incapable", "xx_loulou"):
        assert secret not in shown


def test_a_category_of_another_version_becomes_a_note():
    report = make_report()
    report = replace(report, findings=(*report.findings, replace(report.findings[0], category="future")))
    assert say("problem.older_rules", "fr") in make_invented_view(report=report).notes


def test_a_rule_that_is_gone_still_gives_a_card():
    rules = {name: one for name, one in RULES.items() if name != "fr.insult.person"}
    view = make_invented_view(rules=rules)
    assert card(view, "fr.insult.person").title == CATEGORIES["insult"].title["fr"]


def test_a_problem_names_its_document_and_what_to_do():
    report = replace(make_report(), problems=(Problem("other_language", "text3"), Problem("never_heard_of"), Problem("no_french_model")))
    notes = make_invented_view(report=report).notes
    assert notes[0].startswith("Texte 3 · commentaire : Une partie")
    assert notes[1] == say("problem.other", "fr")


def test_hostile_strength_facts_do_no_harm():
    report = replace(make_report(), strengths=(Strength("some_clean", {"n": "{x}", "key": "a"}), Strength("../../etc")))
    assert len(make_invented_view(report=report).strengths) == 2


def test_a_typed_platform_is_shown_only_when_it_is_a_plain_name():
    texts = TEXTS[:1]
    report = make_report((), texts)
    odd = tuple(replace(document, platform="<b>x</b>") for document in report.documents)
    labels = {verdict.document_label for verdict in make_invented_view(report=replace(report, documents=odd)).verdicts}
    assert labels == {"Adresse e-mail", "Pseudo"}


@BOTH
def test_every_label_exists(lang):
    wanted = [f"area.{category.area}" for category in CATEGORIES.values()]
    wanted += [f"severity.{one}" for one in SEVERITIES] + [f"outcome.{one}" for one in OUTCOMES] + [f"decision.{one}" for one in DECISIONS]
    assert [key for key in wanted if not has(key, lang)] == []


@BOTH
def test_a_view_is_whole_in_both_languages(lang):
    view = make_invented_view(lang)
    assert view.first_name == "Inès"
    assert view.date == {"fr": "23 novembre 2026", "en": "23 November 2026"}[lang]
    assert all(one.title and one.why and one.advice and one.why_fine for one in cards(view))
    assert len(view.counsellor.rights) == 6 and len(view.counsellor.help) == 5 and len(view.legend) == 6


def test_an_empty_report_still_makes_a_view():
    from audit.report import build

    view = make_invented_view(report=build([], [], [], [], {}, CATEGORIES))
    assert view.plan.today == () and view.first_name == ""
    assert all(area.state == "not_checked" for area in view.areas)


def test_two_hundred_findings_are_all_there():
    view = crowded(200)
    assert len(view.plan.today) + len(view.plan.rest) == 209


def test_the_owner_given_is_the_one_named():
    document = Document("Bonjour", id="text1", owner=Owner("Autre"))
    report = replace(make_report((), ()), documents=(document,), verdicts=(), steps=())
    assert make_invented_view(report=report, owner=Owner("Zoé")).first_name == "Zoé"
