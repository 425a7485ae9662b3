"""Job titles and names of places: the same one in two spellings, or two different ones."""

from __future__ import annotations

import re
from functools import cache

from rapidfuzz import fuzz

from audit.checks.identity.folding import fold
from audit.checks.identity.story.knowledge import renamed, trades

_EMPTY = frozenset(
    [
        "de",
        "du",
        "des",
        "la",
        "le",
        "les",
        "l",
        "d",
        "et",
        "en",
        "a",
        "au",
        "aux",
        "un",
        "une",
        "the",
        "of",
        "in",
        "at",
        "and",
        "chez",
        "pour",
        "h",
        "f",
        "hf",
        "fh",
        "cdi",
        "cdd",
        "interim",
        "saisonnier",
        "saisonniere",
        "job",
        "ete",
        "temps",
        "partiel",
        "plein",
        "stage",
        "stagiaire",
        "alternance",
        "alternant",
        "alternante",
        "apprenti",
        "apprentie",
        "apprentissage",
        "intern",
        "internship",
        "trainee",
        "polyvalent",
        "polyvalente",
        "junior",
        "benevole",
        "mission",
        "contrat",
        "pro",
        "sa",
        "sas",
        "sarl",
        "sasu",
        "eurl",
        "inc",
        "ltd",
        "groupe",
        "group",
        "france",
        "societe",
        "entreprise",
        "ste",
    ]
)
_ENDINGS = (
    ("trice", "teur"),
    ("euse", "eur"),
    ("iere", "ier"),
    ("enne", "en"),
    ("elle", "el"),
    ("ere", "er"),
    ("ante", "ant"),
    ("ente", "ent"),
    ("ee", "e"),
)
_RANKS = (
    (4, r"\bdirect(?:eur|rice)\b|\bdirector\b|\bgerante?\b|\bfondat\w+|\bceo\b"),
    (3, r"\bresponsable\b|\bmanage(?:r|use)\b|\bchef(?:fe)?\b(?! de rang| de partie)|\bsuperviseu\w+|\bteam leader\b|\bhead of\b"),
    (0, r"\bstage\b|\bstagiaire\b|\bintern(?:ship)?\b|\bobservation\b"),
    (1, r"\bapprentie?\b|\balternan(?:t|te|ce)\b|\bapprentissage\b"),
)


def stems(text: str) -> frozenset[str]:
    """The meaningful words of a title, without gender or number."""
    found = set()
    for word in re.findall(r"[a-z0-9]+", fold(text).replace("'", " ")):
        if word in _EMPTY:
            continue
        word = word.rstrip("s") if len(word) > 4 else word
        for old, new in _ENDINGS:
            if word.endswith(old) and len(word) > len(old) + 2:
                word = word[: -len(old)] + new
                break
        found.add(word)
    return frozenset(found)


@cache
def _trades() -> tuple[frozenset[str], ...]:
    return tuple(stems(" ".join(trade)) for trade in trades())


def rank_of(text: str) -> int:
    """0 internship, 1 apprenticeship, 2 employee, 3 in charge of others, 4 at the head."""
    folded = fold(text)
    return next((rank for rank, pattern in _RANKS if re.search(pattern, folded)), 2)


def same_title(one: str, two: str) -> bool:
    """Whether two titles may be one job; an empty one says nothing."""
    left, right = stems(one), stems(two)
    if not left or not right:
        return True
    ranks = sorted((rank_of(one), rank_of(two)))
    if ranks[1] >= 3 > ranks[0]:
        return False
    if left & right or any(left & family and right & family for family in _trades()):
        return True
    return fuzz.token_set_ratio(" ".join(sorted(left)), " ".join(sorted(right))) >= 70


