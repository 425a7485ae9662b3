"""Postal addresses of persons: a number and a street with the words of a home around; open places are left alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.checks.personal.ground import Ground, Piece

REASONS = ("address", "address_of_other", "address_maybe")
_SURE = r"rue|avenue|av\.?|ave|bd|bld|blvd|boulevard|chemin|impasse|allee|allees|ruelle|venelle|faubourg|fbg|sentier|lotissement|square|quai|esplanade|hameau|traverse|montee"
_AMBIGUOUS = r"place|route|cours|passage|cite|villa|residence|cour|clos|mail|voie|promenade|rond point|parvis|residences"
_FR = re.compile(
    rf"(?<![\d/.,\-])(?P<number>\d{{1,4}})(?: ?(?:bis|ter|quater|[abcd]))?,? (?:(?:,? ?)?(?P<kind>{_SURE}|{_AMBIGUOUS})) (?P<name>(?:de la |de l'|de |du |des |d'|la |le |les |l'|aux |a |st |ste )?[a-z0-9][\w']*(?: (?:de la|de l'|de|du|des|d'|la|le|les|et|aux) ?[\w']+| [\w']+)?)"
)
_BUILDING = re.compile(
    r"\b(?:bat|batiment|bt|tour|appart|appt|apt|appartement|chambre|chbre|logement|porte|escalier)\.? ?(?:n° ?)?(?!a \d{1,2} ?h\b)(?P<n>[a-h0-9]{1,4})\b,? (?:\w+ ){0,2}?(?:appart|appt|apt|chambre|chbre|porte|residence|cite|etage|\d)"
)
_EN = re.compile(
    r"(?<![\d/.,\-])\d{1,4}[a-d]? (?:[a-z']+ ){1,3}(?:street|st|road|rd|avenue|ave|lane|terrace|row|close|drive|court|crescent|house|gardens|grove|way|square|quay|mews|view|park|hill)\b(?:,? (?:flat|apt) \w+)?"
)
_FLAT = re.compile(r"\bflat \w{1,4}, (?=\d{1,4} )")
_HOME = re.compile(
    r"\b(?:j'habite|jhabite|j'hab|habite|habitons|habitant|j'habitais|chez (?:moi|nous|lui|elle|ma|mon|mes)|mon adresse|notre adresse|son adresse|l'adresse de|adresse|domicile|domiciliee?|"
    r"residant|demeurant|j'suis au|jsuis au|chui au|je suis au|suis au|appart|appartement|bat|batiment|etage|\d ?e (?:gauche|droite|etage)|gauche|droite|sonnette|"
    r"sonner|sonne|sonnez|toque|toquer|toquez|code|digicode|interphone|cle|cles|clefs?|porte bleue|portail|volets|venez|passez|passe|viens|cartes? postales?|livrer|"
    r"livraison|colis|boite aux lettres|boite du bas|bien rentree?|demenage|demenagement|emmenage|coloc|studio|mon nouveau|notre nouveau|devant chez|crem(?:aillere)?|"
    r"ascenseur|fenetre|rdc|i live|my place|my address|send|pick ?up|ring|buzz|i'm at|im at|home|lives?|moved|flat|ecrivez|ecrire|seul|seule|toute seule|tout seul)\b|🔑|🏠|📍"
)
_STRONG_HOME = re.compile(
    r"\b(?:j'habite|jhabite|chez moi|chez nous|mon adresse|ma maison|notre maison|mon appart|domicilie|bien rentre|mon studio|je vis|on vit|devant chez)"
)
_POSTCODE = re.compile(
    r"(?:,? ?(?:a |- ?)?(?:[a-z][\w']*(?: [a-z][\w']*){0,2},? )?)?(?<!\d)(?:0[1-9]|[1-8]\d|9[0-5]|97[1-8]|2[ab])\d{3}(?!\d)"
)
_UK_POSTCODE = re.compile(r"\b[a-z]{1,2}\d[a-z0-9]? \d[a-z]{2}\b")
_LOCALITY = re.compile(r"\blieu dit (?:les |le |la |l')?(?P<name>[a-z'][\w']+(?: [\w']+){0,2})")
_FAME = re.compile(
    r"\b(?:rivoli|elysee|elysees|champs elysees|downing|baker street|wall street|grenelle|morgue|jump street|evergreen terrace|sesame)\b"
)


def find(ground: Ground) -> Iterator[Piece]:
    """Addresses: sure beside the words of a home, somebody else's when the words say so, else to review; public places never."""
    for start, end, ambiguous in _shapes(ground):
        around = ground.around(start, end, 90)
        home = (
            bool(_HOME.search(around.replace(ground.text[start:end], " ", 1)))
            or bool(_POSTCODE.match(ground.text, end))
            or bool(_UK_POSTCODE.search(ground.after(end, 40)))
        )
        if _FAME.search(ground.text[start:end]) or (ground.of_public(start) and not _STRONG_HOME.search(around)):
            continue
        if ambiguous and not home:
            continue
        if ground.of_other(start, end) or re.search(
            r"\b(?:m\.|mme|monsieur|madame|tonton|tata|tante|mamie|papi) (?:\w+ ){1,3}$", ground.before(start, 40).replace(",", "") + " "
        ):
            reason = "address_of_other"
        else:
            reason = "address" if home or ground.kind == "cv" else "address_maybe"
        yield Piece(reason, start, end)


def _shapes(ground: Ground) -> Iterator[tuple[int, int, bool]]:
    """(start, end, doubtful) of what has the shape of an address."""
    text = ground.text
    for match in _FR.finditer(text):
        name = match["name"]
        kind = match["kind"].rstrip(".")
        capital = any(word[:1].isupper() for word in ground.raw(*match.span("name")).replace("'", " ").replace("’", " ").split())
        unsure = bool(re.fullmatch(_AMBIGUOUS, kind))
        if (unsure or kind in ("av", "square", "quai", "hameau", "montee", "traverse", "ave")) and not capital:
            continue
        if not capital and not re.match(r"(?:de |du |des |d'|de la )", name) and not _HOME.search(ground.around(*match.span(), 60)):
            continue
        end = _tidy_end(ground, match)
        yield match.start(), end, not capital
    for match in _EN.finditer(text):
        words = ground.raw(*match.span()).split()
        if ground.reading.lang != "fr" and all(word[:1].isupper() or word[:1].isdigit() for word in words[1:3]):
            flat = next((flat for flat in _FLAT.finditer(text) if flat.end() == match.start()), None)
            yield (flat.start() if flat else match.start()), match.end(), False
    for match in _BUILDING.finditer(text):
        yield match.start(), match.end(), True
    for match in _LOCALITY.finditer(text):
        if _HOME.search(ground.around(*match.span(), 60)):
            yield match.start(), match.end(), True


def _tidy_end(ground: Ground, match: re.Match) -> int:
    """The end of the street's name, without the small words that follow it, with a post code that belongs to it."""
    text = ground.text
    end = match.end()
    name = text[match.start("name") : end]
    cut = re.search(r" (?:et|a|au|aux|la|le|les|je|on|j'|pour|avec|dans|mon|ma|c'est|qui|que|si|sur)(?: [\w']+)?$", name)
    if cut and not re.match(r"(?:la|le|les) [\w']+$", name):
        end = match.start("name") + cut.start()
    post = _POSTCODE.match(text, end)
    return post.end() if post else end
