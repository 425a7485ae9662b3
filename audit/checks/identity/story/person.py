"""Who a document says the person is: name, town, e-mail addresses, telephone numbers."""

from __future__ import annotations

import re
from dataclasses import replace

from audit.checks.identity import lists
from audit.checks.identity.folding import fold, sound
from audit.checks.identity.names import parts_of
from audit.checks.identity.story.nouns import Said, Story
from audit.model import Document

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<!\d)(?:\+\s?33\s?(?:\(0\))?|0033\s?|0)\s?[1-9](?:[\s.-]?\d{2}){4}(?!\d)")
_NAME = re.compile(
    r"^\s*(?:nom(?: complet)?|name|full name|prenom et nom|nom et prenom|prenom nom|nom prenom|nom affiche|display name)\s*[:=]\s*(?P<it>.+)$",
    re.I,
)
_FIRST = re.compile(r"^\s*(?:pr[ée]nom|first name)\s*[:=]\s*(?P<it>.+)$", re.I)
_LAST = re.compile(r"^\s*(?:nom|last name|nom de famille)\s*[:=]\s*(?P<it>.+)$", re.I)
_CITY = re.compile(
    r"(?:\b\d{5}\s+(?P<post>[^\W\d_][^\d\n,;|•·()]{1,40})|(?:ville|localisation|location|lieu|habite|domicile|city|adresse|address|base[e]?|lieu de residence|secteur)\s*(?:[:=]|à|a|in)\s*(?P<said>[^\d\n;|•·()][^\n;|•·()]{1,50})|📍\s*(?P<pin>[^\n;|•·()]{2,50}))",
    re.I,
)
_WORDS = re.compile(r"^[^\W\d_][\w'’.-]*(?:\s+[^\W\d_][\w'’.-]*){1,4}$")
_NOT_NAMES = frozenset(
    [
        "curriculum",
        "vitae",
        "cv",
        "profil",
        "profile",
        "contact",
        "experience",
        "experiences",
        "formation",
        "formations",
        "competences",
        "etudiant",
        "etudiante",
        "recherche",
        "permis",
        "objectif",
        "a",
        "propos",
        "about",
        "linkedin",
        "bts",
        "bac",
        "stage",
        "alternance",
    ]
)
_AROUND = re.compile(
    r"\b(?:et (?:sa |ses )?(?:peripherie|environs|alentours|region|agglomeration)|region de|metropole de|greater|area|metropolitan|cedex|france|\d+(?:er?|e|eme)?(?: arrondissement)?)\b"
)


def complete(story: Story, document: Document, lines: list[tuple[int, str]]) -> Story:
    """`story` with the person's name, town and contacts, read in the undated `lines` (offset, line)."""
    emails = tuple(_said(document, match) for match in _EMAIL.finditer(document.text))
    phones = tuple(_said(document, match) for match in _PHONE.finditer(document.text))
    return replace(story, name=_name(document, lines), city=_city(document, lines), emails=emails, phones=phones)


def _said(document: Document, match: re.Match, group: int | str = 0) -> Said:
    return Said(document.id, document.platform, document.file, match[group], match.start(group), match.end(group))


def _at(document: Document, start: int, end: int) -> Said:
    return Said(document.id, document.platform, document.file, document.text[start:end], start, end)


