"""Reads one document (CV, profile, bio) into what it tells: stays with dates, name, town, ways to reach the person."""

from __future__ import annotations

import re

from audit.checks.identity.folding import fold
from audit.checks.identity.story import diplomas, person, titles
from audit.checks.identity.story.dates import span_in
from audit.checks.identity.story.nouns import JOB, SCHOOL, Said, Span, Stay, Story
from audit.model import Document

_HEADINGS = (
    (JOB, r"experiences?|parcours professionnel|emplois?|stages?|jobs?|benevolat|work experience|employment|volunteering|experiences? (?:professionnelles?|et stages?)|stages? et experiences?|positions?|postes?"),
    (SCHOOL, r"formations?|diplomes?|etudes|scolarite|parcours scolaire|cursus|education|formations? et diplomes?|diplomes? et formations?|etudes et formations?|training"),
    ("", r"competences?.*|langues?|loisirs?|centres? d'interets?|interets?|contact|coordonnees|profil|a propos|about|skills|languages|hobbies|permis.*|informatique|qualites|divers|certifications?|references?|projets?|resume|summary|licences? et certifications?"),
)  # fmt: skip
_SCHOOLS = re.compile(
    r"\b(?:lycees?|college|universite|univ|iut|cfa|ecole|campus|institut|faculte|fac|afpa|greta|mfr|lep|school|university|e2c|inspe|insa|ufr|epide|erea|ifsi|ifas)\b"
)
_SEPARATORS = re.compile(r"\s+[-–—|•·:;/]\s+|\s*[|•·;:,]\s+|\s*[()\[\]]\s*|\t+|\s{3,}|\s+chez\s+|\s+@\s*|\s+at\s+(?=[A-Z])")
_AT = re.compile(r"\s(?:chez|@|at)\s+(?P<place>[^,;|•·()–—-]+)", re.I)
_LENGTH = re.compile(r"\b\d+\s*(?:ans?|mois|years?|months?|yrs?|mos?|semaines?|weeks?)\b", re.I)
_CONTRACT = re.compile(
    r"cd[id]|temps (?:plein|partiel)|stage|alternance|apprentissage|interim|saisonnier|contrat .*|full-time|part-time|internship|freelance|independant|sur site|hybride|a distance|mi-temps|job d'ete|job etudiant|etudiant|obtenue?|en cours|annee de cesure|cesure|gap year|mention \w+(?: bien)?|avec mention"
)
_NOISE = re.compile(r"^[\s\-–—|•·:;,/*>•▪◦●○]+|[\s\-–—|•·:;,/]+$")


def tell(document: Document) -> Story:
    """What `document` tells; a text in which nothing is recognised tells nothing."""
    lines = _lines(document.text)
    stays, section, used, upward, floor, employer = [], None, set(), None, 0, ""
    for index, (_, line) in enumerate(lines):
        heading = _heading(line)
        if heading is not None:
            section, upward, floor, employer = heading, None, index + 1, ""
            used.add(index)
            continue
        if section == JOB and index not in used and _heads_a_group(lines, index):
            employer, floor, upward = _segments(line)[0], index + 2, True
            used.update((index, index + 1))
            continue
        found = span_in(line)
        if not found or section == "" or index in used:
            continue
        words = _segments(f"{line[: found[1]]}  |  {line[found[2] :]}")
        first = last = index
        if len(words) < 2:
            if upward is None:  # decided once a section: are names written above their dates, or beside and under?
                upward = not words and index > floor and (section is not None or index >= 2)
            if upward:
                words, first = _above(lines, index, floor)
                words, employer = ([*words, employer], employer) if employer and len(words) == 1 else (words, "")
            else:
                words, last = _below(lines, index, words)
        if upward and _is_place_line(lines, last + 1):
            last += 1
        used.update(range(first, last + 1))
        floor = last + 1
        end = last if first == last or not upward else index
        stay = _stay(document, words, found[0], section, lines[first][0], lines[end][0] + len(lines[end][1]))
        if stay:
            stays.append(stay)
    undated = [(start, line) for index, (start, line) in enumerate(lines) if index not in used]
    return person.complete(Story(document.id, document.platform, document.kind, tuple(stays)), document, undated)


