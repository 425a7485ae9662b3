"""The lines of a CV or profile as somebody reads them: columns apart, and what a copied page says twice said once."""

from __future__ import annotations

import re
from itertools import pairwise

from audit.checks.identity.folding import fold
from audit.checks.identity.story.nouns import JOB, SCHOOL

MIXED = "mixed"  # a section that holds jobs and studies
_LOGO = re.compile(
    r"(?:logo de|logo d'|logo of) .+|.+ logo|(?:afficher|show) .*(?:experiences?|educations?|formations?|details?)\b.*|(?:…|\.{3})?\s*(?:voir|see|afficher) (?:plus|more)|image .*"
)
_HEADINGS = (
    (MIXED, r"parcours|mon parcours|(?:formations?|etudes|education|diplomes) et (?:mes |mon )?(?:experiences?|stages?|parcours|emplois?)(?: professionnelles?)?|experiences? et (?:formations?|etudes|diplomes?)|background|cv|en bref"),
    (JOB, r"(?:mes |mon |my )?(?:experiences?|parcours professionnel|emplois?|stages?|jobs?|benevolats?|work experience|work history|professional experience|employment(?: history)?|volunteer(?:ing)?(?: experience| work)?|internships?|positions?|postes?|missions?|activites? professionnelles?|vie professionnelle|carriere|engagements?|vie associative|services? civiques?|associatif|alternances?|apprentissages?)"
          r"(?: (?:professionnel(?:le)?s?|pro|benevoles?|associati(?:f|ve)s?|personnel(?:le)?s?|significatives?|et (?:stages?|jobs?|emplois?|benevolat|missions?|saisons|experiences?|engagements?|volunteering|internships?)|d'ete|etudiants?|saisonniers?|de bac|en entreprise|history|& \w+))*(?: et saisons)?"),
    (SCHOOL, r"(?:mes |mon |my )?(?:formations?|diplomes?|etudes|scolarite|parcours scolaire|parcours academique|cursus(?: scolaire)?|education|training|academic background|qualifications|studies|apprentissages et diplomes)"
             r"(?: (?:et|and|&|/) (?:diplomes?|formations?|etudes|training|qualifications?|certifications?|education)| initiale| continue| scolaires?| academiques?| professionnelles?| superieures?)*"),
    ("", r"competences?.*|langues?|loisirs?|centres? d'interets?.*|interets?|contact|contacts|coordonnees|profil|a propos(?: de moi)?|about(?: me)?|skills|languages|hobbies|interests|permis.*|informatique|qualites|divers|certifications?|references?|projets?|resume|summary|profile|licences? et certifications?|informations? personnelles?|personal information|me contacter|infos?|atouts|savoir etre|savoir faire|objectif|logiciels?|outils|recommandations?|relations|publications?|activite|activity|mobilite|etat civil|mes atouts|softskills?|soft skills|hard skills"),
)  # fmt: skip


def lines_of(text: str, kind: str) -> list[tuple[int, str]]:
    """(offset, line) of the lines that say something: two columns printed side by side are read one after the other."""
    found, place = [], 0
    for line in text.split("\n"):
        if line.strip() and not _LOGO.fullmatch(fold(line.strip())):
            found.append((place, line))
        place += len(line) + 1
    return _columns(found) if kind == "cv" else _once(found)


def _once(lines: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """A page copied from LinkedIn holds each line twice, once for the screen and once for who listens to it."""
    twice = sum(here.strip() == there.strip() for (_, here), (_, there) in pairwise(lines))
    if twice < 3:
        return lines
    kept: list[tuple[int, str]] = []
    for start, line in lines:
        if not kept or _spoken(kept[-1][1]) != _spoken(line):
            kept.append((start, line))
    return kept


def _spoken(line: str) -> str:
    """A line without what differs when it is read aloud: "sept. 2022 - juin 2023" and "De sept. 2022 à juin 2023"."""
    return re.sub(r"[^a-z0-9]|\b(?:de|du|a|to|from)\b", "", fold(line))


def _columns(lines: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Lines whose left part is one column and whose right part another, told by headings that stand on the left of other words."""
    split = [
        (index, match) for index, (_, line) in enumerate(lines) if (match := re.fullmatch(r"\s*(\S.*?)(?:\s{3,}|\t+)(\S.*?)\s*", line))
    ]
    if sum(heading_of(match[1]) is not None for _, match in split) < 2:
        return lines
    first, last = split[0][0], split[-1][0]
    cells = dict(split)
    left, right = [], []
    for index in range(first, last + 1):
        start, line = lines[index]
        if index in cells:
            match = cells[index]
            left.append((start + match.start(1), match[1]))
            right.append((start + match.start(2), match[2]))
        else:
            right.append((start, line))
    return [*lines[:first], *left, *right, *lines[last + 1 :]]


def heading_of(line: str) -> str | None:
    """The section that a heading opens ("" for one that holds no stays, MIXED for both kinds), or None when the line is no heading."""
    bare = re.sub(r"[^a-z'& ]", " ", fold(line)).strip()
    bare = re.sub(r"\s+", " ", bare)
    if not bare or len(bare) > 45 or re.search(r"\d", line) or re.search(r":\s*\S", line):
        return None
    spread = bare.replace(" ", "") if re.fullmatch(r"(?:[a-z] )+[a-z]", bare) else bare
    return next((kind for kind, pattern in _HEADINGS if re.fullmatch(pattern, spread)), None)
