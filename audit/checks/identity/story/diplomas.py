"""Diplomas: the level a line names, its speciality whatever the abbreviation, and whether it was obtained."""

from __future__ import annotations

import re

from audit.checks.identity.folding import fold
from audit.checks.identity.story.knowledge import diploma_words
from audit.checks.identity.story.titles import trades_in

_LEVELS = (
    ("cap", r"\bcap\b(?! emploi)|\bvocational (?:certificate|diploma)\b|certificat d'aptitude professionnelle"), ("bep", r"\bbep\b"), ("bp", r"\bbrevet professionnel\b|\bbp\b"), ("mc", r"\bmention complementaire\b|\bmc\b(?= [a-z])"), ("brevet", r"\bbrevet des colleges\b|\bdnb\b"),
    ("bac_pro", r"\bbac(?:calaureat)?\.? pro(?:f|fessionnel)?\b|\bbacpro\b|\bvocational bac\w*\b|\bprofessional bac\w*\b"), ("bac_techno", r"\bbac(?:calaureat)? techno(?:logique)?\b|\bbac(?:calaureat)? (?:stmg|st2s|sti2d|std2a|stl|sthr|stg)\b"),
    ("licence_pro", r"\blicence pro(?:fessionnelle)?\b|\blp\b"), ("bts", r"\bbtsa?\b|\bhnd\b|\bhigher national diploma\b|\badvanced (?:vocational|technician'?s?) (?:diploma|certificate)\b|brevet de technicien superieur"),
    ("but", r"\bbut\b(?= [a-z])|\bdut\b|bachelor universitaire de technologie|diplome universitaire de technologie"),
    ("bachelor", r"\bbachelor(?:'?s)?(?: degree)?\b|\bb\.?[as]c?\.?(?= in )"), ("licence", r"\blicence\b|\bl[123]\b"), ("master", r"\bmaster'?s?(?: degree)?\b|\bm[12]\b|\bmba\b"),
    ("ingenieur", r"diplome d'ingenieur|ecole d'ingenieur|engineering degree"), ("titre_pro", r"\btitre pro(?:fessionnel)?\b|\btp\b|\btitre (?:rncp|d[e'])"),
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
    "de du des la le les l d et en a au aux the of in option mention specialite spe metiers diplome formation niveau obtenu obtention cours annee an ans premiere deuxieme alternance apprentissage bien assez tres felicitations etat rncp professionnel professionnelle professionnels technologique general generale superieur national prevue prevu validation degree diploma year years first second third annees option options parcours domaine".split()
)
_PASSED = re.compile(
    r"\bobtenue?\b|\bmention (?:assez |tres )?bien\b|\bmention (?:ab|tb|b)\b|\bfelicitations\b|\btitulaire\b|\bcompleted\b|\bwith honou?rs\b|\bdiplomee?\b|\bvalidee?\b|\breussie?\b|\bobtained\b|\bpassed\b|\bgraduated\b|\badmise?\b"
)
_NOT_PASSED = re.compile(
    r"\bnon obtenue?\b|\bniveau\b(?! ?(?:\d|[ivx]+\b|cec|rncp|europeen|bac ?\+))|\bnon diplomee?\b|\bpas obtenue?\b|\bsans obtention\b|\bnon[ -]terminee?\b|\binterrompue?\b|\barretee?\b|\bnot obtained\b|\bunfinished\b|\bincomplete\b|\bsans diplome\b|\bnon validee?\b|\binacheve\w*|\babandon\w*|\bnot completed\b|\bdropped out\b|\bajournee?\b|\bechec\b"
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


def same_option(one: str, two: str) -> bool:
    """Whether two lines may name one speciality: a shared word or initials ("GPPE") are enough, a missing one is no difference.

    An abbreviation that stands for nothing known here says nothing.
    """
    left, right = options_of(one), options_of(two)
    if not left or not right or any(here[:5] == there[:5] for here in left for there in right):
        return True
    if trades_in(one) & trades_in(two):
        return True
    unknown = [_unknown(one), _unknown(two)]
    return all(_stem(fold(word)) in unknown[0] for word in left) or all(_stem(fold(word)) in unknown[1] for word in right)


def _unknown(text: str) -> frozenset[str]:
    """The abbreviations of a line that no list writes out."""
    return frozenset(
        _stem(fold(word))
        for word in re.findall(r"\b[A-Z][A-Za-z]?[A-Z0-9][A-Za-z0-9]{0,2}\b", text)
        if fold(word) not in _ACRONYMS and not (len(word) > 4 and trades_in(word))
    )
