"""The identity extras in words: questions, what is there first, links that lead where they say, nothing from a hostile file."""

from dataclasses import replace

import pytest

from audit.checks.identity.checks import matches_between
from audit.checks.identity.extras import extras_of, given_in
from audit.i18n.say import LANGS, words
from audit.model import Document, Finding, Owner, Step, Verdict
from audit.render.identity import identity_view
from audit.render.sheet import make_sheet
from audit.render.sides import corrections, question, sides
from audit.render.to_json import to_json
from audit.render.view import make_view
from audit.report.strengths import strengths
from audit.rulebook import load_rulebook
from audit.tasks import load
from tests.render.invented import make_invented_view, make_report

OWNER = Owner("Inès", "Bensaïd")
CV = """Inès Bensaïd
Nantes
Je cherche une alternance. Ponctuelle et motivée.

FORMATION
2021 - 2023 : BTS NDRC, Lycée Livet

EXPÉRIENCE
2021 - 2023 : Vendeuse, Kiabi
"""
PROFILE = """Inès Bensaïd
Expérience
Vendeuse · Kiabi (2022 - 2023)
Formation
BTS NDRC · Lycée Livet (2021 - 2023)
"""
DOCUMENTS = (
    Document(CV, "cv", "cv1", owner=OWNER),
    Document(PROFILE, "profile", "profile1", platform="linkedin", owner=OWNER),
    Document("titelouloute@example.fr", "email", "email1", owner=OWNER),
    Document("titelouloute", "handle", "handle1", platform="instagram", owner=OWNER),
)
VERDICTS = (Verdict("email1", "email", "unsuitable", ("nickname",)),)


def identity(lang="fr", shown=()):
    return identity_view(extras_of(DOCUMENTS, (), VERDICTS), shown, lang)


def contradiction():
    ((document, match),) = matches_between(DOCUMENTS, OWNER)
    return Finding(match.rule, "consistency", "medium", "review", match.start, match.end, "", document, (), match.facts)


def test_a_contradiction_is_a_question_with_both_sides():
    finding = contradiction()
    assert question(finding, "fr") == "2021 ici, 2022 là : lequel est juste ?"
    both = sides(finding, {one.id: one for one in DOCUMENTS}, {}, "fr")
    assert [(side.where, side.words) for side in both] == [
        ("Sur ton CV", "2021 - 2023 : Vendeuse, Kiabi"),
        ("Sur LinkedIn", "Vendeuse · Kiabi (2022 - 2023)"),
    ]
    assert "Kiabi" not in repr(both)


def test_two_long_versions_are_asked_about_without_being_said_twice():
    long = {"left": {"text": "a" * 90}, "right": {"text": "b" * 90}}
    assert question(replace(contradiction(), facts={"sides": long}), "fr") == "Deux versions : laquelle est juste ?"


def test_what_one_side_lacks_is_an_invitation():
    finding = replace(contradiction(), rule="any.consistency.missing", facts={"sides": {"left": {"text": "BTS"}, "right": {"text": ""}}})
    assert question(finding, "fr").endswith("Veux-tu l'ajouter ?")
    assert sides(finding, {}, {}, "fr")[1].words == "Pas écrit"


def test_only_a_contradiction_has_sides_and_only_writing_has_corrections():
    other = replace(contradiction(), category="insult", facts={**contradiction().facts, "pairs": "a → b"})
    assert (question(other, "fr"), sides(other, {}, {}, "fr"), corrections(other)) == ("", (), ())
    writing = replace(other, category="writing", facts={"pairs": "envoi → envoie, chui → je suis"})
    assert corrections(writing) == ("envoi → envoie", "chui → je suis")


def test_what_is_already_there_and_one_model_of_each_kind_are_said():
    view = identity()
    assert "Ta formation est datée et lisible." in view.there
    assert any("langues" in line and line.endswith("(CV)") for line in view.missing)
    assert view.models == (
        "BTS NDRC · Je cherche une alternance",
        "BTS NDRC à Nantes. Je cherche une alternance. On me dit : ponctuelle.",
    )
    assert identity("en").models[0] == "BTS NDRC · Looking for an apprenticeship"


def test_nothing_is_made_up_for_somebody_who_gave_nothing():
    assert given_in([Document("Bonjour", "bio", "b1")]) == {}
    empty = identity_view(extras_of((), (), ()), (), "fr")
    assert (empty.models, empty.missing, empty.searches, empty.homonyms, empty.screens) == ((), (), (), (), ())
    assert empty.removal and empty.look


def test_links_hold_the_name_and_lead_to_secure_pages():
    view = identity()
    links = [link for group in view.searches for link in group.links]
    assert any("Bensa%C3%AFd" in link.url for link in links)
    assert all(link.url.startswith("https://") for link in (*links, *view.removal))
    assert len({group.title for group in view.searches}) == len(view.searches)
    assert "Bensa" not in repr(view) and "titelouloute" not in repr(view)


def test_one_handle_in_two_worlds_is_told_without_blame():
    assert identity().joined == ("titelouloute (Instagram) : Ce pseudo est aussi dans ton adresse e-mail.",)


def test_the_first_screen_counts_only_what_is_shown_and_not_yet_decided():
    line = "Ton pseudo : "
    shown = tuple(
        replace(card, document="handle1") for area in make_invented_view().areas for card in area.cards if card.rule == "fr.insult.person"
    )
    (screen,) = (one for one in identity("fr", shown).screens if one.title == "Instagram")
    assert line + "1 point à revoir." in screen.lines
    done = tuple(replace(card, decision="done") for card in shown)
    assert line + "rien trouvé." in next(one for one in identity("fr", done).screens if one.title == "Instagram").lines
    assert "Ta photo : regarde toi-même." in screen.lines


