"""The usual faults of French letters: homophones, verb endings, agreements. Each pattern says what is right.

Patterns run on the small letters of the text as written (accents kept). `right` is the replacement of the match; a function may
refuse a match by giving None (a noun in -é after "de" is no fault).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from audit.checks.writing.endings import RIGHT_ENDING, infinitive, participle, polite
from audit.text.prefilter import Prefilter
from audit.text.required import required

Right = str | Callable[[re.Match], "str | None"]


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault in the text [start, end): what was written and what is right ("" when only a person can tell)."""

    start: int
    end: int
    written: str
    right: str
    sure: bool = True


@dataclass(frozen=True, slots=True)
class _Usual:
    pattern: re.Pattern
    right: Right
    not_after: frozenset[str]


def _usual(pattern: str, right: Right, not_after: str = "") -> _Usual:
    return _Usual(re.compile(rf"(?<![\w'])(?:{pattern})(?:(?<= )|(?!\w))"), right, frozenset(not_after.split()))


_SUBJECTS = "il elle on qui ça cela y n'y l' m' t' s' personne chacun tu celui lui n'en en nous rien monde"
_PLURALS = "an année stage client cliente expérience compétence entreprise enfant jour heure semaine langue qualité collègue formation diplôme personne projet produit magasin horaire contrat mission tâche patient élève métier animal étude saison service véhicule logiciel poste emploi élément domaine secteur"
_NOUNS = "|".join(_PLURALS.split())
_FEMININE = "alternance|entreprise|formation|expérience|équipe|candidature|licence|réponse|annonce|offre|année|école|passion|mission|opportunité|semaine|boulangerie|agence|boutique|place|collaboration|personne"
_MASCULINE = "stage|contrat|emploi|métier|diplôme|bac|cdi|cdd|travail|magasin|entretien|salaire|apprentissage|domaine|secteur|milieu|environnement|service"