def _name(document: Document, lines: list[tuple[int, str]]) -> Said | None:
    first = last = None
    for start, line in lines:
        if match := _NAME.match(_even(line)):
            whole = _at(document, start + match.start("it"), start + match.end("it"))
            if len(parts_of(whole.text)) > 1:
                return whole
        if match := _FIRST.match(line):
            first = (start + match.start("it"), start + match.end("it"))
        elif match := _LAST.match(line):
            last = (start + match.start("it"), start + match.end("it"))
    if first and last:
        both = f"{document.text[first[0] : first[1]].strip()} {document.text[last[0] : last[1]].strip()}"
        return Said(document.id, document.platform, document.file, both, min(first[0], last[0]), max(first[1], last[1]))
    if document.kind not in ("cv", "profile"):
        return None
    for start, line in lines[:3]:
        text = re.split(r"\s+[-–—|•·,(]", line.strip())[0].strip()
        words = fold(text).split()
        if (
            _WORDS.match(text)
            and not set(words) & _NOT_NAMES
            and text[0].isupper()
            and all(word[:1].isupper() or word.lower() in lists.particles() for word in text.split())
        ):
            place = start + line.index(text)
            return _at(document, place, place + len(text))
    return None


def _even(line: str) -> str:
    return "".join((fold(char) or " ")[0] if ord(char) > 127 else char for char in line)


def same_name(one: str, two: str) -> bool:
    """Whether two names may be one person's: accents, case, order, particles, initials, second names and near spellings do not count."""
    left, right = _short(_tokens(one), _tokens(two))
    if "".join(sorted(left)) == "".join(sorted(right)) or "".join(left) == "".join(right):
        return True
    free_left = [word for word in left if not any(_same_word(word, other) for other in right)]
    free_right = [word for word in right if not any(_same_word(word, other) for other in left)]
    return not free_left or not free_right or "".join(free_left) == "".join(free_right)


def _short(left: list[str], right: list[str]) -> tuple[list[str], list[str]]:
    """Both names with a compound first name cut to its initials where the other one wrote only these (JB for Jean-Baptiste)."""
    for one, two in ((left, right), (right, left)):
        if one and two and len(one[0]) == 2 and one[0] == "".join(word[0] for word in two[:2]):
            two[:2] = [one[0]]
    return left, right


def _tokens(name: str) -> list[str]:
    words = parts_of(name)
    return [word for word in words if word not in lists.particles()] or words


def _same_word(one: str, two: str) -> bool:
    if one == two or (sound(one) == sound(two) and min(len(one), len(two)) > 3):
        return True
    if min(len(one), len(two)) == 1:
        return one[0] == two[0]
    return two in lists.diminutives().get(one, ()) or one in lists.diminutives().get(two, ())


def _city(document: Document, lines: list[tuple[int, str]]) -> Said | None:
    for start, line in lines[:14]:
        for match in _CITY.finditer(_even(line)):
            group = match.lastgroup
            text = line[match.start(group) : match.end(group)].strip(" .:-")
            town = re.split(r",|/|\s[-–]\s", text)[0].strip()
            if town and not re.search(r"\d", town) and len(town.split()) <= 5:
                place = start + line.index(town, match.start(group))
                return _at(document, place, place + len(town))
    for start, line in lines[1:5]:
        town = re.split(r",|\s[-–]\s", line.strip())[0]
        if town and len(town) < 40 and is_town(_AROUND.sub(" ", fold(town))):
            place = start + line.index(town)
            return _at(document, place, place + len(town))
    return None


def same_city(one: str, two: str) -> bool:
    """Whether two towns may be one: "Paris 18e", "Région de Nantes" and the hyphens of Saint-Denis do not count."""
    left, right = (re.sub(r"\bst\b", "saint", _AROUND.sub(" ", re.sub(r"[^a-z0-9]+", " ", fold(town)))).split() for town in (one, two))
    if not left or not right:
        return True
    short, long = sorted((left, right), key=len)
    return long[: len(short)] == short or all(word in long for word in short)


def is_town(segment: str) -> bool:
    """Whether a segment is only the name of a place ("Lyon", "69003 Lyon", "Rennes (35)")."""
    bare = re.sub(r"[^a-z ]", " ", fold(segment)).strip().replace(" ", "")
    return bare.removesuffix("france") in lists.joined("places")


def number_of(phone: str) -> str:
    """The nine digits that identify a French number, however it is written."""
    return re.sub(r"\D", "", phone.replace("(0)", ""))[-9:]
