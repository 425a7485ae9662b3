"""Secrets: passwords, logins and the codes of doors and alarms."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.checks.personal.ground import Ground, Piece

REASONS = ("password", "door_code")
_PASSWORD_WORD = re.compile(
    r"\b(?:mot de passe|mots de passe|mdps?|m2p|motdepasse|password|passwd|passcode|pwd|pw|passphrase|code (?:du )?wifi|cle (?:du )?wifi|cle wpa|"
    r"code pin|code secret|code (?:de )?(?:ma |la |sa |mon )?(?:cb|carte(?: bleue)?|tel|telephone|session)|session code|identifiants?|login|ids?)\b"
)
_BETWEEN = re.compile(
    r"(?:[ ](?:du|de la|de l'|de|d'|des|pour|sur|wifi|insta|instagram|snap|netflix|admin|session|est|c'est|cest|reste|toujours|le|la|les|mon|ma|mes|ton|ta|"
    r"sa|son|is|it's|for|my|the|same|since|and|\d{4}|depot|pc|ordi|compte|mail|gmail|facebook|banque|perso|meme|actuel|depuis|tjr|tjrs|a|marque|est toujours)(?:'s)?){0,9}"
    r"(?:\s?[:=«\"'“>|]\s?|->|→|,? c'est |,? is |,? it's | est |, |\s){1,3}"
)
_TOKEN = re.compile(r"[^\s,;«»\"“”()]{4,40}")
_LOGIN_PAIR = re.compile(
    r"[a-z0-9._%+\-]{2,40}@[a-z0-9.\-]{2,40}\.[a-z]{2,8}\s?[/|:;,]\s?(?:(?:mdp|pass|pw|password|et|mot de passe)\s?[:=]?\s?)?(?P<hit>[^\s,;@]{4,40})"
)
_DOOR = re.compile(
    r"\b(?:digicode|interphone|code (?:de |du |d'|de l'|de la |pour (?:l'|le |la )?)?(?:mon |ma |mes |notre |nos |ses |son |leur )?(?:porte|alarme|immeuble|portail|entree|batiment|bat|"
    r"coffre|hall|residence|garage|boite a cles?|interphone|vitrine|resid)|code at the door|door code|alarm code|gate code|code)\b"
)
_CODE = re.compile(r"(?<![a-z0-9/.])(?:[a-d]?\d{4,6}[a-d]?|\d{2,4}[a-d]\d{0,4}|[a-d]\d{3,5}|\d\d-\d\d-\d\d)(?![a-z0-9/]|[.,]\d)")
_NOT_A_DOOR = re.compile(
    r"\b(?:promo|reduction|reduc|postal|parrain|parrainage|barre|ape|naf|rome|civil|travail|route|penal|source|couleur|erreur|article|insee|wifi|qr|ami|creator|cadeau)\b"
)
_HOME = re.compile(
    r"\b(?:digicode|interphone|alarme|porte|portail|immeuble|entree|hall|coffre|door|alarm|gate|boite a cles?|rue|etage|chez|maison|appart)\b"
)


def find(ground: Ground) -> Iterator[Piece]:
    """A password beside its word when it looks like one (a digit, a sign, mixed letters, or quotes); a code beside a door."""
    text = ground.text
    for match in _LOGIN_PAIR.finditer(text):
        if _looks_secret(ground.raw(*match.span("hit"))):
            yield Piece("password", *match.span("hit"))
    for word in _PASSWORD_WORD.finditer(text):
        between = _BETWEEN.match(text, word.end())
        if not between:
            continue
        token = _TOKEN.match(text, between.end())
        if token:
            start, end = token.start(), token.start() + len(token[0].rstrip(".!?…:"))
            quoted = between[0].rstrip()[-1:] in "«\"“'" and text[end : end + 3].strip()[:1] in "»\"”'"
            if end - start >= 4 and (_looks_secret(ground.raw(start, end)) or (quoted and word[0] not in ("ids", "id"))):
                yield Piece("password", start, end)
    for word in _DOOR.finditer(text):
        piece = _door(word, ground)
        if piece:
            yield piece


def _looks_secret(written: str) -> bool:
    """A digit or a sign among letters, or capitals inside: no word of a sentence. Times, prices, dates and links are not."""
    written = written.rstrip(".!?…")
    if (
        "://" in written
        or written.startswith(("www.", "@", "#"))
        or re.fullmatch(r"\d+[.,:h/]\d*|\d{1,3}|(?:19|20)\d\d|\d+(?:e|eme|er|ème|%|€|\$|k)", written)
    ):
        return False
    if re.fullmatch(r"\d{4,12}", written):
        return True
    letters = any(char.isalpha() for char in written)
    digits = any(char.isdigit() for char in written)
    signs = any(char in "!$*+&#%_=@?^~" for char in written[1:])
    mixed = bool(re.search(r"[a-z][A-Z]", written))
    return letters and (digits or signs or mixed)


def _door(word: re.Match, ground: Ground) -> Piece | None:
    code = _CODE.search(ground.text, word.end(), word.end() + 34)
    if (
        not code
        or "\n" in ground.text[word.end() : code.start()]
        or _NOT_A_DOOR.search(ground.text[max(0, word.start() - 12) : code.start() + 1])
    ):
        return None
    if word[0] == "code" and not _HOME.search(ground.around(word.start(), code.end(), 34)):
        return None
    if re.fullmatch(r"(?:19|20)\d\d", code[0]) and word[0] == "code":
        return None
    return Piece("door_code", word.start(), code.end())
