"""What an address tells, one sentence a test."""

import pytest

from audit.checks.identity import judge_email, judge_handle
from audit.model import Owner

LEA = Owner("Léa", "Moreau")
NOBODY = Owner()


def reasons(address, owner=LEA):
    return judge_email(address, owner).reasons


@pytest.mark.parametrize(
    "local",
    [
        "lea.moreau",
        "moreau.lea",
        "leamoreau",
        "l.moreau",
        "lmoreau",
        "lea-moreau",
        "lea_moreau",
        "moreau.l",
        "lea.moreau2",
        "lea.marie.moreau",
    ],
)
def test_a_name_in_any_order_is_good(local):
    judged = judge_email(f"{local}@gmail.com", LEA)
    assert (judged.verdict, judged.reasons, judged.suggestions) == ("good", (), ())


@pytest.mark.parametrize(
    ("first", "last", "local"),
    [
        ("Jean-Baptiste", "Le Goff", "jb.legoff"),
        ("Marie-Claire", "de La Fontaine", "marieclaire.lafontaine"),
        ("Fatou", "N'Diaye", "fatou.ndiaye"),
        ("Zoë", "Müller", "zoe.mueller"),
        ("Łukasz", "Wójcik", "lukasz.wojcik"),
        ("Léa", "Moreau-Diallo", "lea.diallo"),
        ("Alexandre", "Roux", "alex.roux"),
        ("Mohammed", "Haddad", "mohamed.haddad"),
        ("Karim", "Salop", "karim.salop"),
        ("Yves", "Bitton", "yvesbitton"),
        ("Kevin", "Killer", "kkiller"),
    ],
)
def test_a_name_is_never_a_fault(first, last, local):
    assert judge_email(f"{local}@outlook.fr", Owner(first, last)).verdict == "good"


@pytest.mark.parametrize(
    "local", ["marie.negre", "hugonegre", "anushka.perera", "yves.bitton", "linh.pham", "karim-zobiri", "ines.kerbrat", "m.etcheverry"]
)
def test_without_the_owners_name_a_rude_string_in_a_name_is_no_fault(local):
    assert judge_email(f"{local}@gmail.com", NOBODY).verdict == "good"


@pytest.mark.parametrize(
    ("local", "reason"),
    [
        ("lepetitcoquin", "sexual"),
        ("jaimelaweed", "drugs_alcohol"),
        ("xxdarkkillerxx", "violence"),
        ("mlledu60", "department"),
        ("sup3r.c0nn4rd", "vulgar"),
        ("p.u.t.e.75", "vulgar"),
        ("salopeee", "vulgar"),
        ("kokinn.du.soir", "sexual"),
        ("grosse.tepu", "vulgar"),
        ("9a7ba", "vulgar"),
        ("heil.hitler", "offensive_hate"),
        ("vodkaredbull", "drugs_alcohol"),
        ("pikachu.power", "fan"),
        ("stop.macron", "opinion"),
        ("princesse.rebelle", "cute"),
        ("bogossdu77", "nickname"),
        ("cherche.emploi", "job_search_word"),
        ("famille.moreau", "family_shared"),
    ],
)
def test_joined_disguised_and_foreign_words_are_read(local, reason):
    assert reason in reasons(f"{local}@example.fr", NOBODY)


def test_an_attack_on_a_group_is_hate_and_the_group_alone_is_nothing():
    assert "offensive_hate" in reasons("sale.juif@example.fr", NOBODY)
    assert "offensive_hate" in reasons("nique_les_arabes@example.fr", NOBODY)
    for local in ("jeune.musulman", "fier.arabe", "juif.errant", "leila.kabyle", "gay.paris"):
        assert "offensive_hate" not in reasons(f"{local}@example.fr", NOBODY)


def test_refusing_an_evil_is_no_hate():
    assert "offensive_hate" not in reasons("non.au.fascisme@example.fr", NOBODY)


def test_88_alone_is_nothing_but_a_number():
    judged = judge_email("lea.moreau88@gmail.com", LEA)
    assert judged.verdict == "improve"
    assert set(judged.reasons) <= {"department", "birth_year"}


@pytest.mark.parametrize("number", ["2004", "75", "974", "98", "2a", "150804"])
def test_numbers_beside_the_full_name_are_never_worse_than_improve(number):
    assert judge_email(f"lea.moreau{number}@gmail.com", LEA).verdict == "improve"


@pytest.mark.parametrize("word", ["musulmane", "maroc", "kabyle", "portugal", "bretonne", "africa"])
def test_religion_and_origin_are_never_a_word(word):
    assert judge_email(f"lea.moreau.{word}@gmail.com", LEA).verdict == "good"


@pytest.mark.parametrize("domain", ["hotmail.fr", "orange.fr", "wanadoo.fr", "aol.com", "yahoo.fr", "free.fr", "neuf.fr"])
def test_no_provider_is_looked_down_on(domain):
    assert judge_email(f"lea.moreau@{domain}", LEA).verdict == "good"


