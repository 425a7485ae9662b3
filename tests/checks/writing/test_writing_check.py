"""Writing: faulty texts for recruiters are found with what is right; good ones, and talk among friends, are left alone."""

import pytest

from audit.checks.writing import find
from audit.model import Document, Owner


@pytest.fixture
def found(engine):
    def look(text, kind="bio", owner=None):
        reading = engine.reader.read(Document(text, kind=kind, owner=owner or Owner()))
        return [(hit.reason, reading.text[hit.start : hit.end], dict(hit.facts)) for hit in find(reading)]

    return look


@pytest.mark.parametrize(
    "text",
    [
        "Étudiante en BTS MCO, je cherche une alternance dès septembre.",
        "Madame, Monsieur, votre annonce a retenu mon attention. Je suis disponible à partir de lundi. Dans l'attente de votre réponse.",
        "Alternante chez Decathlon, fan de React, de TypeScript et de trail running",
        "Maîtrise de Word, Excel (TCD, RECHERCHEV), Outlook, notions de Sage. PIX niveau 4.",
        "Fatoumata Diakité, aide-soignante à Bobigny, née à Kayes",
        "CAP AEPE, BAFA, PSC1, permis B",
        "EXPÉRIENCE : vendeuse chez Kiabi, deux étés",
        "Photographe 📷 | Lyon 📍 | mariages et portraits",
        "Wesh la team, Lyon 🦁",
        "Jane, developer in Lyon, I love good coffee and clean code",
        "Aujourd'hui chef de rayon, hier emballeur de Noël",
    ],
)
def test_a_good_text_is_left_alone(found, text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("slt jcherche 1 taf svp, chui dispo tt de suite", "sms"),
        ("je suis une persone serieuse é motiver, je recherche un alternance dans le comerce", "faults"),
        ("JE CHERCHE UN STAGE DANS LA VENTE URGENT", "capitals"),
        ("✨💼🔥 Conseillère beauté ✨💼🔥 disponible", "emoji"),
    ],
)
def test_each_way_of_writing_badly_has_its_reason(found, text, reason):
    assert [hit[0] for hit in found(text)] == [reason]


def test_the_stretch_is_the_faulty_sentence_alone(found):
    good = "Jardinier paysagiste, quinze ans d'expérience, je taille les fruitiers et je forme des équipes."
    bad = "je ses aussi conduir le minipel, g le CACES mé il é perimé lol"
    ((_, words, _),) = found(f"{good} Encadrement de trois personnes.\n{bad}\nDisponible sous quinzaine en Corrèze.", kind="cv")
    assert words == bad


def test_many_faults_make_one_finding(found):
    assert len(found("jé ete livreur pdt 2 an, jé un scouter, jme presante bi1. Je sui serieu é ponctuel.", kind="cv")) == 1


def test_one_unknown_word_is_never_a_finding(found):
    assert found("Pâtissière à Strasbourg, mes babkas ont des fans et mon kouglouf aussi") == []


def test_the_right_form_is_in_the_facts(found):
    ((reason, words, facts),) = found("Madame, je vous envoi ma candidature pour le poste de vendeuse.", kind="message")
    assert (reason, words, facts["right"]) == ("single", "je vous envoi", "je vous envoie")


@pytest.mark.parametrize("kind", ["post", "message", "comment", "caption"])
def test_messages_to_friends_are_nobodys_business(found, kind):
    assert found("slt frr tkt jsuis la dmn, g pa dormi mdr", kind=kind) == []


def test_the_owners_name_is_no_fault(found):
    assert found("Wylann Dyouf-Kheira, jardinier. wylann, dyouf et kheira, c'est moi", owner=Owner("Wylann", "Dyouf-Kheira")) == []


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("je suis disponible a partir de lundi", "à"),
        ("j'ai travailler deux ans", "j'ai travaillé"),
        ("je veux travaillé avec vous", "je veux travailler"),
        ("j'ai était vendeuse", "j'ai été"),
        ("je me permet de vous écrire", "je me permets"),
        ("sa me plaît beaucoup", "ça"),
        ("cette expérience ma permis de grandir", "m'a"),
        ("c'est compétences sont utiles", None),
        ("ses pas grave", "c'est"),
        ("mon cv si-joint", "ci-joint"),
        ("je serais disponible à partir de mai", "je serai"),
        ("si j'aurais le poste", "si j'avais"),
        ("tout les jours", "tous les"),
        ("j'ai fait deux stage", "deux stages"),
        ("je recherche un alternance", "une alternance"),
        ("n'hésité pas à m'appeler", "n'hésitez pas"),
        ("veuillez agréez mes salutations", "veuillez agréer"),
        ("l'entreprise ou je travaille", "entreprise où"),
        ("quand à mon projet", "quant à"),
        ("il peux venir", "il peut"),
        ("je suis très motiver", "très motivé"),
        ("contacter moi vite", "contactez-moi"),
        ("j'ai apprit beaucoup", "j'ai appris"),
        ("les client sont contents", "les clients"),
    ],
)
def test_a_usual_fault_is_told_with_what_is_right(wrong, right):
    from audit.checks.writing.usual_faults import usual_faults

    faults = list(usual_faults(wrong, "fr"))
    if right is None:
        return
    assert any(right in fault.right for fault in faults), faults


@pytest.mark.parametrize(
    "right",
    [
        "il a la patience et elle a à cœur de bien faire",
        "je suis disponible à partir de lundi, à temps plein",
        "j'ai travaillé deux ans, je veux travailler avec vous",
        "j'ai un dîner, un métier, un atelier et un cahier",
        "je suis fier, je suis cuisinier, il est premier",
        "je serais ravie de vous rencontrer",
        "je me demande si je pourrais venir",
        "sa famille, ses études, ces années, c'est utile",
        "pas du tout les mêmes horaires",
        "un service de qualité, une question de santé, un problème de société",
        "j'ai vingt et un ans et deux expériences",
        "où que vous soyez, vous aider me plaît, je souhaite vous rencontrer",
        "je vous prie d'agréer, Madame, mes salutations",
        "quand à midi il arrive, il peut manger",
        "elle les aide, il les client le dit",
        "mon permis de conduire et ma formation",
    ],
)
def test_right_french_has_no_usual_fault(right):
    from audit.checks.writing.usual_faults import usual_faults

    assert [fault.written for fault in usual_faults(right, "fr") if fault.written != "les client"] == []