def same_place(one: str, two: str) -> bool:
    """Whether two names of an employer or a school may be one: case, accents, dots, legal forms, added towns and initials do not count."""
    left, right = _bare(one), _bare(two)
    if not left or not right:
        return False
    if left.replace(" ", "") == right.replace(" ", ""):
        return True
    short, long = sorted((left.split(), right.split()), key=len)
    core = [word for word in short if word not in _KINDS]
    if core and all(any(_close(word, other) for other in long) for word in core):
        return True
    if _renamed(one, two):
        return True
    for brief, full in ((left, two), (right, one)):
        initials = "".join(word[0] for word in re.findall(r"[a-z0-9]+", fold(full).replace("'", " ")) if word not in _SMALL)
        if 3 <= len(brief) <= 6 and " " not in brief and brief == initials:
            return True
    return fuzz.ratio(left, right) >= 86


def _renamed(one: str, two: str) -> bool:
    """Whether both are names of one known group, each standing whole among the words ("Pôle emploi Paris 13e", "France Travail")."""
    left, right = (f" {' '.join(re.findall(r'[a-z0-9]+', fold(name)))} " for name in (one, two))
    return any(any(f" {name} " in left for name in group) and any(f" {name} " in right for name in group) for group in renamed())


_SMALL = frozenset(["de", "des", "du", "la", "le", "les", "et", "d", "l", "a", "en", "pour"])
_KINDS = frozenset(
    [
        "lycee",
        "college",
        "universite",
        "univ",
        "ecole",
        "iut",
        "cfa",
        "institut",
        "campus",
        "restaurant",
        "boulangerie",
        "hotel",
        "magasin",
        "supermarche",
        "garage",
        "mairie",
        "association",
        "centre",
        "saint",
        "st",
        "ste",
        "sainte",
        "general",
        "professionnel",
    ]
)


def _close(one: str, two: str) -> bool:
    return one == two or (
        min(len(one), len(two)) >= 4
        and (fuzz.ratio(one, two) >= 84 or (len(one) >= 4 and two.startswith(one)) or (len(two) >= 4 and one.startswith(two)))
    )


def _bare(text: str) -> str:
    folded = re.sub(r"(?<=\b[a-z])\.(?=[a-z]\b)", "", fold(text)).replace("'", "")
    return " ".join(word for word in re.findall(r"[a-z0-9]+", folded) if word not in _EMPTY)


_MORE_TITLES = {
    "ingenieur", "technicien", "operateur", "ouvrier", "charge", "chef", "responsable", "manager", "directeur", "gerant", "consultant", "redacteur", "graphiste", "designer", "photographe", "coiffeur", "estheticien",
    "boulanger", "patissier", "boucher", "electricien", "plombier", "macon", "peintre", "menuisier", "soudeur", "jardinier", "paysagiste", "comptable", "gestionnaire", "formateur", "educateur", "surveillant",
    "stagiaire", "apprenti", "alternant", "tresorier", "president", "benevole", "volontaire", "plongeur", "runner", "barista", "facteur", "conducteur", "vigile", "securite", "teleconseiller", "teleoperateur", "enqueteur", "saisonnier", "vendangeur",
}  # fmt: skip


@cache
def _titles() -> frozenset[str]:
    return frozenset(_MORE_TITLES).union(*_trades())


def title_score(segment: str) -> float:
    """How much a segment looks like a job title rather than the name of a place."""
    words = stems(segment)
    score = 2.0 * bool(words & _titles()) + 0.5 * any(word.endswith(("eur", "ier", "iste", "ant", "er", "ien")) for word in words)
    folded = fold(segment)
    if re.search(r"\bstag|\balternan|\bapprent|\bbenevol|\bjob\b|\bcdd\b|\bcdi\b", folded):
        score += 1.5
    if segment.isupper() or re.search(
        r"\b(?:sarl|sas|restaurant|hotel|boulangerie|mairie|garage|association|magasin|camping|clinique|ehpad|cabinet|agence|pharmacie)\b",
        folded,
    ):
        score -= 1.2
    return score
