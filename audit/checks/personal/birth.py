"""Full birth dates: beside a word of birth, or bare in a bio."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.checks.personal.ground import Ground, Piece

REASONS = ("birth_date", "birth_date_of_other")
_MONTH = (
    r"(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|janv|fev|avr|juil|sept|oct|nov|dec|"
    r"january|february|march|april|may|june|july|august|september|october|november|december)"
)
_DATE = re.compile(
    r"(?<![\d/.])(?:(?P<d>0?[1-9]|[12]\d|3[01])(?P<sep>[/.\- ])(?P<m>0?[1-9]|1[0-2])(?P=sep)(?P<y>(?:19|20)\d\d|[089]\d)"
    rf"|(?:le )?(?:0?[1-9]|[12]\d|3[01]|1er)(?:st|nd|rd|th|er)? (?:of )?{_MONTH}\.?,? (?P<y2>(?:19|20)\d\d))(?![\d/])"
)
_BORN = re.compile(r"\b(?:ne|nee|nes|naissance|ddn|born|b\.|dob|birthday|anniv|anniversaire|birthdate)(?:\W|\b)")
_OWN = re.compile(r"\b(?:je suis|j'suis|jsuis|suis|mon|ma|moi|i was|my|date de)\b")
_NOT_A_PERSON = re.compile(
    r"\b(?:association|asso|entreprise|projet|idee|groupe|marque|republique|club|festival|magazine|societe|start ?up|boite|collectif|equipe|internet|jeu|serie|"
    r"chaine|parti|syndicat|chien|chat|chienne|chatte|chiot|chaton|poulain|lapin|compte|site|blog)\b"
)
_SOMEONE = re.compile(
    r"\b(?:il|elle) (?:est|s'appelle|etait)|\b(?:mon|ma|ton|ta|son|sa|notre) (?:pote|voisin|voisine|ex|oncle|tante|grand mere|grand pere|mere|pere|soeur|frere|doyen|chef|collegue|fils|fille|copain|copine|cousin|cousine)\b|\bm\. |\bmme "
)
_EARLIEST, _LATEST = 1930, 2012


def find(ground: Ground) -> Iterator[Piece]:
    """Day, month and year together; the year alone is nothing. Years 1930 to 2012: job seekers, their friends, their parents."""
    for match in _DATE.finditer(ground.text):
        start, end = match.span()
        year = match["y"] or match["y2"]
        year_number = int(year) if len(year) == 4 else (2000 + int(year) if year < "13" else 1900 + int(year))
        if not _EARLIEST <= year_number <= _LATEST or (match["sep"] == "-" and len(year) == 2):
            continue
        before, after = ground.before(start, 40), ground.after(end, 45)
        born = list(_BORN.finditer(before)) or list(_BORN.finditer(after))
        bare_in_bio = (
            ground.kind == "bio"
            and year_number >= 1980
            and not re.search(r"\b(?:depuis|since|obtenu|arrive|avec|❤|couple|ensemble)\b|❤|💍|💕", before + after)
        )
        if not born and not bare_in_bio:
            continue
        if _NOT_A_PERSON.search(before) or ground.is_reference(start, end):
            continue
        told = ground.before(start, 90)
        other = bool(_SOMEONE.search(told)) and not re.search(r"\b(?:je suis|j'suis|jsuis|chui) (?:ne|nee)\b", told)
        yield Piece("birth_date_of_other" if other else "birth_date", start, end)
