"""Phone numbers: French, overseas and international, in digits, spaced out or spelled."""

from __future__ import annotations

import re
from collections.abc import Iterator

import phonenumbers

from audit.checks.personal.ground import Ground, Piece
from audit.checks.personal.spelled import runs

REASONS = ("phone", "phone_of_other")
_SEP = r"[ .\-/_,·|]{0,3}"
_LOCAL = re.compile(rf"(?<![\d+.,/])(?<!\d[ .\-])(?:\(0\)|[0o]){_SEP}\d(?:{_SEP}\d){{8,9}}(?!\d)(?![.,/]\d)")
_ABROAD = re.compile(r"(?<![\w+])(?<!\d[ .\-])(?:\+|00 ?(?=[1-9]))[ (]?\d(?:[ .()\-/]{0,3}\d){7,14}(?!\d)")
_ZERO = re.compile(r"zero|\bo\d")
_WORD = re.compile(
    r"\b(?:tel|telephone|tels|portable|port|mobile|phone|cell|numero|num|nmr|06|07|appel|appelle|appeler|appelez|appellez|rappelle|rappeler|rappelez|joindre|joignable|"
    r"contact|contacter|contactez|sms|texto|whatsapp|wsp|call|ring|text|landline|fixe|signal|telegram)\b|📞|📱|☎"
)


def find(ground: Ground) -> Iterator[Piece]:
    """Phone numbers of persons; those of organisations, short and special-rate numbers and order numbers are left alone."""
    for start, end in (*_digits(ground), *_spelled(ground)):
        if not ground.of_public(start):
            yield Piece("phone_of_other" if ground.of_other(start, end) else "phone", start, end)


def _digits(ground: Ground) -> Iterator[tuple[int, int]]:
    text = ground.text
    for match in _ABROAD.finditer(text):
        if not ground.is_reference(*match.span()) and _possible(match[0]):
            yield match.span()
    for match in _LOCAL.finditer(text):
        digits = re.sub(r"\D", "", match[0].replace("o", "0"))
        if _plausible(digits, match[0], ground, match.span()):
            yield match.span()


def _possible(written: str) -> bool:
    number = re.sub(r"[^\d+]", "", written.replace("(0)", ""))
    number = "+" + number[2:] if number.startswith("00") else number
    try:
        parsed = phonenumbers.parse(number, None)
    except phonenumbers.NumberParseException:
        return False
    return phonenumbers.is_possible_number(parsed)


def _plausible(digits: str, written: str, ground: Ground, span: tuple[int, int]) -> bool:
    """True for the shape of a subscriber's number: 10 digits in 01-07 and 09, or 11 after 07 (British mobiles) with a telling word."""
    told = bool(_WORD.search(ground.before(span[0], 40)) or _WORD.search(ground.after(span[1], 24)))
    if ground.is_reference(*span) and not re.search(r"\b(?:tel|telephone|portable|appel\w*)\b", ground.before(span[0], 20)):
        return False
    if len(digits) == 11:
        return digits.startswith(("07", "01", "02")) and (told or ground.reading.lang == "en") and _separators(written) <= 4
    if len(digits) != 10 or digits[1] in "08" or len(set(digits[1:])) < 3 or digits in ("0123456789", "0612345678", "0102030405"):
        return False
    if told or _pairs(written):
        return True
    if _separators(written) == 0:
        parsed = phonenumbers.parse(digits, "FR")
        return digits[1] in "67" or phonenumbers.is_valid_number(parsed)
    return (
        _spread(written)
        or ground.reading.lang == "en"
        or digits[:4] in ("0262", "0590", "0594", "0596", "0692", "0693", "0694", "0690", "0696", "0639")
    )


def _separators(written: str) -> int:
    return len(re.findall(r"\D+", written))


def _pairs(written: str) -> bool:
    return bool(re.fullmatch(r"(?:\(0\)|[0o])\D?\d(?:\D{1,3}\d\d){4}", written))


def _spread(written: str) -> bool:
    """0 6 3 9 …: each digit apart."""
    return bool(re.fullmatch(r"[0o](?:\D{1,3}\d){9}", written))


def _spelled(ground: Ground) -> Iterator[tuple[int, int]]:
    if not _ZERO.search(ground.text):
        return
    for digits, start, end, words in runs(ground.text):
        told = bool(_WORD.search(ground.before(start, 40)) or _WORD.search(ground.after(end, 24)))
        if digits.startswith("0") and digits[1:2] not in ("", "0", "8") and words >= 2:
            long_enough = len(digits) in (10, 11) or (told and 8 <= len(digits) <= 12)
            if long_enough and not ground.is_reference(start, end):
                yield start, end
