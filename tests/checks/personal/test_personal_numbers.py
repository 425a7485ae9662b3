"""Phones, bank data, identity numbers and plates are found however they are written; other numbers are not."""

import pytest


@pytest.mark.parametrize(
    "written",
    [
        "06 12 98 41 73",
        "06.12.98.41.73",
        "0612984173",
        "06-12-98-41-73",
        "0 6 1 2 9 8 4 1 7 3",
        "+33 6 12 98 41 73",
        "+33 (0)6 12 98 41 73",
        "0033612984173",
        "0262 41 73 98",
        "0692 41 73 98",
        "+212 612 984173",
        "zéro six, douze, quatre-vingt-dix-huit, quarante et un, soixante-treize",
        "zero six trente neuf soixante et onze vingt et un quatre vingt",
        "o6 12 98 quarante et un 73",
    ],
)
def test_a_phone_is_found_in_every_spelling(found, written):
    assert found(f"Appelle-moi : {written} !") == [("phone", written)]


@pytest.mark.parametrize(
    "text",
    [
        "Mon colis 06 12 98 41 73 est perdu",
        "Numéro de commande : 0612984173",
        "SIRET 732 829 320 00074",
        "Score final 06-12, le 06/12/2024 à 9h41",
        "Appelle le 3114, le 17 ou le 114",
        "Le service client répond au 09 69 36 39 00",
        "La mairie : 02 41 73 98 12",
        "Numéro vert : 0800 123 456",
        "Loto : 06 12 18 41 43, complémentaire 7",
        "un, deux, trois, soleil, et zéro six fautes",
        "J'ai 06 12 points",
    ],
)
def test_other_numbers_are_no_phone(found, text):
    assert found(text) == []


@pytest.mark.parametrize("whose", ["Voici le numéro de mon ex :", "son tel c'est", "le mec qui m'a doublé :", "appelez-la tous, son 06 :"])
def test_somebody_elses_phone_is_told_apart(found, whose):
    assert [reason for reason, _ in found(f"{whose} 06 12 98 41 73")] == ["phone_of_other"]


def test_a_right_iban_is_found_without_a_word_and_a_wrong_one_is_not(found):
    assert found("DE89 3704 0044 0532 0130 00") == [("iban", "DE89 3704 0044 0532 0130 00")]
    assert found("DE88 3704 0044 0532 0130 00") == []


def test_a_mistyped_french_iban_is_found_by_its_shape(found):
    assert found("mon rib FR76 1234 5987 6500 0412 3387 999") == [("iban", "FR76 1234 5987 6500 0412 3387 999")]


def test_a_card_needs_its_key_or_its_word(found):
    assert found("4539 1488 0343 6467") == [("card", "4539 1488 0343 6467")]
    assert found("4539 1488 0343 6468") == []
    assert found("ma carte 4539 1488 0343 6468, 09/28, 123") == [("card", "4539 1488 0343 6468, 09/28, 123")]
    assert found("suivi 4539 1488 0343 6467") == []


def test_a_social_security_number_is_found_by_key_or_shape(found):
    assert found("2 03 04 75 116 042 17") == [("social_security", "2 03 04 75 116 042 17")]
    assert found("n° de sécu 203047511604217") == [("social_security", "203047511604217")]
    assert found("commande n° 203047511604218") == []


def test_a_document_number_needs_its_word(found):
    assert found("Passeport 17FV40931 enfin là") == [("identity_document", "17FV40931")]
    assert found("Pièce 17FV40931 du moteur") == []


@pytest.mark.parametrize(("text", "reason"), [("FH-207-KB, ma première 🚗", "plate"), ("la plaque du mec : FH-207-KB", "plate_of_other")])
def test_a_plate_says_whose_it_is(found, text, reason):
    assert found(text) == [(reason, "FH-207-KB")]


@pytest.mark.parametrize(
    "text", ["Exemple : AB-123-CD", "réf. GH-482-RT en stock", "ramène la 450 et mets pas la plaque", "le 207 est parti"]
)
def test_other_codes_are_no_plate(found, text):
    assert found(text) == []


def test_a_text_without_digit_or_trigger_is_not_looked_at(engine, monkeypatch):
    import audit.checks.personal as personal

    monkeypatch.setattr(personal, "_FINDERS", ((lambda ground: 1 / 0, 0, None),))
    from audit.model import Document

    assert list(personal.find(engine.reader.read(Document("Belle journée au bord de la mer avec les copains")))) == []
