"""Numbers of identity: social security (NIR), identity card, passport, driving licence, residence permit, tax number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stdnum.fr import nir

from audit.checks.personal.ground import Ground, Piece

REASONS = ("social_security", "identity_document")
_NIR = re.compile(
    r"(?<![\d.,])[12](?P<sep>[ .\-]?)\d{2}[ .\-]?(?:0[1-9]|1[0-2]|[2-9]\d)[ .\-]?(?:\d{2}|2[ab])[ .\-]?\d{3}[ .\-]?\d{3}(?:[ .\-/]?(?:cle )?\d{2})?(?!\d)"
)
_NIR_WORD = re.compile(r"\b(?:secu|securite sociale|nir|vitale|carte vitale|numero de ss|n° ss|ameli|insee|social security|mutuelle)\b")
_NI = re.compile(
    r"\b(?:ni|national insurance)\b(?: number| no)?\W{0,4}(?:is |it's )?(?P<hit>[a-z]{2} ?\d{2} ?\d{2} ?\d{2} ?[a-d])(?![a-z0-9])"
)
_DOCUMENT = re.compile(
    r"\b(?:passeport|passport|cni|carte d'identite|piece d'identite|carte nationale d'identite|ma carte d id|identite|permis|titre de sejour|carte de sejour|recepisse|"
    r"id card|new id|my id|driving licence|driver's license|visa n|numero fiscal|fiscal number|numero etranger|n° etranger|agdref|"
    r"carte pro|carte professionnelle|numero de permis|carte grise)\b"
)
_NUMBER = re.compile(
    r"(?<![a-z0-9])(?:\d{2}[a-z]{2}\d{5}|[a-z0-9]{2}\d{2}[a-z]{2}\d{5}|\d{12}(?!\d)|\d{2} ?\d{2} ?\d{3} ?\d{3} ?\d{3}|[a-z]\d[a-z0-9]{2}[a-z0-9]\d[a-z0-9]\d[a-z0-9]|[a-z]{1,2}\d{6,9}|\d{9,10}(?!\d))(?![a-z0-9])"
)


def find(ground: Ground) -> Iterator[Piece]:
    """NIR (by key, or by its shape with spaces, or beside its word); document numbers only beside their word."""
    for match in _NIR.finditer(ground.text):
        compact = re.sub(r"[^0-9ab]", "", match[0].replace("cle", "")).upper()
        told = _NIR_WORD.search(ground.around(*match.span(), 50))
        spaced = match["sep"] != "" and len(re.findall(r"[ .\-]", match[0])) >= 5
        if told or (len(compact) == 15 and (_valid(compact) or spaced) and not ground.is_reference(*match.span())):
            yield Piece("social_security", *match.span())
    for match in _NI.finditer(ground.text):
        yield Piece("social_security", *match.span("hit"))
    if _DOCUMENT.search(ground.text):
        for match in _NUMBER.finditer(ground.text):
            if _DOCUMENT.search(ground.around(*match.span(), 45)) and not _phone_like(match[0]):
                yield Piece("identity_document", *match.span())


def _valid(compact: str) -> bool:
    return nir.is_valid(compact)


def _phone_like(written: str) -> bool:
    return len(written) == 10 and written.isdigit() and written[0] == "0"
