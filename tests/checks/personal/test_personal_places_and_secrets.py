"""Addresses, birth dates, e-mails and passwords: those of persons are found, public ones are left alone."""

import pytest


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Fête chez moi samedi, 14 rue des Acacias", "14 rue des Acacias"),
        ("J'habite au 3 bis impasse Molière, 44000 Nantes", "3 bis impasse Molière, 44000"),
        ("mon adresse : 12 ter allée des Tamaris, bât C", "12 ter allée des Tamaris"),
    ],
)
def test_a_home_is_found(found, text, where):
    assert found(text) == [("address", where)]


@pytest.mark.parametrize(
    "text",
    [
        "Rendez-vous devant la mairie, 12 place de la République",
        "L'association est au 14 rue des Acacias",
        "J'ai 3 cours de maths et 2 places de cinéma",
        "On a couru 10 km route de Paris",
        "Le festival ouvre ses portes, 5 avenue du Stade",
        "Je rends les clés de l'appart à 17h",
    ],
)
def test_a_public_place_is_no_home(found, text):
    assert found(text) == []


def test_where_somebody_else_lives_is_told_apart(found):
    assert found("Mon ex habite au 14 rue des Acacias") == [("address_of_other", "14 rue des Acacias")]


@pytest.mark.parametrize("text", ["Né le 14 mars 2003 à Lyon", "Date de naissance : 14/03/2003", "14.03.2003, oui je suis née un samedi"])
def test_a_full_birth_date_is_found(found, text):
    assert [reason for reason, _ in found(text)] == ["birth_date"]


@pytest.mark.parametrize(
    "text",
    [
        "CAP obtenu le 14/06/2003",
        "L'association est née le 14 mars 2003",
        "Victor Hugo est né le 26 février 1802",
        "Dispo le 14 mars 2025",
        "21 ans, né en 2003",
    ],
)
def test_other_dates_are_no_birth_date(found, text):
    assert found(text, kind="cv") == []


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("mdp netflix : Loulou2004", "Loulou2004"),
        ("le mot de passe c'est « tiramisu »", "tiramisu"),
        ("lea@example.fr / Soleil2024!", "Soleil2024!"),
    ],
)
def test_a_password_is_found(found, text, secret):
    assert ("password", secret) in found(text, kind="message")


@pytest.mark.parametrize(
    "text",
    [
        "J'ai oublié mon mot de passe",
        "azerty reste le pire mot de passe du monde",
        "Change ton mot de passe avant le 12/05",
        "Code promo RENTREE15",
        "Le code a changé",
    ],
)
def test_talk_about_passwords_is_no_password(found, text):
    assert found(text) == []


def test_the_code_of_a_door_is_found_but_no_promotion(found):
    assert found("Le digicode c'est 47B12") == [("door_code", "digicode c'est 47B12")]
    assert found("Code promo 4400 à la porte du magasin") == []


def test_an_email_is_found_in_a_post_and_normal_in_a_cv(found):
    assert found("Écris-moi : lea.moreau@exemple.fr") == [("email", "lea.moreau@exemple.fr")]
    assert found("lea.moreau@exemple.fr", kind="cv") == []
    assert found("Candidatures : recrutement@exemple.fr") == []
