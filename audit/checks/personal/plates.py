"""Number plates: the French form since 2009, the older one beside a word of driving."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.checks.personal.ground import Ground, Piece

REASONS = ("plate", "plate_of_other")
_LETTERS = "[a-hj-np-tv-z]"
_NEW = re.compile(rf"(?<![a-z0-9\-/])(?!ss|ww){_LETTERS}{{2}}(?P<sep>[ \-.·]?)\d{{3}}(?P=sep){_LETTERS}{{2}}(?![a-z0-9\-/])")
_OLD = re.compile(r"(?<![a-z0-9\-/])\d{2,4} ?[\- ]?[a-z]{2,3} ?[\- ]?(?:\d{2}|2[ab]|97\d)(?![a-z0-9\-/])")
_WORD = re.compile(
    r"\b(?:plaque|plaques|immat|immatricule|immatriculee|immatriculation|voiture|caisse|bagnole|vago|scooter|moto|clio|twingo|golf|polo|peugeot|renault|citroen|"
    r"audi|bmw|mercedes|fiat|toyota|ford|fourgon|camion|utilitaire|gare|stationne|roule|permis|car|plate|van|bike)\b|🚗|🚙|🏎|🛵"
)
_SAMPLES = ("ab123cd", "aa123aa", "aa123bb", "ab123de")


def find(ground: Ground) -> Iterator[Piece]:
    """Plates with hyphens as they are; written otherwise, only beside a word of driving."""
    for pattern, needs_word in ((_NEW, False), (_OLD, True)):
        for match in pattern.finditer(ground.text):
            start, end = match.span()
            told = bool(_WORD.search(ground.around(start, end, 60)))
            raw = ground.raw(start, end)
            if not needs_word and match["sep"] != "-" and not (raw[:2].isupper() and raw[-2:].isupper()):
                continue  # "la 450 et" is no plate
            bare = needs_word or match["sep"] != "-" or raw[:2].islower()
            if (bare and not told) or re.sub(r"\W", "", match[0]) in _SAMPLES or (ground.is_reference(start, end) and not told):
                continue
            if needs_word and not re.search(r"plaque|immat", ground.around(start, end, 40)):
                continue
            yield Piece("plate_of_other" if ground.of_other(start, end) else "plate", start, end)
