"""Diplomas: the level a line names, its speciality whatever the abbreviation, and whether it was obtained."""

from __future__ import annotations

import re

from audit.checks.identity.folding import fold
from audit.checks.identity.story.knowledge import diploma_words

_LEVELS = (
    ("cap", r"\bcap\b(?! emploi)|\bvocational (?:certificate|diploma)\b|certificat d'aptitude professionnelle"), ("bep", r"\bbep\b"), ("brevet", r"\bbrevet des colleges\b|\bdnb\b"),
    ("bac_pro", r"\bbac(?:calaureat)? pro(?:fessionnel)?\b"), ("bac_techno", r"\bbac(?:calaureat)? techno(?:logique)?\b|\bbac(?:calaureat)? (?:stmg|st2s|sti2d|std2a|stl|sthr|stg)\b"),
    ("licence_pro", r"\blicence pro(?:fessionnelle)?\b|\blp\b"), ("bts", r"\bbtsa?\b|\bhnd\b|\bhigher national diploma\b|\badvanced (?:vocational|technician'?s?) (?:diploma|certificate)\b|brevet de technicien superieur"),
    ("but", r"\bbut\b(?= [a-z])|\bdut\b|bachelor universitaire de technologie|diplome universitaire de technologie"),
    ("bachelor", r"\bbachelor(?:'?s)?(?: degree)?\b|\bb\.?[as]c?\.?(?= in )"), ("licence", r"\blicence\b|\bl[123]\b"), ("master", r"\bmaster'?s?(?: degree)?\b|\bm[12]\b|\bmba\b"),
    ("ingenieur", r"diplome d'ingenieur|ecole d'ingenieur|engineering degree"), ("titre_pro", r"\btitre pro(?:fessionnel)?\b|\btp\b"),
    ("bac", r"\bbac(?:calaureat)?\b(?! ?\+)|\bhigh school diploma\b"),
)  # fmt: skip
_ACRONYMS = {
    "ndrc": "negociation digitalisation relation client", "mco": "management commercial operationnel", "gpme": "gestion pme", "sio": "services informatiques organisations",
    "sam": "support action manageriale", "cg": "comptabilite gestion", "sp3s": "services prestations sanitaire social", "esf": "economie sociale familiale",
    "muc": "management unites commerciales", "nrc": "negociation relation client", "ci": "commerce international", "tourisme": "tourisme", "mhr": "management hotellerie restauration",
    "tc": "techniques commercialisation", "gea": "gestion entreprises administrations", "mmi": "metiers multimedia internet", "gaco": "gestion administrative commerciale organisations",
    "glt": "gestion logistique transport", "mlt": "management logistique transport", "gtla": "gestion transports logistique associee", "communication": "communication",
    "assp": "accompagnement soins services personne", "sapat": "services aux personnes territoires", "mcv": "metiers commerce vente", "agora": "gestion administration", "ga": "gestion administration", "aga": "assistance gestion organisations activites",
    "ciel": "cybersecurite informatique reseaux electronique", "sn": "systemes numeriques", "cira": "controle industriel regulation automatique",
    "crsa": "conception realisation systemes automatiques", "cpi": "conception produits industriels", "fed": "fluides energies domotique", "ms": "maintenance systemes", "mv": "maintenance vehicules", "tp": "travaux publics",
    "pi": "professions immobilieres", "ccst": "conseil commercialisation solutions techniques", "mecp": "metiers esthetique cosmetique parfumerie", "cj": "collaborateur juriste notarial",
    "csr": "commercialisation services restauration", "mei": "maintenance equipements industriels", "mspc": "maintenance systemes production connectes", "tne": "technicien numerique", "tu": "technicien usinage", "tcb": "technicien constructeur bois",
    "otm": "organisation transport marchandises", "apr": "agent polyvalent restauration", "deas": "aide soignant", "deaes": "accompagnant educatif social", "dees": "educateur specialise",
    "qlio": "qualite logistique industrielle organisation", "geii": "genie electrique informatique industrielle", "gmp": "genie mecanique productique", "gccd": "genie civil construction durable", "rt": "reseaux telecommunications", "mp": "mesures physiques", "gb": "genie biologique", "cs": "carrieres sociales", "infocom": "information communication",
    "stmg": "sciences technologies management gestion", "st2s": "sciences technologies sante social", "sti2d": "sciences technologies industrie developpement durable",
    "melec": "metiers electricite environnements connectes", "psr": "production service restaurations", "aepe": "accompagnant educatif petite enfance", "epc": "equipier polyvalent commerce",
    "staps": "sciences techniques activites physiques sportives", "aes": "administration economique sociale", "lea": "langues etrangeres appliquees", "llcer": "langues litteratures civilisations etrangeres regionales",
}  # fmt: skip
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
        "the",
        "of",
        "in",
        "option",
        "mention",
        "specialite",
        "spe",
        "metiers",
        "diplome",
        "formation",
        "niveau",
        "obtenu",
        "obtention",
        "en",
        "cours",
        "annee",
        "an",
        "ans",
        "premiere",
        "deuxieme",
        "alternance",
        "apprentissage",
        "bien",
        "assez",
        "tres",
        "felicitations",
    ]
)
_PASSED = re.compile(r"\bobtenue?\b|\bmention\b|\bdiplomee?\b|\bvalidee?\b|\breussie?\b|\bobtained\b|\bpassed\b|\bgraduated\b|\badmise?\b")
_NOT_PASSED = re.compile(
    r"\bnon obtenue?\b|\bniveau\b|\bsans diplome\b|\bnon validee?\b|\binacheve\w*|\babandon\w*|\bnot completed\b|\bdropped out\b|\bajournee?\b|\bechec\b"
)


def level_of(text: str) -> str:
    """The code of the diploma that `text` names, or an empty text."""
    folded = fold(text)
    return next((code for code, pattern in _LEVELS if re.search(pattern, folded)), "")


def options_of(text: str) -> frozenset[str]:
    """The words of the speciality, abbreviations written out, so that "BTS NDRC" meets its full name."""
    folded = fold(text)
    for _, pattern in _LEVELS:
        folded = re.sub(pattern, " ", folded)
    words: set[str] = set()
    for word in re.findall(r"[a-z0-9]+", folded):
        words.update(_ACRONYMS.get(word, word).split())
        words.update(diploma_words().get(word, ()))
    return frozenset(_stem(word) for word in words if word not in _EMPTY and len(word) > 2 and not word.isdigit())


def _stem(word: str) -> str:
    return word[:6]


def status_of(text: str) -> str:
    """ "passed", "not_passed", or nothing when the words do not say."""
    folded = fold(text)
    if _NOT_PASSED.search(folded):
        return "not_passed"
    return "passed" if _PASSED.search(folded) else ""


def same_level(one: str, two: str) -> bool:
    """Whether two levels may be one diploma told in two ways ("bac" for "bac pro", "bachelor" for "BUT")."""
    if one == two or not one or not two:
        return True
    pair = {one, two}
    return any(
        pair <= family
        for family in (
            {"bac", "bac_pro"},
            {"bac", "bac_techno"},
            {"licence", "licence_pro"},
            {"bachelor", "but"},
            {"bachelor", "licence_pro"},
            {"bachelor", "licence"},
            {"master", "ingenieur"},
        )
    )


def same_option(one: frozenset[str], two: frozenset[str]) -> bool:
    """Whether two specialities may be one: a shared word is enough, and a missing one is no difference."""
    return not one or not two or any(left[:5] == right[:5] for left in one for right in two)