@pytest.mark.parametrize(
    "extras",
    [
        {"search": [{"group": "name", "engine": "google", "query": "x", "url": "javascript:alert(1)"}], "removal": 3},
        {"removal": [{"engine": "bing", "url": 'https://a.example/"onclick="x'}], "models": [{"code": "bio_short", "facts": {}}]},
        {"screens": [{"platform": "<b>", "seen": [{"what": "bio"}]}], "missing": [{"piece": []}], "good": "x", "look": [{}], "joined": [1]},
    ],
)
def test_hostile_extras_show_nothing(extras):
    view = identity_view(extras, (), "fr")
    assert view == identity_view({}, (), "fr")


def test_both_languages_have_the_same_words():
    fr, en = ({key for key in words(lang) if key.startswith("identity.")} for lang in LANGS)
    assert fr == en


def test_paper_names_what_to_add_and_shows_handles_only_when_asked():
    report = make_report()
    report = replace(report, extras=extras_of(DOCUMENTS, report.findings, report.verdicts))
    view = make_invented_view(report=report)
    sheet, with_words = make_sheet(view), make_sheet(view, quotes=True)
    boxes = [box.label for section in sheet.sections for box in section.boxes]
    assert "mes langues" in boxes
    assert "Ce pseudo est aussi dans ton adresse e-mail." in [line for section in sheet.sections for line in section.lines]
    assert "titelouloute" not in repr([section.lines for section in sheet.sections])
    assert "BTS NDRC" not in repr([section.lines for section in sheet.sections])
    assert any("BTS NDRC" in line for section in with_words.sections for line in section.lines)


def test_a_file_from_somebody_else_does_not_choose_where_links_lead():
    lure = {"removal": [{"engine": "bing", "url": "https://lure.example/"}], "search": [], "moving": {}}
    report, _, _ = load(to_json(replace(make_report(), extras=lure)).encode())
    assert "lure.example" not in str(report.extras)
    assert report.extras == make_report().extras


def test_a_quoted_contradiction_prints_both_sides():
    finding = contradiction()
    side = "Sur ton CV : 2021 - 2023 : Vendeuse, Kiabi · Sur LinkedIn : Vendeuse · Kiabi (2022 - 2023)"
    step = Step("dates", "rule", finding.rule, "", (finding.key,))
    book = load_rulebook()
    report = replace(make_report(found=()), documents=DOCUMENTS, findings=(finding,), steps=(step,))
    view = make_view(report, "fr", book.rules, book.categories)
    assert view.plan.today[0].words == (side,)


def _printed_view(findings):
    report = make_report()
    extras = extras_of(DOCUMENTS, findings, VERDICTS)
    step = Step("one", "rule", findings[0].rule, findings=tuple(finding.key for finding in findings))
    report = replace(report, documents=DOCUMENTS, findings=tuple(findings), verdicts=(), steps=(step,), extras=extras, strengths=())
    book = load_rulebook()
    return make_view(report, "fr", book.rules, book.categories, owner=OWNER)


def test_the_sheet_asks_which_year_is_right_and_names_both_places():
    sheet = make_sheet(_printed_view([contradiction()]))
    (action,) = sheet.today
    assert action.advice.startswith("2021 ici, 2022 là : lequel est juste ?")
    assert action.where == "Sur ton CV · Sur LinkedIn"
    (doubt,) = sheet.counsellor.doubts
    assert (doubt.ask, doubt.where) == ("2021 ici, 2022 là : lequel est juste ?", "Sur ton CV · Sur LinkedIn")


def test_the_sheet_quotes_no_employer_that_was_not_asked_for():
    facts = {"sides": {"left": {"text": "Vendeuse, Kiabi", "short": "Kiabi"}, "right": {"text": "Vendeuse, Jules", "short": "Jules"}}}
    sheet = make_sheet(_printed_view([replace(contradiction(), rule="any.consistency.employer", facts=facts)]))
    assert "Kiabi" not in sheet.today[0].advice
    assert sheet.counsellor.doubts[0].ask == "Deux versions : laquelle est juste ?"


def test_what_the_cv_already_shows_is_said_first():
    assert "Ta formation est datée et lisible." in _printed_view([contradiction()]).strengths


def test_a_diploma_that_linkedin_parts_from_its_speciality_is_whole_in_a_model():
    profile = "Léa Moreau\nFormation\nLycée Livet\nBac professionnel, Commerce\n2019 - 2022"
    assert given_in([Document(profile, "profile", "p", platform="linkedin")])["training"] == "Bac professionnel Commerce"


def test_a_side_that_was_copied_twice_is_shown_once():
    facts = {"sides": {"left": {"text": "2021 Kiabi"}, "right": {"text": "Vendeuse\nVendeuse\nKiabi\n2019\n2019"}}}
    assert sides(replace(contradiction(), facts=facts), {}, {}, "fr")[1].words == "Vendeuse Kiabi 2019"


def test_nobody_is_told_that_a_cv_holds_no_number():
    cv = Document("Léa Moreau\n06 39 98 11 01", "cv", "c")
    assert "no_personal_data" not in {one.code for one in strengths([cv], [], [], {})}