def _heads_a_group(lines: list[tuple[int, str]], index: int) -> bool:
    """Whether a line names an employer over several posts, as LinkedIn shows them: the next line says only how long in all."""
    if index + 1 >= len(lines) or len(_segments(lines[index][1])) != 1 or span_in(lines[index][1]):
        return False
    following = lines[index + 1][1]
    return bool(_LENGTH.search(following)) and not span_in(following) and not _segments(following)


def _is_place_line(lines: list[tuple[int, str]], index: int) -> bool:
    """Whether a line only says where a stay was ("Lyon, Auvergne-Rhône-Alpes, France"), as LinkedIn writes under the dates."""
    if index >= len(lines) or span_in(lines[index][1]) or len(lines[index][1]) > 80:
        return False
    segments = _segments(lines[index][1])
    return bool(segments) and person.is_town(segments[0])


def _lines(text: str) -> list[tuple[int, str]]:
    found, place = [], 0
    for line in text.split("\n"):
        if line.strip():
            found.append((place, line))
        place += len(line) + 1
    return found


def opens_section(line: str) -> bool:
    """Whether a line is a heading of a CV or profile ("Expérience", "Formation", "Langues")."""
    return _heading(line) is not None


def _heading(line: str) -> str | None:
    """The section that a heading opens ("" for one that holds no stays), or None when the line is no heading."""
    bare = re.sub(r"[^a-z' ]", " ", fold(line)).strip()
    bare = re.sub(r"\s+", " ", bare)
    if not bare or len(bare) > 45 or re.search(r"\d", line) or re.search(r":\s*\S", line):
        return None
    return next((kind for kind, pattern in _HEADINGS if re.fullmatch(pattern, bare)), None)


def _above(lines: list[tuple[int, str]], index: int, floor: int) -> tuple[list[str], int]:
    """The segments of the two lines above a line of dates, as LinkedIn shows them; and the first line used."""
    first = max(floor, index - 2)
    return [segment for _, line in lines[first:index] for segment in _segments(line)], first


def _below(lines: list[tuple[int, str]], index: int, segments: list[str]) -> tuple[list[str], int]:
    """`segments` with those of the lines under them, when there are too few to name a stay; and the last line used."""
    last = index
    while len(segments) < 2 and last + 1 < len(lines) and last - index < 2:
        following = lines[last + 1][1]
        if (
            span_in(following)
            or _heading(following) is not None
            or len(following.strip()) > 70
            or following.strip().startswith(("-", "•", "*", "▪", "–"))
        ):
            break
        if "@" in following or re.search(r"\d{2}[ .]?\d{2}[ .]?\d{2}", following):
            break
        segments = segments + _segments(following)
        last += 1
    return segments, last


def _segments(text: str) -> list[str]:
    text = _AT.sub(lambda match: " | " + match["place"], text)
    parts = (_NOISE.sub("", part) for part in _SEPARATORS.split(text))
    parts = (_NOISE.sub("", _LENGTH.sub("", part)) for part in parts)
    return [part for part in parts if len(part) > 1 and not _CONTRACT.fullmatch(fold(part)) and re.search(r"[^\W\d_]{2}", part)]


def _stay(document: Document, segments: list[str], span: Span, section: str | None, start: int, end: int) -> Stay | None:
    if not segments:
        return None
    whole = " | ".join(segments)
    level = diplomas.level_of(whole)
    kind = section or (SCHOOL if level or _SCHOOLS.search(fold(whole)) else JOB)
    if kind == JOB and section is None and document.kind != "cv" and document.kind != "profile":
        return None
    said = Said(document.id, document.platform, document.file, document.text[start:end], start, end)
    segments = [segment for segment in segments if not person.is_town(segment)] or segments
    if kind == SCHOOL:
        named = next((segment for segment in segments if diplomas.level_of(segment)), "")
        place = next((segment for segment in segments if segment != named and _SCHOOLS.search(fold(segment))), "")
        place = place or next((segment for segment in segments if segment != named and not diplomas.status_of(segment)), "")
        if not named and place and len(segments) > 1:
            named = next(segment for segment in segments if segment != place)
        return Stay(
            SCHOOL,
            said,
            span,
            tuple(segments),
            named,
            place,
            level,
            diplomas.options_of(" ".join(segment for segment in segments if segment != place)),
            diplomas.status_of(document.text[start:end]),
        )
    title = max(segments[:3], key=titles.title_score)
    place = next((segment for segment in segments if segment != title), "")
    return Stay(JOB, said, span, tuple(segments), title, place)
