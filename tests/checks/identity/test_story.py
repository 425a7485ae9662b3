"""CV against profiles: dates, places, names told in two ways."""

from datetime import date

import pytest

from audit.checks.identity import compare
from audit.checks.identity.story.dates import differ, span_in
from audit.checks.identity.story.diplomas import level_of, same_option
from audit.checks.identity.story.nouns import Span, When
from audit.checks.identity.story.person import same_name
from audit.checks.identity.story.tell import tell
from audit.checks.identity.story.titles import same_place, same_title
from audit.checks.identity.story.towns import same_town
from audit.model import Document, Owner


@pytest.mark.parametrize(
    ("line", "span"),
    [
        ("De septembre 2021 à juin 2023", Span(When(2021, 9), When(2023, 6))),
        ("09/2021 – 06/2023", Span(When(2021, 9), When(2023, 6))),
        ("sept. 2021 - aujourd'hui", Span(When(2021, 9), None, True)),
        ("Depuis 2022", Span(When(2022), None, True)),
        ("juin à août 2024", Span(When(2024, 6), When(2024, 8))),
        ("2021-2023", Span(When(2021), When(2023))),
        ("Jun 2025 to Aug 2025", Span(When(2025, 6), When(2025, 8))),
        ("Obtenu en 2021", Span(When(2021))),
    ],
)
def test_dates_are_read_as_people_write_them(line, span):
    assert span_in(line)[0] == span


def test_a_line_without_a_year_has_no_date():
    assert span_in("Équipière polyvalente, 06 39 98 11 01") is None


def test_missing_months_and_a_month_of_slack_are_no_difference():
    assert not differ(Span(When(2021, 9), When(2023, 6)), Span(When(2021), When(2023)))
    assert not differ(Span(When(2021, 9), When(2023, 6)), Span(When(2021, 8), When(2023, 6)))
    assert not differ(Span(When(2022)), Span(When(2021), When(2022)))
    assert differ(Span(When(2021), When(2023)), Span(When(2022), When(2023)))
    assert differ(Span(When(2023), None, True), Span(When(2023), When(2024)))


def test_abbreviated_diplomas_meet_their_full_name():
    assert level_of("BTS NDRC") == level_of("Brevet de technicien supérieur") == "bts"
    assert same_option("BTS NDRC", "BTS Négociation et digitalisation de la relation client")
    assert not same_option("BTS NDRC", "BTS Tourisme")


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("McDonald's", "Mc Donald's France"),
        ("SARL Bâti-Sud", "Bati Sud"),
        ("Lycée Paul Éluard", "Lycée polyvalent Paul Eluard"),
        ("SNCF", "Société nationale des chemins de fer"),
    ],
)
def test_one_employer_in_two_spellings(one, two):
    assert same_place(one, two)


@pytest.mark.parametrize(
    ("one", "two"), [("Lycée Livet", "Lycée Carcouët"), ("Kiabi", "Jules"), ("Restaurant du Port", "Restaurant de la Gare")]
)
def test_two_employers_are_two(one, two):
    assert not same_place(one, two)


def test_titles_without_gender_and_with_synonyms():
    assert same_title("Serveuse", "Serveur")
    assert same_title("Vendeuse", "Conseillère de vente")
    assert not same_title("Vendeuse", "Responsable de magasin")
    assert not same_title("Électricien", "Pâtissier")


def test_one_name_in_several_shapes():
    for one, two in (
        ("Léa MOREAU", "Moreau Léa"),
        ("Fatou N'Diaye", "Fatou Ndiaye"),
        ("Jean-Baptiste Le Goff", "JB Le Goff"),
        ("Léa Moreau", "Léa Marie Moreau"),
        ("Mohammed Haddad", "Mohamed Haddad"),
    ):
        assert same_name(one, two), (one, two)
    assert not same_name("Léa Moreau", "Léa Martin")


def test_one_town_in_several_shapes():
    assert same_town("Nantes", "Nantes", "Nantes et périphérie", "Nantes et périphérie")
    assert same_town("St-Denis", "St-Denis", "Saint Denis", "Saint Denis")
    assert same_town("Paris", "Paris", "Paris 18e arrondissement", "Paris 18e arrondissement")
    assert not same_town("Nantes", "Nantes", "Lille", "Lille")


def test_an_internship_inside_studies_is_no_contradiction():
    text = "FORMATION\n2021 - 2023 : BTS NDRC, Lycée Livet\nEXPÉRIENCE\nJanv. 2022 - mars 2022 : Stagiaire, Kiabi"
    profile = "Formation\nLycée Livet\nBTS NDRC\n2021 - 2023"
    assert compare([Document(text, kind="cv", id="a"), Document(profile, kind="profile", platform="linkedin", id="b")], Owner()) == []


def test_what_others_wrote_is_not_compared():
    mine = Document("EXPÉRIENCE\n2021 - 2023 : Vendeuse, Kiabi", kind="cv", id="a")
    theirs = Document("Expérience\nVendeuse · Kiabi (2019 - 2023)", kind="profile", platform="linkedin", id="b", by_self=False)
    assert compare([mine, theirs], Owner()) == []


@pytest.mark.parametrize("text", ["", "\n" * 5000, "2021 - 2023", "a" * 50000, "1999-2000 " * 3000, "(" * 2000 + ")" * 2000, "\x00\ud800"])
def test_no_text_stops_the_comparison(text):
    assert isinstance(compare([Document(text, kind="cv", id="a"), Document(text, kind="profile", platform="x", id="b")], Owner()), list)


@pytest.mark.parametrize(
    ("line", "span"),
    [
        ("09/22 - 06/23", Span(When(2022, 9), When(2023, 6))),
        ("09/22 à aujourd'hui", Span(When(2022, 9), None, True)),
        ("2021-22", Span(When(2021), When(2022))),
        ("2021-06", Span(When(2021))),
        ("15/09/2021 - 30/06/2022", Span(When(2021, 9), When(2022, 6))),
    ],
)
def test_years_of_two_figures_are_read_in_ranges_only(line, span):
    assert span_in(line)[0] == span


def test_a_day_and_a_month_are_no_dates():
    assert span_in("Disponible du 30/06 au 15/09") is None


def test_an_end_still_to_come_is_no_difference():
    today = date(2026, 11, 23)
    assert not differ(Span(When(2024, 9), None, True), Span(When(2024), When(2027)), today)
    assert differ(Span(When(2024, 9), None, True), Span(When(2024), When(2025)), today)


@pytest.mark.parametrize(
    ("one", "two"), [("Pôle emploi Paris 13e", "France Travail"), ("Université Paris Diderot", "Université Paris Cité")]
)
def test_a_renamed_place_is_one_place(one, two):
    assert same_place(one, two)
    assert not same_place(one, "Mairie de Rezé")


def test_several_posts_with_one_employer_are_told_apart_from_its_name():
    profile = "Léa Moreau\nExpérience\nDecathlon\nTemps plein · 2 ans\nVendeuse\nsept. 2023 - août 2024 · 1 an\nLille, Hauts-de-France\nCaissière\nsept. 2022 - août 2023 · 1 an"
    stays = tell(Document(profile, kind="profile", id="p", platform="linkedin")).stays
    assert [(stay.title, stay.place) for stay in stays] == [("Vendeuse", "Decathlon"), ("Caissière", "Decathlon")]
