"""Bank data: IBAN, French account details, payment cards, British sort code."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stdnum import iban, luhn

from audit.checks.personal.ground import Ground, Piece

REASONS = ("iban", "card")
_IBAN = re.compile(r"(?<![a-z0-9])[a-z]{2}\d{2}(?:[ .\-]?[a-z0-9]){11,30}(?![a-z0-9])")
_IBAN_SHAPE = re.compile(
    r"(?<![a-z0-9])(?:fr|mc)\d{2}(?:[ .\-]?\d){10}(?:[ .\-]?[a-z0-9]){11}(?:[ .\-]?\d){2}(?![a-z0-9])|(?<![a-z0-9])fr\d{2}(?: \d{4}){4,5}(?: \d{1,4})?(?! ?\d)"
)
_RIB = re.compile(
    r"(?<!\d)(\d(?:[ .\-]?\d){4})(?:\D{1,14}?|[ .\-]?)(\d(?:[ .\-]?\d){4})(?:\D{1,14}?|[ .\-]?)([0-9a-z](?:[ .\-]?\d){10})(?:\D{1,8}?|[ .\-]?)(\d ?\d)(?!\d)"
)
_CARD = re.compile(
    r"(?<![\d+])\d{4}(?P<sep>[ .\-,]{0,2})\d{4}[ .\-,]{0,2}\d{4}[ .\-,]{0,2}\d{4}(?:\d{1,3})?(?!\d)|(?<!\d)3[47]\d{2}[ .\-]?\d{6}[ .\-]?\d{5}(?!\d)"
)
_CARD_WORD = re.compile(
    r"\b(?:carte|cartes|cb|carte bleue|visa|mastercard|card|crypto|cryptogramme|cvv|cvc|exp|expire|expiration|debit|credit|paypal|payer|paye|lydia)\b"
)
_EXPIRY = re.compile(
    r"[\s,;:.\-(]{1,4}(?:(?:exp|fin|expire|expiration|valable|val|exp\.|jusqu'en|et|la date|date)[\s:.]{0,3}){0,3}(?:0[1-9]|1[0-2]) ?/ ?(?:20)?\d\d(?!\d)"
)
_CRYPTO = re.compile(r"[\s,;:.\-(]{1,4}(?:(?:et|puis|crypto\w*|cvv|cvc|code|derriere|dos|c'est|le|au)[\s:']{0,3}){0,5}\d{3}(?!\d)")
_ACCOUNT_WORD = re.compile(r"\b(?:rib|iban|virement|compte|banque|virer|remboursement|rembourser|acc|account)\b")
_SORT_CODE = re.compile(
    r"\bsort(?: code)?\W{1,3}\d\d[ \-]?\d\d[ \-]?\d\d(?:\W{1,3}(?:and |et )?(?:acc(?:ount)?(?: (?:number|no))?\W{0,3})?\d{8})?"
)


def find(ground: Ground) -> Iterator[Piece]:
    """IBAN (by key, or by shape, as people mistype), account details beside their word, cards (by Luhn, or beside their word)."""
    text = ground.text
    for match in _IBAN_SHAPE.finditer(text):
        yield Piece("iban", *match.span())
    for match in _IBAN.finditer(text):
        end = _iban_end(match[0])
        if end:
            yield Piece("iban", match.start(), match.start() + end)
    for match in _RIB.finditer(text):
        if _ACCOUNT_WORD.search(ground.before(match.start(), 80)) or _rib_key(*(re.sub(r"[^0-9a-z]", "", part) for part in match.groups())):
            yield Piece("iban", *match.span())
    for match in _SORT_CODE.finditer(text):
        yield Piece("iban", *match.span())
    for match in _CARD.finditer(text):
        piece = _card(match, ground)
        if piece:
            yield piece


def _iban_end(written: str) -> int:
    """The length of the written IBAN inside the match; 0 when its key is wrong. Following words may have been swallowed."""
    for cut in (len(written), *(space.start() for space in reversed(list(re.finditer(" ", written))))):
        compact = re.sub(r"[ .\-]", "", written[:cut])
        if len(compact) < 15:
            return 0
        if iban.is_valid(compact):
            return cut
    return 0


def _rib_key(bank: str, branch: str, account: str, key: str) -> bool:
    """The check digits of a French account (NF K 11-020): letters count 1-9, then 97 minus the weighted rest."""
    table = str.maketrans("abcdefghijklmnopqrstuvwxyz", "12345678912345678923456789")
    digits = account.translate(table)
    if not digits.isdigit() or bank == "00000":
        return False
    return 97 - (89 * int(bank) + 15 * int(branch) + 3 * int(digits)) % 97 == int(key)


def _card(match: re.Match, ground: Ground) -> Piece | None:
    digits = re.sub(r"\D", "", match[0])
    start, end = match.span()
    expiry = _EXPIRY.match(ground.text, end)
    told = bool(expiry) or bool(_CARD_WORD.search(ground.around(start, start, 80)[:80])) or bool(_CARD_WORD.search(ground.after(end, 30)))
    if len(set(digits)) < 4 or (ground.is_reference(start, end) and not told):
        return None
    if not told and not (luhn.is_valid(digits) and digits[0] in "3456" and len(digits) in (15, 16)):
        return None
    if expiry:
        end = expiry.end()
        crypto = _CRYPTO.match(ground.text, end)
        end = crypto.end() if crypto else end
    else:
        crypto = _CRYPTO.match(ground.text, end)
        end = crypto.end() if crypto else end
    return Piece("card", start, end)
