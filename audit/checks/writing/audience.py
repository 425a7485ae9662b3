"""Who a text is for: a bio and a CV always meet recruiters; a post or a message only when it says so."""

from __future__ import annotations

import re

from audit.text import Reading
from audit.text.prefilter import Gate

_LOOKING = (
    r"\b(?:je |j'|j)?(?:re)?(?:cherch\w{0,3}|shearch\w*) (?:\w+ ){0,4}?(?:stages?|staj|alternan\w*|alternen\w*|apprentissage|apprentisage|aprentissage|contrat|contra|emploi|emplois|post|poste|"
    r"cdi|cdd|entrepri[sz]e|patron|boite|boulot|job|taf|travail|maitre d'apprentissage|employeur\w*)\b"
)
_JOB_WORD = r"stages?|alternan\w+|emploi|poste|cdi|cdd|job|taf|boite|travail|entretien|candidature|postule\w*|offre|ofre|annonce|anonce|anonse|recrut\w+|embauch\w+|cv|contrat|contra de"
# Said to a recruiter, whatever the kind of text.
_FORMAL = re.compile(
    r"\b(?:madame,? (?:et )?monsieur|madam,? m(?:r|onsieur)|monsieur,? madame|a l'attention d\w+ (?:service|responsable|recrut\w+|rh)|service (?:recrutement|rh|des ressources)|recruteurs?|recruteuses?|relance recruteur|"
    r"dans l'?attente d'une (?:reponse|reponce)|dans l'attente de votre|dans latente|ma candidature|je postul\w*|jpostul\w*|salutations? (?:distingue\w*|respectueuses)|lettre de motiv\w*|"
    r"(?:mon|mn|notre) c\.?v\.? (?:en p\w+|ci joint|en pj|pour (?:le|un|votre|l')|pr (?:le|un|l'))|vo?s? (?:met|envoi|envoie|joins?|transmets?) (?:mon|mn) cv|recu (?:mon|mn) cv|"
    r"(?:au sujet|a propos|suite a|concernant|par|int par|pour|pr) (?:du |le |l'|vot'?r?e? |vot |a |de )?(?:poste?|l'?annonce|loffre|annon[cs]e|anon[cs]e|l'annonse|offre)(?: d'emploi)? (?:de|d'|du|dan|dans|ds|parue?|que)|"
    r"(?:votre|vot|votr) (?:anonce|annonce|annonse|offre d'emploi|offre de stage|ofre)|(?:le|une?) (?:poste?|place|plasse) de \w+|"
    r"dear (?:sir|madam|hiring|hr|recruiter|employer)|hiring manager|to whom it may concern|my (?:cv|resume|application)|i am applying|applying for|sir/ma|"
    r"contrat? de pro\w*|contra de pro\w*)\b"
)
_TO_NETWORK = re.compile(
    rf"{_LOOKING}|\blinkedin\b|\bmon reseau\b|\bmon profil pro\b|(?:open to work|a l'ecoute d)|\b(?:looking for|lookin for|seeking|search) (?:a |an |any )?(?:job|internship|apprenticeship|work|position)\b"
)
_TO_RECRUITER = re.compile(
    r"^\W{0,4}(?:bjr|bonjour|bonsoir|bsr|slt|salut|hello|hi|good day|coucou)?,? ?(?:md|mr|mme|m\.|madame|monsieur|mademoiselle|sir|boss)\b"
)
_JOB = re.compile(
    rf"\b(?:{_JOB_WORD}|plongeur|plongeuse|caissi\w+|serveu\w+|vendeu\w+|hotesse|disponib\w*|dispo|intervi?ew|intervew|have job)\b"
)
_FRIENDLY = re.compile(
    r"\b(?:frr|frere|frerot|cousin|bg|ma belle|mon pote|les gars|bb|bebe|maman|papa|mamie|papi|tonton|tata|ma lulu|kiffe|jtm|bisous|bizou)\b"
)
_SPEAKS_OF_WORK = Gate(_FORMAL.pattern, _TO_NETWORK.pattern)


def for_recruiters(reading: Reading) -> bool:
    """True for bios and CVs, and for other texts that speak to a recruiter or to a professional network."""
    kind, text = reading.document.kind, reading.folded.text
    if kind in ("bio", "cv"):
        return True
    if len(text) < 12:
        return False
    head = text[:1500]
    if kind != "message" and not _SPEAKS_OF_WORK.opens(head):
        return False
    if _FORMAL.search(head) and _JOB.search(head):
        return True
    if kind == "message":
        return bool(_TO_RECRUITER.search(head) and _JOB.search(head))
    if kind == "post":
        return bool(_TO_NETWORK.search(head)) and not _FRIENDLY.search(head[:60])
    return False
