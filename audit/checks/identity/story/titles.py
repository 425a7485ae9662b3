"""Job titles and names of places: the same one in two spellings, or two different ones."""

from __future__ import annotations

import re
from functools import cache

from rapidfuzz import fuzz

from audit.checks.identity import lists
from audit.checks.identity.folding import fold
from audit.checks.identity.story.knowledge import agencies, renamed, trades

_EMPTY = frozenset(
    "de du des la le les l d et en a au aux un une the of in at and chez pour h f hf fh cdi cdd interim saisonnier saisonniere job ete temps partiel plein stage stagiaire alternance alternant alternante apprenti apprentie apprentissage intern internship trainee polyvalent polyvalente junior benevole mission contrat pro sa sas sarl sasu eurl inc ltd groupe group france societe entreprise ste".split()
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
# Words that many different jobs begin with: that two titles share one says nothing.
_GENERIC = frozenset(
    "agent assistant employe charge aide technicien operateur conseiller responsable chef manager directeur gerant adjoint gestionnaire equipier ouvrier second "
    "auxiliaire collaborateur consultant specialiste expert ingenieur assistante officer worker staff member team leader head lead senior representative executive "
    "associate job saisonnier extra poste emploi metier service services projet project equipe domaine secteur premier premiere titulaire remplacement debutant confirme".split()
)
_HEAD = r"\bdirect(?:eur|rice)\b|\bdirector\b|\bgerante?\b|\bfondat\w+|\bceo\b|\bpresident"
_CHARGE = (
    r"\bresponsable\b|(?<!community )(?<!account )(?<!media )(?<!office )(?<!traffic )(?<!content )(?<!case )\bmanage(?:r|use)\b|\bchef(?:fe)?\b(?! de rang| de partie)"
    r"|\bsuperviseu\w+|\bteam lead(?:er)?\b|\bhead (?:of|chef|waiter)\b|\blead\b|\bsupervisor\b|\bencadrante?\b"
    r"|\bsenior (?:developer|engineer|consultant|designer|accountant|analyst)\b|\b(?:developpeu|consultant|comptable|designer|analyste|ingenieur|technicien)\w* senior\b"
)
_UNDER = r"\bassistante? (?:de |du |d'|au |of |to )?(?:la |the )?(?:direct|chef|gerant|responsable|head|ceo|president|projec?t)|\baide[ -]chef|\bsous la responsabilite|\bsecretaire de direct"
_RANKS = (
    (4, _HEAD),
    (3, _CHARGE),
    (0, r"\bstage\b|\bstagiaire\b|\bintern(?:ship)?\b|\bobservation\b"),
    (1, r"\bapprentie?\b|\balternan(?:t|te|ce)\b|\bapprentissage\b|\bapprentice(?:ship)?\b"),
)


def stems(text: str) -> frozenset[str]:
    """The meaningful words of a title, without gender or number."""
    return frozenset(_row(text))


@cache
def _stem(word: str) -> str:
    word = word.rstrip("s") if len(word) > 4 else word
    for old, new in _ENDINGS:
        if word.endswith(old) and len(word) > len(old) + 2:
            return word[: -len(old)] + new
    return word


def _row(text: str) -> tuple[str, ...]:
    """The stems of a text in their order, small words left out."""
    words = (word for word in re.findall(r"[a-z0-9]+", fold(text).replace("'", " ")) if word not in _EMPTY)
    return tuple(_stem(word) for word in words)


@cache
def _trades() -> dict[tuple[str, ...], frozenset[int]]:
    """The names of trades as stems, and the lines they stand in."""
    found: dict[tuple[str, ...], set[int]] = {}
    for number, names in enumerate(trades()):
        for name in names:
            if row := _row(name):
                found.setdefault(row, set()).add(number)
    return {row: frozenset(numbers) for row, numbers in found.items()}


@cache
def trades_in(title: str) -> frozenset[int]:
    """The trades that a title names, by the longest names that stand in it."""
    row, found, place = _row(title), set(), 0
    while place < len(row):
        for length in range(min(5, len(row) - place), 0, -1):
            numbers = _trades().get(row[place : place + length])
            if numbers:
                found |= numbers
                place += length
                break
        else:
            place += 1
    return frozenset(found)


def rank_of(text: str) -> int:
    """0 internship, 1 apprenticeship, 2 employee, 3 in charge of others, 4 at the head."""
    folded = fold(text)
    return next((rank for rank, pattern in _RANKS if re.search(pattern, folded)), 2)


def step_of(text: str) -> int:
    """4 at the head, 3 in charge of others, 2 everybody else, whatever the contract (an apprentice manager is one in charge)."""
    folded = fold(text)
    if re.search(_UNDER, folded):
        return 2
    return 4 if re.search(_HEAD, folded) else 3 if re.search(_CHARGE, folded) else 2


def alike(one: str, two: str) -> bool:
    """Whether two titles surely name one job: a trade or a telling word of both."""
    left, right = stems(one) - _GENERIC, stems(two) - _GENERIC
    if trades_in(one) & trades_in(two) or left & right:
        return True
    return bool(left and right) and fuzz.token_set_ratio(" ".join(sorted(left)), " ".join(sorted(right))) >= 80


def same_title(one: str, two: str) -> bool:
    """Whether two titles may be one job. Only what is known makes a difference: a step in rank, or two trades that share nothing."""
    if not stems(one) or not stems(two):
        return True
    if raised(one, two):
        return False
    return alike(one, two) or not trades_in(one) or not trades_in(two)


def raised(one: str, two: str) -> bool:
    """Whether one title stands a step above the other: in charge, at the head, or an engineer beside a technician."""
    steps = sorted((step_of(one), step_of(two)))
    return steps[1] >= 3 > steps[0] or (_engineer(one) and _below(two)) or (_engineer(two) and _below(one))


def _engineer(title: str) -> bool:
    """The French title that a diploma gives; "software engineer" is any developer."""
    return bool(re.search(r"\bingenieure?\b", fold(title))) and not re.search(r"\bassistante?|\beleve\b", fold(title))


def _below(title: str) -> bool:
    return bool(
        re.search(r"\b(?:technicien(?:ne)?|operat(?:eur|rice)|aide|ouvriere?|assistante?|agente?)\b", fold(title))
    ) and not _engineer(title)


def is_agency(name: str) -> bool:
    """Whether a name is a temporary work agency, a household or a word for working alone: it hides who the work was done for."""
    words = f" {' '.join(re.findall(r'[a-z0-9]+', fold(name)))} "
    return any(f" {agency} " in words for agency in agencies())


def same_place(one: str, two: str) -> bool:
    """Whether two names of an employer or a school may be one: case, accents, dots, legal forms, added towns and initials do not count."""
    left, right = _bare(one), _bare(two)
    if not left or not right:
        return False
    if left.replace(" ", "") == right.replace(" ", ""):
        return True
    short, long = sorted((left.split(), right.split()), key=len)
    core, other_core = ([word for word in words if word not in _KINDS] for words in (short, long))
    if any(
        words and all(any(_close(word, other) for other in others) for word in words)
        for words, others in ((core, long), (other_core, short))
    ):
        return True
    if _renamed(one, two):
        return True
    for brief, full in ((left, two), (right, one)):
        initials = "".join(word[0] for word in re.findall(r"[a-z0-9]+", fold(full).replace("'", " ")) if word not in _SMALL)
        if 3 <= len(brief) <= 6 and " " not in brief and brief == initials:
            return True
    return fuzz.ratio(left, right) >= 86


def is_nameless(place: str) -> bool:
    """Whether a place says only its kind ("la boulangerie"): it may be any."""
    return all(word in _KINDS for word in _bare(place).split())


def share_a_name(one: str, two: str) -> bool:
    """Whether two places share a word that is no kind of place, no large town and no first name: they may be one."""
    left, right = (frozenset(word for word in _bare(place).split() if len(word) > 3 and word not in _KINDS) for place in (one, two))
    return any(word not in lists.joined("places") and word not in lists.names("first") for word in left & right)


def _renamed(one: str, two: str) -> bool:
    """Whether both are names of one known group, each standing whole among the words ("Pôle emploi Paris 13e", "France Travail")."""
    left, right = (f" {' '.join(re.findall(r'[a-z0-9]+', fold(name)))} " for name in (one, two))
    return any(any(f" {name} " in left for name in group) and any(f" {name} " in right for name in group) for group in renamed())


_SMALL = frozenset(["de", "des", "du", "la", "le", "les", "et", "d", "l", "a", "en", "pour"])
_KINDS = frozenset(
    "lycee college universite univ ecole iut cfa institut campus restaurant boulangerie hotel magasin supermarche garage mairie association centre saint st ste sainte general professionnel ets etablissement etablissements menuiserie plomberie electricite maconnerie peinture patisserie boucherie charcuterie coiffure salon maison cafe bar brasserie creperie pizzeria cabinet medical medicale dentaire veterinaire clinique hopital ehpad residence pharmacie agence ville commune camping auto autos automobile automobiles services service transport transports cie fils freres club boutique creche micro halte maternelle elementaire primaire polyvalent technologique hotelier agricole lp lt lpo super hyper hypermarche dr docteur maitre office communaute departement conseil comite bureau chez studio atelier fondation hotellerie interim logistique communication immobilier formation formations business school university high company the by".split()
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


_PLACES = frozenset(
    "restaurant garage boulangerie patisserie boucherie pharmacie laboratoire banque bureau boutique magasin creche usine hotellerie restauration commerce vente rayon stock drive salle "
    "cuisine centre ecole animaux bois metal mode sport security securite sales retail kitchen warehouse support software data digital network bar nursery fitness production construction batiment "
    "immobilier insurance tourisme evenementiel environnement montagne agricole industrie logistique logistics delivery taxi colo bafa btp cip aes ide rh amp avs asl qa dev pme gestion accueil".split()
)


@cache
def _titles() -> frozenset[str]:
    """Words that alone name a job; those that name a place as well ("garage", "restaurant") do not tell the two apart."""
    return frozenset(map(_stem, _MORE_TITLES)).union(*(row for row in _trades() if len(row) == 1)) - set(map(_stem, _PLACES))


def title_score(segment: str) -> float:
    """How much a segment looks like a job title rather than the name of a place."""
    words = stems(segment)
    named = bool(words & _titles()) or any(tuple(_row(segment)[i : i + n]) in _trades() for n in (2, 3) for i in range(len(_row(segment))))
    score = 2.0 * named + 0.5 * any(word.endswith(("eur", "ier", "iste", "ant", "er", "ien")) for word in words)
    folded = fold(segment)
    if re.search(r"\bstag|\balternan|\bapprent|\bbenevol|\bjob\b|\bcdd\b|\bcdi\b", folded):
        score += 1.5
    if segment.isupper() or re.search(
        r"\b(?:sarl|sas|restaurant|hotel|boulangerie|mairie|garage|association|magasin|camping|clinique|ehpad|cabinet|agence|pharmacie)\b",
        folded,
    ):
        score -= 1.2
    return score
