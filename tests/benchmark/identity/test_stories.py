"""CV against profile: 40 pairs, half with a planted contradiction. All planted are found; at most one false question in the 20 others."""

import copy
from pathlib import Path

import pytest
import yaml

from audit.checks.identity import compare
from audit.model import Document, Owner

PERSONS = yaml.load(Path(__file__).with_name("stories.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
MONTHS = ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."]
LONG = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"]


def written(date: str, style: str) -> str:
    """A date as documents write it: as it is, by year alone, or with the month's name."""
    if date == "now":
        return "aujourd'hui"
    month, _, year = date.rpartition("/")
    if not month or style == "year":
        return year
    return {"number": date, "short": f"{MONTHS[int(month) - 1]} {year}", "long": f"{LONG[int(month) - 1]} {year}"}[style]


def cv(person: dict, number: int) -> Document:
    """The person's CV in one of five layouts."""
    style = ("number", "long", "year", "short")[number % 4]
    layout = number % 5
    lines = [
        person["name"] if number % 2 else person["name"].upper() if layout == 1 else person["name"],
        f"12 rue des Lilas, 44000 {person['city']}",
        f"{person['phone']} – {person['mail']}",
        "",
    ]
    for heading, stays in (("EXPÉRIENCES PROFESSIONNELLES", person["jobs"]), ("FORMATION", person["schools"])):
        lines.append(heading)
        for start, end, title, place, *_ in stays:
            dates = f"{written(start, style)} – {written(end, style)}"
            if layout == 0:
                lines.append(f"{dates} : {title}, {place}")
            elif layout == 1:
                lines += [f"{title} | {place} | {dates}", "- Travail en équipe et ponctualité"]
            elif layout == 2:
                lines += [dates, f"{title} – {place}"]
            elif layout == 3:
                lines.append(
                    f"• De {written(start, style)} à {written(end, style)} {title} chez {place}"
                    if heading.startswith("EXP")
                    else f"• {dates} : {title} ({place})"
                )
            else:
                lines += [f"{title}  ({dates})", place]
        lines.append("")
    lines += ["COMPÉTENCES", "Pack Office, permis B (2022)", "LANGUES", "Anglais B1"]
    return Document("\n".join(lines), kind="cv", id="cv", file="cv.pdf")


def profile(person: dict, number: int) -> Document:
    """The person's LinkedIn profile, pasted or from the archive."""
    layout = number % 3
    style = ("short", "year", "long")[number % 3]
    lines = [
        person["profile_name"] if "profile_name" in person else person["name"],
        f"{person['profile_city'] if 'profile_city' in person else person['city']}, France",
    ]
    if "profile_mail" in person:
        lines.append(person["profile_mail"])
    if "profile_phone" in person:
        lines.append(person["profile_phone"])
    for heading, stays in (("Expérience", person["jobs"]), ("Formation", person["schools"])):
        lines.append(heading)
        for start, end, _, _, title, place in stays:
            dates = f"{written(start, style)} - {written(end, style)}"
            if layout == 0:
                lines += (
                    [
                        title,
                        f"{place} · CDD" if heading == "Expérience" else place,
                        f"{dates} · 6 mois" if heading == "Expérience" else dates,
                    ]
                    if heading == "Expérience"
                    else [place, title, dates]
                )
            elif layout == 1:
                lines.append(f"{title} · {place} ({dates})")
            else:
                lines.append(f"{place} : {title} ({dates})")
    return Document("\n".join(lines), kind="profile", id="linkedin", platform="linkedin")


PLANTS = {
    "dates": [
        lambda p: p["jobs"][0].__setitem__(0, "01/2019"),
        lambda p: p["schools"][0].__setitem__(1, "2019"),
        lambda p: p["jobs"][1].__setitem__(1, "12/2025"),
    ],
    "title": [lambda p: p["jobs"][0].__setitem__(4, "Responsable de site"), lambda p: p["jobs"][1].__setitem__(4, "Directeur adjoint")],
    "employer": [lambda p: p["jobs"][0].__setitem__(5, "Bricomarché"), lambda p: p["schools"][0].__setitem__(5, "Lycée Henri Wallon")],
    "diploma": [lambda p: p["schools"][0].__setitem__(4, "Master Management"), lambda p: p["schools"][0].__setitem__(4, "CAP Pâtissier")],
    "name": [
        lambda p: p.__setitem__("profile_name", p["name"].split()[0] + " Lambert"),
        lambda p: p.__setitem__("profile_name", "Dylan " + p["name"].split()[-1]),
    ],
    "city": [lambda p: p.__setitem__("profile_city", "Dijon"), lambda p: p.__setitem__("profile_city", "Limoges")],
    "email": [lambda p: p.__setitem__("profile_mail", "autre.adresse@example.org")],
    "phone": [lambda p: p.__setitem__("profile_phone", "06 39 98 99 99")],
}


def planted():
    """Twenty (person, number, topic), each topic at least twice where it has two ways."""
    ways = [(topic, way) for topic, ways in PLANTS.items() for way in ways]
    for number in range(20):
        topic, way = ways[number % len(ways)]
        person = copy.deepcopy(PERSONS[number])
        if topic in ("dates", "title", "employer", "diploma"):
            alter(person, way)
        else:
            way(person)
        yield person, number, topic


def alter(person: dict, way) -> None:
    """Let `way` change the profile's side only: the CV keeps its own words."""
    changed = copy.deepcopy(person)
    way(changed)
    person["profile_stays"] = {"jobs": changed["jobs"], "schools": changed["schools"]}


def pair(person: dict, number: int) -> list[Document]:
    told = {**person, **person.get("profile_stays", {})}
    return [cv(person, number), profile(told, number)]


def questions(documents, owner):
    return [found for found in compare(documents, owner) if found.topic != "missing"]


def owner_of(person: dict) -> Owner:
    first, _, last = person["name"].partition(" ")
    return Owner(first, last)


@pytest.mark.parametrize(("person", "number", "topic"), [pytest.param(*row, id=f"{row[1]}-{row[2]}") for row in planted()])
def test_a_planted_contradiction_is_found(person, number, topic):
    found = questions(pair(person, number), owner_of(person))
    assert topic in {one.topic for one in found}


def test_at_most_one_false_question_in_twenty_consistent_pairs():
    false = []
    for number, person in enumerate(PERSONS):
        false += [(person["name"], one.topic, one.left.text, one.right.text) for one in questions(pair(person, number), owner_of(person))]
    assert len(PERSONS) == 20
    assert len(false) <= 1, false


def test_each_contradiction_points_into_both_documents():
    for person, number, _ in planted():
        documents = {document.id: document for document in pair(person, number)}
        for found in questions(list(documents.values()), owner_of(person)):
            for said in (found.left, found.right):
                assert documents[said.document].text[said.start : said.end] == said.text
