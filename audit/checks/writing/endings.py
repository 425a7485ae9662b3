"""Verb endings: the infinitive for a participle and the other way round, told by the dictionary; nouns in -é and -er are none."""

from __future__ import annotations

from audit.checks.writing.speller import speller

_NOUNS_E = frozenset(
    [
        "café",
        "marché",
        "employé",
        "salarié",
        "associé",
        "côté",
        "traité",
        "diplômé",
        "invité",
        "congé",
        "degré",
        "fiancé",
        "passé",
        "relevé",
        "résumé",
        "exposé",
        "énoncé",
        "carré",
        "clé",
        "blessé",
        "réfugié",
        "retraité",
        "délégué",
        "chargé",
        "abonné",
        "habitué",
        "beauté",
        "qualité",
        "santé",
        "société",
        "été",
        "liberté",
        "université",
        "sécurité",
        "activité",
        "clarté",
        "cité",
        "comité",
        "équité",
        "pitié",
        "moitié",
        "amitié",
        "métré",
        "thé",
        "pré",
        "blé",
        "gré",
        "nez",
        "chez",
        "assez",
        "rez",
    ]
)
_NOUNS_ER = frozenset(
    [
        "dîner",
        "métier",
        "hiver",
        "mer",
        "cher",
        "fer",
        "goûter",
        "papier",
        "atelier",
        "cahier",
        "clavier",
        "quartier",
        "courrier",
        "chantier",
        "premier",
        "dernier",
        "léger",
        "amer",
        "boulanger",
        "fier",
        "déjeuner",
        "cuisinier",
        "hôtelier",
        "infirmier",
        "caissier",
        "ouvrier",
        "fichier",
        "panier",
        "loyer",
        "foyer",
        "danger",
        "verger",
        "manager",
        "leader",
        "dealer",
        "designer",
        "super",
        "hyper",
        "entier",
        "régulier",
        "particulier",
        "étranger",
        "familier",
        "singulier",
        "financier",
        "saisonnier",
        "pâtissier",
        "charcutier",
        "menuisier",
        "plombier",
        "serrurier",
        "banquier",
        "pompier",
        "policier",
        "chevalier",
        "calendrier",
        "dossier",
        "escalier",
        "passager",
        "cancer",
        "laser",
        "enfer",
        "hier",
        "tier",
        "er",
        "ger",
        "souper",
        "tuer",
        "coucher",
        "lever",
        "pouvoir",
        "charter",
        "poster",
        "cluster",
        "burger",
        "hamburger",
        "computer",
        "barbier",
        "palier",
        "soulier",
        "janvier",
        "février",
    ]
)
RIGHT_ENDING = {
    "peut": "peux", "veut": "veux", "doit": "dois", "fait": "fais", "sait": "sais", "vient": "viens", "prend": "prends", "connait": "connais", "connaît": "connais",
    "met": "mets", "va": "vais", "suit": "suis", "permet": "permets", "travail": "travaille", "recherches": "recherche", "cherches": "cherche", "souhaites": "souhaite",
    "possèdes": "possède", "envoi": "envoie", "renvoi": "renvoie", "remerci": "remercie", "apprend": "apprends", "répond": "réponds", "attend": "attends", "comprend": "comprends",
    "croi": "crois", "voi": "vois", "sui": "suis", "doi": "dois", "sai": "sais", "fai": "fais", "vien": "viens", "parles": "parle", "aimes": "aime", "adores": "adore",
    "habites": "habite", "espères": "espère", "étudies": "étudie", "aimerai": "aimerais", "peux": "peut", "veux": "veut", "sais": "sait", "fais": "fait", "vas": "va", "dois": "doit",
    "viens": "vient", "prends": "prend", "permets": "permet", "mets": "met", "apprit": "appris", "appri": "appris", "prit": "pris", "mit": "mis", "comprit": "compris",
    "obtenut": "obtenu", "finit": "fini", "choisit": "choisi", "acquit": "acquis", "acqui": "acquis", "sut": "su", "eut": "eu", "reçut": "reçu", "dis": "dit",
    "j'aurais": "j'avais", "tu aurais": "tu avais", "je serais": "j'étais", "il aurait": "il avait", "vous auriez": "vous aviez", "vous seriez": "vous étiez", "je pourrais": "je pouvais",
}  # fmt: skip


def infinitive(word: str) -> str | None:
    """ "travaillé" or "travaillez" → "travailler"; None for a noun or for what is no verb."""
    stem = word.removesuffix("s")
    for ending in ("ée", "é", "ez"):
        if stem.endswith(ending):
            verb = stem[: -len(ending)] + "er"
            return verb if word not in _NOUNS_E and stem not in _NOUNS_E and speller("fr").knows(verb) else None
    return None


def participle(word: str) -> str | None:
    """ "travailler" → "travaillé"; None for a noun or an adjective in -er."""
    if word in _NOUNS_ER or (
        word.endswith("ier")
        and word not in ("apprécier", "étudier", "vérifier", "qualifier", "négocier", "bénéficier", "certifier", "modifier", "planifier")
    ):
        return None
    form = word[:-2] + "é"
    return form if speller("fr").knows(form) else None


def polite(word: str) -> str:
    """ "contacter" (moi) → "contactez-moi"."""
    special = {"écrivé": "écrivez", "répondé": "répondez", "prené": "prenez", "contacte": "contactez"}
    return special.get(word, word.removesuffix("er").removesuffix("é") + "ez") + "-moi"