_FRENCH = (
    # a, à
    _usual(r"a (?=(?:partir|bientôt|domicile|temps (?:plein|partiel)|plein temps|mi-temps|l'écoute|la recherche|votre (?:disposition|écoute|service)|distance|l'aise|ce jour|l'avance|toutes et|tous|"
           r"propos|travers|côté|condition|l'étranger|lyon|paris|marseille|lille|toulouse|nantes|bordeaux|nice|rennes|très|vous lire)\b)", "à", _SUBJECTS + " et a j' qu'il qu'elle vous"),
    _usual(r"(?P<w>grâce|face|suite|quant|par rapport|jusqu'?) a(?= (?:la|l'|un|une|mon|ma|mes|votre|vos|ce|cette|des|ces|mon)\b)", lambda m: f"{m['w']} à"),
    _usual(r"jusqu'a", "jusqu'à"),
    _usual(r"(?P<w>il|elle|on|qui|ça) à (?=(?:été|eu|fait|pu|dû|pris|mis|appris|obtenu|besoin|travaillé|toujours|beaucoup|déjà)\b)", lambda m: f"{m['w']} a"),
    _usual(r"(?P<w>\d{1,2} ?h(?:\d\d)?) a (?=\d{1,2} ?h)", lambda m: f"{m['w']} à"),
    # er, é, ez
    _usual(r"(?P<w>(?:je |j'|vous |nous |on |il |elle )?(?:ne )?(?:veux|peux|peut|souhaite|souhaiterais|voudrais|dois|doit|vais|va|désire|aimerais|aimerai|pouvez|voulez|devez|pourrez|allons|faut|pouvoir|vouloir|devoir|savoir|puisse)) (?P<p>me |m'|vous |nous |le |la |les |l'|y |en |bien |pas |encore )?(?P<v>\w+(?:é|ez|ée|és))",
           lambda m: infinitive(m["v"]) and f"{m['w']} {m['p'] or ''}{infinitive(m['v'])}"),
    _usual(r"(?P<w>à|de|pour|sans|afin de|envie de|merci de|besoin de) (?P<p>me |m'|vous |nous |se |s'|bien )?(?P<v>(?:travaill|trouv|évolu|form|intégr|particip|postul|aid|développ|rencontr|contact|commenc|continu|progress|apport|montr|réalis|gagn|recherch|échang|propos|présent|mang|parl|donn|jou|cuisin|conseill|rejoign|gér|manag|motiv|rapel|rappel|appel|embauch|partag|relev|chang|améliore|amélior|cré|organis|dirig|encadr|discut)(?:é|ez|ée|és))",
           lambda m: f"{m['w']} {m['p'] or ''}{infinitive(m['v'])}" if infinitive(m["v"]) else None),
    _usual(r"(?P<w>(?:j'ai|jai|tu as|il a|elle a|on a|nous avons|vous avez|ils ont|elles ont|ayant|avoir)(?: (?:déjà|bien|aussi|toujours|beaucoup|pas|jamais|tout|ainsi))?) (?P<v>\w{2,}er)",
           lambda m: participle(m["v"]) and f"{m['w']} {participle(m['v'])}"),
    _usual(r"(?P<w>(?:je suis|suis|êtes|sommes|sont|été|elle est|il est|étant|être|très|trop|super|hyper|vivement)(?: (?:très|bien|aussi|toujours|trop|super|plus|vraiment|vivement))?) (?P<v>\w{3,}er)",
           lambda m: participle(m["v"]) and f"{m['w']} {participle(m['v'])}"),
    _usual(r"(?P<w>sérieu\w+|dynamique|ponctuell?e?|rigoureu\w+|souriante?|polyvalente?|autonome|profil|jeune|personne) (?P<e>et |, )?(?P<v>motiver|organiser|diplômer|passionner|qualifier|impliquer|déterminer)(?! (?:les|des|une?|la|le|l'|mes|mon|ma|nos|vos|son|autrui))",
           lambda m: f"{m['w']} {m['e'] or ''}{m['v'][:-2]}é"),
    _usual(r"(?P<w>que|si|quand|lorsque|comme|où|dont) vous (?P<v>\w{3,}er)", lambda m: participle(m["v"]) and f"{m['w']} vous {m['v'][:-2]}ez"),
    _usual(r"n'hésit(?:é|er|ée|e|ait)(?: surtout)? pas", "n'hésitez pas"),
    _usual(r"(?P<v>contacter|contacté|contacte|appeler|appelé|rappeler|rappelé|embaucher|embauché|écrivé|répondé|prené|demander) (?:moi|nous)", lambda m: polite(m["v"])),
    _usual(r"me contact(?:é|ée)", "me contacter", "m'a avez a ont j'ai"),
    _usual(r"partag(?:é|er)(?= (?:svp|s'il|en masse|stp|merci|au max))", "partagez"),
    _usual(r"veuillez (?P<v>agréez|trouvez|recevez|acceptez|croyez)", lambda m: {"agréez": "veuillez agréer", "trouvez": "veuillez trouver", "recevez": "veuillez recevoir", "acceptez": "veuillez accepter", "croyez": "veuillez croire"}[m["v"]]),
    _usual(r"je vous pris?(?= (?:d'|de|,|madame))", lambda m: None if m[0].endswith("prie") else "je vous prie"),
    # persons of the verb
    _usual(r"je (?P<p>ne |me |vous |le |la |les |y |en )?(?P<v>peut|veut|doit|fait|sait|vient|prend|connait|connaît|met|va|suit|permet|travail|recherches|cherches|souhaites|possèdes|envoi|renvoi|remerci|apprend|répond|attend|comprend|croi|voi|sui|doi|sai|fai|vien|parles|aimes|adores|habites)",
           lambda m: f"je {m['p'] or ''}{RIGHT_ENDING[m['v']]}"),
    _usual(r"j'(?P<v>attend|apprend|aimes|adores|habites|espères|envoi|étudies|aimerai)(?= \w)", lambda m: f"j'{RIGHT_ENDING[m['v']]}"),
    _usual(r"je m'(?:appel|apelle|appele|apel|appelles)", "je m'appelle"),
    _usual(r"(?P<w>il|elle|on|qui|ça|candidature|profil) (?P<v>peux|veux|sais|fais|vas|dois|viens|prends|permets|mets)", lambda m: f"{m['w']} {RIGHT_ENDING[m['v']]}"),
    _usual(r"(?P<w>ils|elles) on", lambda m: f"{m['w']} ont"),
    _usual(r"ont (?=(?:va|peut|est|fait|travaille|doit|m'a|me|se)\b)", "on "),
    _usual(r"on à", "on a"),
    # compound tenses
    _usual(r"(?P<w>ai|as|a|avons|avez|ont|avoir|j'ai|jai) (?:était|étais|étaient|étée|étez|etait)", lambda m: f"{m['w']} été"),
    _usual(r"(?P<w>j'ai|jai|tu as|il a|elle a|on a|ayant) (?P<v>fais|apprit|appri|prit|mit|comprit|obtenus?e|obtenut|suivie?t|finit|choisit|acquit|acqui|sut|eut|reçut|dis)",
           lambda m: f"{m['w']} {RIGHT_ENDING.get(m['v'], '')}" if m["v"] in RIGHT_ENDING else None),
    _usual(r"j'ai (?P<v>obtenue|finie|validée|commencée|travaillée|effectuée|réalisée|passée|suivie)(?= (?:mon|ma|mes|un|une|le|la|des|en|dans|deux|trois)\b)", lambda m: f"j'ai {m['v'][:-1]}"),
    _usual(r"si (?P<v>j'aurais|tu aurais|je serais|il aurait|vous auriez|vous seriez|je pourrais)", lambda m: f"si {RIGHT_ENDING[m['v']]}", "savoir demande demander sais ignore voir dire"),
    _usual(r"je serais (?=disponible (?:à partir|dès|du|en|le|jusqu|immédiatement)\b)", "je serai "),
    # homophones
    _usual(r"(?:ces|ses) (?=(?:pas|vrai|moi|trop|un|une|bien que|super|très|pour ça|dommage)\b)", "c'est "),
    _usual(r"c'est (?=(?:formations|expériences|études|compétences|qualités|stages|années|missions)\b)", "ces "),
    _usual(r"sa (?=(?:va|fait|me|m'|te|ne|n'|peut|sera|serait|marche|reste|dépend|suffit|m'a)(?:\b|(?<=')))", "ça "),
    _usual(r"(?P<w>comme|pour|avec|tout) sa(?=\s*(?:[.,!?;:]|$))", lambda m: f"{m['w']} ça"),
    _usual(r"ça (?=(?:famille|mère|formation|rigueur|motivation|carrière|passion)\b)", "sa "),
    _usual(r"ma (?=(?:permis|appris|donné|apporté|aidé|beaucoup|toujours|dit|fait|formé|plu|apprit|montré|motivé|offert|poussé|conduit|rendu)\b)", "m'a "),
    _usual(r"mon (?=(?:permis de|appris|donné|apporté|aidé|formé|motivé|poussé)\b)(?!permis de conduire)", "m'ont "),
    _usual(r"mais (?=(?:études|compétences|expériences|qualités|collègues|missions|loisirs|stages)\b)", "mes "),
    _usual(r"sont (?=(?:travail|équipe|expérience|métier|stage|entreprise)\b)", "son "),
    _usual(r"(?P<w>(?:l')?entreprise|poste|magasin|endroit|métier|secteur|domaine|moment|travail|ville|structure|lieu) ou (?=(?:je|j'|on|il|elle|nous|vous)(?:\b|(?<=')))", lambda m: f"{m['w']} où "),
    _usual(r"quand (?:a|à) (?=(?:moi|mes|mon|ma|votre|la|l'|mes)(?:\b|(?<=')))", "quant à "),
    _usual(r"(?:en temps|entant|en tan) que", "en tant que"),
    _usual(r"près à (?=(?:m'|me|vous|\w+er)\b)", "prêt à "),
    _usual(r"si[- ](?P<w>joint|jointe|dessous|dessus|contre|après)", lambda m: f"ci-{m['w']}", "même comme tellement moi"),
    _usual(r"ci (?P<w>joint|jointe|dessous|dessus)", lambda m: f"ci-{m['w']}"),
    _usual(r"(?P<w>pièce|piece)s? joindre", "pièce jointe"),
    # words and expressions
    _usual(r"comme même", "quand même"),
    _usual(r"malgré que", "bien que"),
    _usual(r"malgrés", "malgré"),
    _usual(r"parmis", "parmi"),
    _usual(r"bien?sur", "bien sûr"),
    _usual(r"voir même", "voire même"),
    _usual(r"de puis", "depuis"),
    _usual(r"(?P<w>en|dans) l'(?:entente|atente) de", "dans l'attente de"),
    _usual(r"(?:dans latente|d'en l'attente)", "dans l'attente"),
    _usual(r"d'avantage", "davantage"),
    _usual(r"quelque soi[st]", "quel que soit"),
    _usual(r"(?:ya|y'a)(?= \w)", "il y a"),
    _usual(r"es[t]? ce que", lambda m: "est-ce que" if m[0].startswith("es ") else None),
    # agreements
    _usual(r"tout (?P<w>les|mes|ces|ses|vos|nos|leurs)", lambda m: f"tous {m['w']}", "du avant c'est en pas partout"),
    _usual(rf"quelque (?P<n>{_NOUNS.replace('|', 's|')}s|mois|choses)", lambda m: f"quelques {m['n']}"),
    _usual(rf"(?P<w>deux|trois|quatre|cinq|six|sept|huit|neuf|dix|plusieurs|[2-9]|[1-9]\d) (?P<n>{_NOUNS})", lambda m: f"{m['w']} {m['n']}s" if m["n"] != "animal" else f"{m['w']} animaux"),
    _usual(r"(?P<w>les|des|mes|vos|nos|ces|différentes?|différents) (?P<n>client|expérience|compétence|entreprise|enfant|collègue|diplôme|produit|horaire|mission|patient|métier|étude|autre(?= \w))", lambda m: f"{m['w']} {m['n']}s", "je tu il elle on nous vous qui pour de à et"),
    _usual(rf"(?P<w>un|une|mon|ma|votre|chaque) (?P<n>(?:{_NOUNS})s)", lambda m: f"{m['w']} {m['n'][:-1]}", "de et"),
    _usual(rf"un (?P<n>{_FEMININE})", lambda m: f"une {m['n']}"),
    _usual(rf"une (?P<n>{_MASCULINE})", lambda m: f"un {m['n']}"),
    _usual(r"ce (?P<n>formation|entreprise|alternance|offre|annonce|expérience|équipe|mission)", lambda m: f"cette {m['n']}"),
    _usual(r"cette (?P<n>stage|emploi|métier|contrat|travail|magasin)", lambda m: f"ce {m['n']}" if m["n"] != "emploi" else "cet emploi"),
    _usual(r"mon (?P<n>formation|candidature|passion|motivation|licence|rigueur|recherche)", lambda m: f"ma {m['n']}"),
)  # fmt: skip
_ENGLISH = (
    _usual(r"i have (?P<v>did|went|saw|took|began|wrote)", lambda m: f"i {m['v']}"),
    _usual(r"(?P<n>\d+|two|three|four|five) (?P<w>year|month|week|day)(?! old|-old)", lambda m: f"{m['n']} {m['w']}s", "1"),
    _usual(r"since (?P<n>\d+|two|three) (?P<w>years?|months?)", lambda m: f"for {m['n']} {m['w'].rstrip('s')}s"),
    _usual(r"(?:informations|experiences in the domain|the peoples|peoples)", lambda m: {"informations": "information"}.get(m[0], "people")),
    _usual(r"contact with me", "contact me"),
    _usual(r"thanks you", "thank you"),
    _usual(r"i search (?=(?:a|for|an)\b)", "i am looking for "),
    _usual(r"(?:more better|very smile)", ""),
    _usual(r"i am agree", "i agree"),
    _usual(r"speak(?:ing)? (?P<l>english|french|spanish) good", lambda m: f"speak good {m['l']}"),
    _usual(r"in france since", "in france for"),
    _usual(r"a (?P<n>alternance|apprentice|internship|english|opportunity|experience|interview|office)", lambda m: f"an {m['n']}"),
    _usual(r"(?:find|found) attach(?! ?ed)", "find attached"),
    _usual(r"(?P<w>he|she|it|job) (?P<v>pay|work|make|give|need)(?= (?:good|well|me|a|the)\b)", lambda m: f"{m['w']} {m['v']}s"),
    _usual(r"(?:i can to|i must to|i want find|i want work)", ""),
)  # fmt: skip


_TABLES = {
    lang: (table, Prefilter([required(usual.pattern.pattern)[0] for usual in table])) for lang, table in (("fr", _FRENCH), ("en", _ENGLISH))
}


def usual_faults(lower: str, lang: str) -> Iterator[Fault]:
    """The usual faults of a text in small letters, in order of the table; spans are those of the text."""
    table, prefilter = _TABLES["en" if lang == "en" else "fr"]
    for number in sorted(prefilter.numbers(lower)):
        usual = table[number]
        for match in usual.pattern.finditer(lower):
            right = usual.right(match) if callable(usual.right) else usual.right
            if right is None or right is False or (usual.not_after and _before(lower, match.start()) in usual.not_after):
                continue
            yield Fault(match.start(), match.end(), match[0].strip(), right.strip())


def _before(lower: str, start: int) -> str:
    """The word that stands right before, with its apostrophe; "" at the start of a clause."""
    found = re.search(r"([\w'-]+)\s*$", lower[max(0, start - 24) : start])
    return found[1].rsplit("'", 1)[0] + "'" if found and found[1].endswith("'") else (found[1] if found else "")
