"""Who a document says the person is: name, town, e-mail addresses, telephone numbers."""

from __future__ import annotations

import re
from dataclasses import replace

from audit.checks.identity import lists
from audit.checks.identity.folding import fold, sound
from audit.checks.identity.names import parts_of
from audit.checks.identity.story import towns
from audit.checks.identity.story.nouns import Said, Story
from audit.model import Document

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<!\d)(?:\(?\+\s?(?:33|262|590|594|596|508|687|689)\)?[\s.-]?(?:\(0\))?|0033\s?|0)\s?[1-9](?:[\s.-]?\d{2}){4}(?!\d)")
_NAME = re.compile(
    r"^\s*(?:nom(?: complet)?|name|full name|prenom et nom|nom et prenom|prenom nom|nom prenom|nom affiche|display name)\s*[:=]\s*(?P<it>.+)$",
    re.I,
)
_FIRST = re.compile(r"^\s*(?:pr[ée]nom|first name)\s*[:=]\s*(?P<it>.+)$", re.I)
_LAST = re.compile(r"^\s*(?:nom|last name|nom de famille)\s*[:=]\s*(?P<it>.+)$", re.I)
_CITY = re.compile(
    r"(?:(?<!\d)\d{5}\s+(?P<post>[^\W\d_][^\d\n,;|•·()]{1,40})|\b(?:ville|localisation|location|lieu|habite|domicile|city|adresse|address|base[e]?|lieu de residence|secteur)\s*(?:[:=]|à|a|in)\s*(?P<said>[^\W\d_][^\n;|•·()]{1,50}))",
    re.I,
)
_PIN = re.compile(r"📍\s*(?P<pin>[^\n;|•·()]{2,50})")
_WORDS = re.compile(r"^[^\W\d_][\w'’.-]*(?:\s+[^\W\d_][\w'’.-]*){1,4}$")
_NOT_NAMES = frozenset(
    "curriculum vitae cv profil profile contact experience experiences formation formations competences etudiant etudiante recherche permis objectif a propos about linkedin bts bac stage alternance informations personnelles europass alternant alternante candidature assistant assistante developpeur vendeur vendeuse page personal information conducteur technicien agent employe employee aide ans age logo image student apprenti apprentie disponible futur future diplome diplomee lycee".split()
)


def complete(story: Story, document: Document, lines: list[tuple[int, str]], apart: list[tuple[int, str]]) -> Story:
    """`story` with the person's name, town and contacts.

    `lines` (offset, line) are the undated lines outside the sections of jobs and studies, `apart` those inside them: a town there is a
    job's, unless it stands beside the person's own address or telephone (a CV laid out by hand may print these last).
    """
    emails = tuple(_said(document, match) for match in _EMAIL.finditer(document.text))
    phones = tuple(_said(document, match) for match in _PHONE.finditer(document.text))
    city = _city(document, lines) or _city(document, _beside_contacts(apart))
    line = next((line for start, line in (*lines, *apart) if city and start <= city.start < start + len(line)), "")
    return replace(story, name=_name(document, lines), city=city, city_line=line, emails=emails, phones=phones)


def _beside_contacts(lines: list[tuple[int, str]]) -> list[tuple[int, str]]:
    ours = [index for index, (_, line) in enumerate(lines) if _EMAIL.search(line) or _PHONE.search(line)]
    return [line for index, line in enumerate(lines) if any(abs(index - near) <= 2 for near in ours)]


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
    mine = {part for name in document.owner.names for part in parts_of(name)} if document.owner else set()
    looked = lines[:10] if mine else lines[:3]
    shown = [said for index in range(len(looked)) if (said := _shown_name(document, looked, index))]
    owned = [said for said in shown if mine & set(parts_of(said.text))]
    whole = [said for said in owned if len(_tokens(said.text)) > 1]
    if whole or owned:
        return (whole or owned)[0]
    return next(
        (said for said in shown if len(_tokens(said.text)) > 1 and said.start < (lines[2][0] if len(lines) > 2 else 10**9) + 1), None
    )