@pytest.mark.parametrize(
    ("domain", "meant"),
    [
        ("gmial.com", "gmail.com"),
        ("hotmal.fr", "hotmail.fr"),
        ("laposte.fr", "laposte.net"),
        ("orang.fr", "orange.fr"),
        ("fre.fr", "free.fr"),
        ("gmail.con", "gmail.com"),
    ],
)
def test_a_mistyped_domain_is_found_and_mended(domain, meant):
    judged = judge_email(f"lea.moreau@{domain}", LEA)
    assert judged.reasons == ("typo_domain",)
    assert f"lea.moreau@{meant}" == judged.suggestions[0]


@pytest.mark.parametrize("domain", ["five.fr", "fred.fr", "leamoreau.fr", "gmx.de", "yahoo.be", "mail.com"])
def test_a_real_domain_is_no_slip(domain):
    assert "typo_domain" not in reasons(f"lea.moreau@{domain}")


def test_school_work_throw_away_and_closed_mailboxes():
    assert judge_email("lea.moreau@etu.univ-nantes.fr", LEA).verdict == "improve"
    assert judge_email("lea.moreau@lycee-livet.fr", LEA).reasons == ("school_or_work",)
    assert judge_email("lea.moreau@decathlon.com", LEA).verdict == "unsuitable"
    assert judge_email("accueil@boulangerie-martin.fr", LEA).verdict == "unsuitable"
    assert judge_email("lea.moreau@yopmail.com", LEA).reasons == ("disposable",)
    assert judge_email("lea.moreau@voila.fr", LEA).verdict == "unsuitable"
    assert judge_email("lea.moreau@noos.fr", LEA).verdict == "improve"


def test_the_persons_own_domain_holds_their_name():
    assert judge_email("contact@lea-moreau.fr", LEA).verdict == "good"


@pytest.mark.parametrize(
    "address",
    [
        "",
        "lea",
        "lea@",
        "@gmail.com",
        "lea moreau@gmail.com",
        "léa.moreau@gmail.com",
        "lea@@gmail.com",
        "lea.moreau@gmail",
        "a" * 500 + "@gmail.com",
        "😂@gmail.com",
        "\x00@x.fr",
    ],
)
def test_what_cannot_receive_mail_is_invalid(address):
    judged = judge_email(address, LEA)
    assert judged.verdict == "unsuitable"
    assert judged.reasons[0] == "invalid"


def test_part_of_the_name_or_another_name():
    assert reasons("lea@gmail.com") == ("name_missing",)
    assert judge_email("lm@gmail.com", LEA).verdict == "improve"
    assert "name_mismatch" in reasons("sandrine.lefevre@gmail.com")
    assert judge_email("lea.et.tom@gmail.com", LEA).reasons[0] == "family_shared"


def test_spans_point_into_the_address():
    text = "roi.des.connards.75@yopmail.com"
    judged = judge_email(text, LEA)
    assert text[slice(*judged.spans["vulgar"])] == "connards"
    assert text[slice(*judged.spans["department"])] == "75"
    assert text[slice(*judged.spans["disposable"])] == "yopmail.com"


def test_what_was_spared_says_why():
    spared = judge_email("marie.negre@gmail.com", NOBODY).set_aside
    assert [(one.code, one.because) for one in spared] == [("offensive_hate", "may_be_a_name")]


def test_suggestions_keep_an_open_provider_and_never_hold_a_number():
    suggestions = judge_email("titi.du.93@outlook.fr", Owner("Jean-Marc", "O'Neill")).suggestions
    assert 3 <= len(suggestions) <= 5
    assert suggestions[0] == "jeanmarc.oneill@outlook.fr"
    assert not any(char.isdigit() for one in suggestions for char in one)


def test_nothing_personal_shows_in_repr():
    assert "moreau" not in repr(judge_email("bogoss@gmail.com", LEA)).lower()


@pytest.mark.parametrize(
    ("local", "first", "last"),
    [
        ("ali.ali", "Ali", "Ali"),
        ("martinmartin", "Martin", "Martin"),
        ("a.ali", "Ali", "Ali"),
        ("lea.leau", "Léa", "Leau"),
        ("yulia.orlova", "Ioulia", "Orlova"),
    ],
)
def test_names_that_resemble_each_other_or_are_spelt_otherwise_are_good(local, first, last):
    assert judge_email(f"{local}@gmail.com", Owner(first, last)).verdict == "good"


def test_a_name_given_once_for_both_is_not_complete():
    assert judge_email("ali@gmail.com", Owner("Ali", "Ali")).verdict == "improve"


def test_a_phrase_round_a_first_name_is_no_full_name():
    assert judge_handle("les_carnets_de_julie", "instagram").verdict == "neutral"
    assert judge_handle("lea-petit", "linkedin").verdict == "good"
