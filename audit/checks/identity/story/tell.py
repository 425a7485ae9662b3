"""Reads one document (CV, profile, bio) into what it tells: stays with dates, name, town, ways to reach the person."""

from __future__ import annotations

import re

from audit.checks.identity.folding import fold
from audit.checks.identity.story import diplomas, person, titles
from audit.checks.identity.story.dates import span_in
from audit.checks.identity.story.lines import MIXED, heading_of, lines_of
from audit.checks.identity.story.nouns import JOB, SCHOOL, Said, Span, Stay, Story
from audit.model import Document

_SCHOOLS = re.compile(
    r"\b(?:lycees?|college|universite|univ|iut|cfa|ecole|campus|institut|faculte|fac|afpa|greta|mfr|lep|school|university|e2c|inspe|insa|ufr|epide|erea|ifsi|ifas|cemea|openclassrooms|studi|cned|campus|business school|academy|academie|conservatoire|centre de formation|organisme de formation|chambre de metiers|cma|wild code|le wagon|simplon|compagnons)\b"
)
_SEPARATORS = re.compile(r"\s+[-–—|•·:;/]\s+|\s*[|•·;:,]\s+|\s*[()\[\]]\s*|\t+|\s{2,}|\s+chez\s+|\s+@\s*|\s+at\s+(?=[A-Z])")
_AT = re.compile(r"\s(?:chez|@|at)\s+(?P<place>[^,;|•·()–—-]+)", re.I)
_LENGTH = re.compile(r"\b\d+\s*(?:ans?|mois|years?|months?|yrs?|mos?|semaines?|weeks?)\b", re.I)
_CONTRACT = re.compile(
    r"cd[id]|temps (?:plein|partiel)|stage|alternance|apprentissage|interim|saisonnier|contrat .*|full-time|part-time|internship|freelance|independant|sur site|hybride|a distance|mi-temps|job d'ete|job etudiant|etudiant|obtenue?|en cours|annee de cesure|cesure|gap year|mention \w+(?: bien)?|avec mention"
)
# "Caissière à Action", "Infirmière à la Clinique du Parc": the place begins with a capital.
_IN = re.compile(
    r"\s+(?:à la|à l['’]|à|au sein (?:de la |de l['’]|du |de )|au|aux|pour|dans|for|with|in)\s*(?=(?:la |le |les |l['’]|the )?[A-ZÀÉÈÎÔ])"
)
_NOT_STAYS = re.compile(r"\b(?:naissance|nee? le|born|permis|majeure?|nationalite|driving licen[cs]e|mis a jour|updated)\b")
_LABEL = re.compile(
    r"(?:nom de l'|nom de la )?(?:postes?|fonction|intitule(?: du poste)?|titre|metier|entreprise|employeur|societe|structure|etablissement|ecole|diplome|formation|periode|dates?(?: de .*)?|annees?|duree|contrat|type|"
    r"position|company|employer|job title|title|school|degree|period|years?|when|where|du|de|le|from)"
)
_NOISE = re.compile(r"^[\s\-–—|•·:;,/*>•▪◦●○]+|[\s\-–—|•·:;,/]+$")


def tell(document: Document) -> Story:
    """What `document` tells; a text in which nothing is recognised tells nothing."""
    lines = lines_of(document.text, document.kind)
    stays, section, used, upward, floor, employer, apart = [], None, set(), None, 0, "", set()
    for index, (_, line) in enumerate(lines):
        heading = heading_of(line)
        if heading is not None:
            section, upward, floor, employer = heading, None, index + 1, ""
            used.add(index)
            continue
        if section in (JOB, SCHOOL):
            apart.add(index)
        if section == JOB and index not in used and _heads_a_group(lines, index):
            employer, floor, upward = _segments(line)[0], index + 2, True
            used.update((index, index + 1))
            continue
        found = span_in(line)
        if not found or section == "" or index in used or _NOT_STAYS.search(fold(line)):
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
        stay = _stay(document, _in_two(words), found[0], section, lines[first][0], lines[end][0] + len(lines[end][1]))
        if stay:
            stays.append(stay)
    free = [(index, line) for index, line in enumerate(lines) if index not in used]
    outside, inside = ([line for index, line in free if (index in apart) is within] for within in (False, True))
    return person.complete(Story(document.id, document.platform, document.kind, tuple(stays)), document, outside, inside)


def _in_two(words: list[str]) -> list[str]:
    """One segment that names a job and its place ("caissière à Action") cut where the place begins."""
    if len([word for word in words if not person.is_town(word)]) > 1:
        return words
    return [_NOISE.sub("", part) for word in words for part in _IN.split(word, maxsplit=1) if part.strip()]


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


def opens_section(line: str) -> bool:
    """Whether a line is a heading of a CV or profile ("Expérience", "Formation", "Langues")."""
    return heading_of(line) is not None


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
            or heading_of(following) is not None
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
    return [
        part
        for part in parts
        if len(part) > 1 and not _CONTRACT.fullmatch(fold(part)) and not _LABEL.fullmatch(fold(part)) and re.search(r"[^\W\d_]{2}", part)
    ]


def _stay(document: Document, segments: list[str], span: Span, section: str | None, start: int, end: int) -> Stay | None:
    if not segments:
        return None
    kind = _kind_of(segments, section)
    if kind == JOB and section is None and document.kind not in ("cv", "profile"):
        return None
    said = Said(document.id, document.platform, document.file, document.text[start:end], start, end)
    bare = [segment for segment in segments if not person.is_town(segment)]
    segments = bare if len(bare) > 1 or (bare and kind == SCHOOL) else segments
    if kind == SCHOOL:
        return _schooling(said, span, segments)
    title = max(segments[:3], key=titles.title_score)
    place = next((segment for segment in segments if segment != title), "")
    return Stay(JOB, said, span, tuple(segments), title, place)


def _kind_of(segments: list[str], section: str | None) -> str:
    """A job or a schooling: by the section, unless the words plainly say the other (an internship under the diploma it was part of)."""
    whole = " | ".join(segments)
    folded = fold(whole)
    schooled = bool(diplomas.level_of(whole)) or bool(_SCHOOLS.search(folded))
    worked = bool(re.search(r"\bstag|\balternan|\bapprent|\bintern|\bservice civique|\bjob\b", folded))
    if section == JOB:
        return SCHOOL if diplomas.level_of(whole) and _SCHOOLS.search(folded) and not worked else JOB
    if section == SCHOOL:
        return JOB if worked and not schooled else SCHOOL
    if section == MIXED and worked and titles.trades_in(whole) and not diplomas.level_of(segments[0]):
        return JOB
    return SCHOOL if schooled else JOB


def _schooling(said: Said, span: Span, segments: list[str]) -> Stay:
    named = next((segment for segment in segments if diplomas.level_of(segment)), "")
    place = next((segment for segment in segments if segment != named and _SCHOOLS.search(fold(segment))), "")
    place = place or next((segment for segment in segments if segment != named and not diplomas.status_of(segment)), "")
    if not named and place and len(segments) > 1:
        named = next((segment for segment in segments if segment != place), "")
    subject = " ".join(segment for segment in segments if segment != place)
    level = diplomas.level_of(named) or diplomas.level_of(" | ".join(segments))
    return Stay(SCHOOL, said, span, tuple(segments), named, place, level, subject, diplomas.status_of(said.text))


def is_school(name: str) -> bool:
    """Whether a name is that of a school or training centre."""
    return bool(_SCHOOLS.search(fold(name)))