def _shown_name(document: Document, lines: list[tuple[int, str]], index: int) -> Said | None:
    """The name that a line shows, with the maiden name in brackets, or a first name with the surname on the next line."""
    start, line = lines[index]
    bare = line.strip()
    text = re.split(r"\s+[-–—|•·]|\s*[,;(]|\s{3,}", bare)[0].strip()
    if born := re.match(re.escape(text) + r"\s*\(?\s*n[ée]e\s+[^)\n|,;]{2,40}\)?", bare):
        return _at(document, start + line.index(bare), start + line.index(bare) + born.end())
    words = fold(text).split()
    if set(words) & _NOT_NAMES or not text[:1].isupper() or re.search(r"\d", text):
        return None
    if not all(word[:1].isupper() or word.lower() in lists.particles() for word in text.split()):
        return None
    place = start + line.index(text)
    if _WORDS.match(text):
        return _at(document, place, place + len(text))
    if index + 1 < len(lines) and len(words) == 1 and document.owner and set(parts_of(text)) & _first_names(document):
        following, under = lines[index + 1]
        if set(parts_of(under)) & set(parts_of(document.owner.last_name)) and len(under.split()) < 5:
            return _at(document, place, following + len(under.rstrip()))
    return None


def _first_names(document: Document) -> set[str]:
    return set(parts_of(document.owner.first_name))


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
    words = [word for word in parts_of(name) if word not in ("nee", "ne", "born")]
    return [word for word in words if word not in lists.particles()] or words


def _same_word(one: str, two: str) -> bool:
    if one == two or (sound(one) == sound(two) and min(len(one), len(two)) > 3):
        return True
    if min(len(one), len(two)) == 1:
        return one[0] == two[0]
    return two in lists.diminutives().get(one, ()) or one in lists.diminutives().get(two, ())


def _city(document: Document, lines: list[tuple[int, str]]) -> Said | None:
    for pattern in (_CITY, _PIN):
        for start, line in lines[:16]:
            for match in pattern.finditer(_even(line)):
                group = match.lastgroup
                text = line[match.start(group) : match.end(group)].strip(" .:-")
                town = re.split(r",|\s[-–—]\s|\s{3,}", text)[0].strip()
                if town and not re.search(r"\d", town) and len(town.split()) <= 5:
                    place = start + line.index(town, match.start(group))
                    return _at(document, place, place + len(town))
    mine = {part for name in document.owner.names for part in parts_of(name)} if document.owner else set()
    for index, (start, line) in enumerate(lines[:12]):
        if index > 6 and document.kind == "profile":
            break
        for match in re.finditer(r"[^|•·,;()–—\t]+?(?=\s*(?:[|•·,;()–—\t]|\s-\s|\s{3,}|$))", line):
            town = re.sub(r"^\W+", "", match[0]).strip()
            town = re.sub(r"^-\s+", "", town)
            if len(town) > 40 or not town[:1].isupper() or _EMAIL.search(town) or (index == 0 and set(parts_of(town)) & mine):
                continue
            ones = re.split(r"\s*/\s*|\s+&\s+", town)
            if not (set(parts_of(town)) <= mine) and all(towns.is_known(one) and towns.bare(one) != "france" for one in ones):
                place = start + line.index(town, match.start())
                return _at(document, place, place + len(town))
    return None


def same_city(one: Story, two: Story) -> bool:
    """Whether the towns of two stories may be one place; a story without a town says nothing."""
    return not one.city or not two.city or towns.same_town(one.city.text, one.city_line, two.city.text, two.city_line)


def is_town(segment: str) -> bool:
    """Whether a segment is only the name of a place ("Lyon", "69003 Lyon", "Rennes (35)", "Lyon, Auvergne-Rhône-Alpes, France")."""
    return towns.is_known(re.sub(r"\d", " ", segment))


def number_of(phone: str) -> str:
    """The nine digits that identify a French number, however it is written."""
    return re.sub(r"\D", "", phone.replace("(0)", ""))[-9:]
