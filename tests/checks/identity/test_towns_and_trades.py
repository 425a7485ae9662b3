"""Towns and job titles of two documents: only what is known makes a difference."""

import pytest

from audit.checks.identity.story.dates import span_in
from audit.checks.identity.story.titles import same_title
from audit.checks.identity.story.towns import same_town


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("59100 Roubaix", "Lille et périphérie"),
        ("Quimper", "Brittany, France"),
        ("93200 ST DENIS", "Saint-Denis, Île-de-France, France"),
        ("Montreuil", "Paris"),
    ],
)
def test_neighbours_and_regions_are_one_place(one, two):
    assert same_town(one.lstrip("0123456789 "), one, two.split(",")[0], two)


def test_one_name_in_two_departments_is_two_towns():
    assert not same_town("Saint-Denis", "97400 Saint-Denis, La Réunion", "Saint-Denis", "Saint-Denis, Île-de-France, France")
    assert not same_town("Marseille", "", "Nice", "")


@pytest.mark.parametrize(
    ("one", "two"),
    [("Infirmière", "Aide-soignante"), ("Agent de sécurité", "Agent d'entretien"), ("Chef de cuisine", "Commis de cuisine")],
)
def test_two_known_trades_and_two_ranks_are_different(one, two):
    assert not same_title(one, two)


@pytest.mark.parametrize(
    ("one", "two"), [("Barman", "Bartender"), ("Tuteur", "Mentor"), ("Castrage du maïs", "Ouvrier agricole"), ("Chapelier", "Vendeuse")]
)
def test_other_words_for_a_trade_and_an_unknown_trade_are_no_difference(one, two):
    assert same_title(one, two)


@pytest.mark.parametrize(
    ("line", "years"),
    [
        ("sept. 22 – auj. : Vendeuse", (2022, None)),
        ("2024-…  Technicien", (2024, None)),
        ("1er septembre 2023 – 31 août 2024 : alternante", (2023, 2024)),
        ("CDD 01/2023-06/2023 puis CDI depuis 07/2023", (2023, None)),
        ("Étés 2021 et 2022", (2021, 2022)),
    ],
)
def test_dates_as_cvs_write_them(line, years):
    span = span_in(line)[0]
    assert (span.start.year, span.end and span.end.year) == years
