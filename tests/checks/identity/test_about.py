"""What the person says of themselves: it travels as one document, and changes screens, additions, models, search links and the comparison."""

import pytest
import yaml

from audit.checks.identity import compare, first_screen, judge_handle
from audit.checks.identity.checks import HANDLE
from audit.checks.identity.extras import extras_of
from audit.checks.identity.judged import SHOWN_WHEN_SPARED
from audit.checks.identity.lists import DATA
from audit.i18n import has
from audit.model import PICTURES, SEARCHES, About, Account, Document, Owner, about_in
from audit.pipeline import run_audit
from audit.render.identity import identity_view

LEA = Owner("Léa", "Moreau")
SAID = About(
    training="BTS NDRC",
    search="apprenticeship",
    domain="vente",
    town="Lille",
    skill="tenir une caisse",
    accounts=(Account("instagram", "private", ("face", "party")), Account("linkedin", "public", ("none",))),
)
PROFILE = Document("Léa Moreau\nExpérience\nVendeuse\nKiabi\n2021 - 2023", "profile", "li", "linkedin", owner=LEA)


def extras(said: About | None, *documents: Document) -> dict:
    about = said.to_document(LEA) if said else None
    return extras_of([*documents, about] if about else documents, (), ())


def test_what_was_said_comes_back_whole():
    assert about_in([SAID.to_document(LEA)]) == SAID
    assert About().to_document(LEA) is None


@pytest.mark.parametrize(
    "text",
    ["search: <b>", "account: x", "account: x public face,<i>,bomb y", "town:", "nothing: at all", "account: ../x public face", "\n" * 900],
)
def test_a_hostile_file_adds_nothing_unknown(text):
    said = about_in([Document(text, "profile", "about")])
    assert said.search in ("", *SEARCHES) and not said.town
    assert all(set(account.picture) <= set(PICTURES) and account.platform.isalnum() for account in said.accounts)


def test_a_field_stays_on_one_short_line():
    said = about_in([About(town="Lille\naccount: x public face" + "a" * 500).to_document(LEA)])
    assert said.accounts == () and len(said.town) <= 80


def test_the_picture_and_who_sees_it_stand_on_the_first_screen():
    (screen,) = [one for one in extras(SAID, Document("lea", "handle", "h", "instagram"))["screens"] if one["platform"] == "instagram"]
    assert (screen["visibility"], screen["picture"]) == ("private", ["face", "party"])
    view = identity_view({"screens": [screen]}, (), "fr")
    assert "reconnaît" in view.screens[0].lines[0] and "verre" in view.screens[0].lines[0]


def test_the_text_on_top_stands_where_the_network_shows_it_first():
    for platform, what in (("instagram", "pinned"), ("linkedin", "posts")):
        top = Document("Première", "post", "top.1", platform)
        (screen,) = first_screen([top, Document("Autre", "post", "p", platform, date="2026-01-01")])
        assert {seen.what: seen.document for seen in screen.seen}[what] == "top.1"


def test_models_are_filled_with_what_was_said():
    models = extras(SAID, PROFILE)["models"]
    said = identity_view({"models": models}, (), "fr").models
    assert said[0] == "BTS NDRC · Je cherche une alternance en vente"
    assert extras(None, PROFILE)["models"] == []


def test_what_is_missing_is_said_with_what_was_given():
    missing = identity_view(extras(SAID, PROFILE), (), "fr").missing
    assert "Ajoute ta formation : BTS NDRC. (LinkedIn)" in missing
    assert "Écris ce que tu cherches : une alternance en vente. (LinkedIn)" in missing
    assert "Ajoute une photo simple de ton visage, si tu veux. (LinkedIn)" in missing


def test_the_town_is_searched_and_compared():
    cv = Document("Léa Moreau\n44000 Nantes\nEXPÉRIENCE\n2021 - 2023 : Vendeuse, Kiabi", "cv", "cv", owner=LEA)
    where = Document("Léa Moreau\nNantes, France\nExpérience\nVendeuse\nKiabi\n2021 - 2023", "profile", "li", "linkedin", owner=LEA)
    found = [one for one in compare([cv, where, SAID.to_document(LEA)], LEA) if one.topic == "city"]
    assert [(one.left.text, one.right.text) for one in found] == [("Nantes", "Lille")]
    assert any("Lille" in link["url"] for link in extras(SAID, cv)["search"])


def test_a_contradiction_counts_on_the_screen_of_the_profile_too(engine):
    cv = Document("Léa Moreau\nEXPÉRIENCE\n2021 - 2023 : Vendeuse, Kiabi", "cv", "cv", owner=LEA)
    other = Document("Léa Moreau\nExpérience\nVendeuse\nKiabi\n2022 - 2023", "profile", "li", "linkedin", owner=LEA)
    (screen,) = run_audit([cv, other], engine).extras["screens"]
    assert [one["what"] for one in screen["seen"] if one["findings"]] == ["experience"]


def test_a_headline_is_what_stands_under_the_name():
    with_one = Document("Léa Moreau\nÉtudiante en BTS NDRC\nNantes\nExpérience\nVendeuse\nKiabi\n2021 - 2023", "profile", "li", "linkedin")
    pieces = [[one["piece"] for one in extras(None, document)["missing"]] for document in (with_one, PROFILE)]
    assert ["headline" in held for held in pieces] == [False, True]


def test_every_code_of_pictures_and_searches_is_said_in_both_languages():
    keys = [f"identity.wanted.{code}" for code in SEARCHES]
    keys += [f"identity.picture.{more}{code}" for code in PICTURES for more in ("", "says.")]
    keys += [f"cue.{code}" for code in SHOWN_WHEN_SPARED]
    assert [(key, lang) for key in keys for lang in ("fr", "en") if not has(key, lang)] == []


def test_a_spared_game_word_is_shown_with_its_reason_and_a_name_never(engine):
    handle = next(
        name
        for name in ("fortnite_killer", "killer_minecraft")
        if any(one.because == "game" for one in judge_handle(name, "twitch", LEA).set_aside)
    )
    report = run_audit([Document(handle, "handle", "h", "twitch", owner=LEA)], engine)
    (finding,) = [one for one in report.findings if one.outcome == "set_aside"]
    assert finding.rule == "any.handle.violence" and [cue.name for cue in finding.cues] == ["game"]
    assert HANDLE.reasons and set(SHOWN_WHEN_SPARED).isdisjoint({"own_name", "may_be_a_name", "chance_letters"})


def test_search_and_removal_addresses_state_how_sure_they_are():
    held = yaml.load((DATA / "search" / "links.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert held["checked"] >= "2026-11-23"
    for group in ("engines", "images", "places", "removal"):
        for entry in held[group].values():
            assert entry["url"].startswith("https://") and entry["confidence"] in "ABC"
