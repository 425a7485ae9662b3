"""Dates as CVs and profiles write them, in French and English."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from audit.checks.identity.folding import fold
from audit.checks.identity.story.nouns import Span, When

_MONTHS = (
    ("janvier", "janv", "jan", "january"), ("fevrier", "fevr", "fev", "feb", "february"), ("mars", "mar", "march"), ("avril", "avr", "apr", "april"),
    ("mai", "may"), ("juin", "jun", "june"), ("juillet", "juil", "jul", "july"), ("aout", "aug", "august"),
    ("septembre", "sept", "sep", "september"), ("octobre", "oct", "october"), ("novembre", "nov", "november"), ("decembre", "dec", "december"),
)  # fmt: skip
_MONTH_OF = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
_SEASONS = (
    "etes",
    "ete",
    "hivers",
    "hiver",
    "printemps",
    "automne",
    "rentree",
    "summers",
    "summer",
    "winters",
    "winter",
    "spring",
    "autumn",
    "fall",
    "noel",
    "saisons",
    "saison",
    "rentree",
)
_NAME = "|".join(sorted(_MONTH_OF, key=len, reverse=True))
_MONTH = "|".join(sorted((*_MONTH_OF, *_SEASONS), key=len, reverse=True))
_DAY = r"(?:(?:0?[1-9]|[12]\d|3[01])(?:er|st|nd|rd|th)?\s+)?"
_DATE = rf"(?:(?:0?[1-9]|[12]\d|3[01])[/.](?:0?[1-9]|1[0-2])[/.](?:19|20)\d\d|(?:0?[1-9]|1[0-2])\s?[/.-]\s?(?:19|20)\d\d|(?:{_DAY}(?:{_MONTH})\.?,?\s+)?(?:19|20)\d\d)"
_NOW = r"aujourd'?hui|auj\b\.?|a ce jour|ce jour|present|(?:toujours )?en cours|maintenant|actuellement|actuel(?:le)?|now|today|current|ongoing|en poste|\.{1,3}"
_TO = r"\s*(?:-|a|au|to|until|till|through|jusqu'?(?:en|a|au)|>|->|/)\s*(?:le |l')?"
_RANGE = re.compile(rf"(?<![\w/])(?:de |du |d'|des |from |entre )?(?P<start>{_DATE})(?:{_TO}|(?<=\d)\s+et\s+)(?P<end>{_DATE}|{_NOW})(?!\w)")
_SHARED = re.compile(
    rf"(?<![\w/])(?:de |du |d'|from )?{_DAY}(?P<a>{_NAME})\.?(?:{_TO}|\s+et\s+|\s*&\s*){_DAY}(?P<b>{_NAME})\.?,?\s+(?P<year>(?:19|20)\d\d)(?!\w)"
)
# Several times in several years ("Étés 2021 et 2022", "août 2023 et août 2024"): not one stretch from the first to the last.
_SEVERAL = re.compile(
    rf"(?<![\w/])(?P<when>{_MONTH})\.?\s+(?P<first>(?:19|20)\d\d)(?:\s*,\s*(?:(?:{_MONTH})\.?\s+)?(?:19|20)\d\d)*\s*(?:et|&|puis|and|,)\s*(?:(?:{_MONTH})\.?\s+)?(?P<last>(?:19|20)\d\d)(?![\w/])"
)
# Two figures for a year are a year only in a range that ends after it starts ("09/22 - 06/23"), so that a day and a month are none.
_SHORT = re.compile(
    r"(?<![\w/])(?:(?:0?[1-9]|[12]\d|3[01])[/.])?(?P<m1>0?[1-9]|1[0-2])[/.](?P<y1>[0-4]\d)\s*(?:-|a|au|to|>|->)\s*(?:(?:(?:0?[1-9]|[12]\d|3[01])[/.])?(?P<m2>0?[1-9]|1[0-2])[/.](?P<y2>[0-4]\d)|(?P<now>"
    + _NOW
    + r"))(?![\w/])"
)
_SHORT_NAMED = re.compile(
    rf"(?<!\w)(?:de |du |from )?(?P<m1>{_NAME})\.?\s+'?(?P<y1>[0-4]\d){_TO}(?:(?P<m2>{_NAME})\.?\s+'?(?P<y2>[0-4]\d)|(?P<now>{_NOW}))(?!\w)"
)
_ISO = re.compile(
    r"(?<![\w-])(?P<y1>20\d\d)-(?P<m1>0[1-9]|1[0-2])\s*(?:-|to|a|au|>|->)\s*(?:(?P<y2>20\d\d)-(?P<m2>0[1-9]|1[0-2])|(?P<now>"
    + _NOW
    + r"))(?![\w-])"
)
_ARROWS = str.maketrans({**dict.fromkeys("→➔➜⟶⇒›»", ">"), "…": ".", **dict.fromkeys("–—−‐‑‒", "-")})
_SCHOOL_YEARS = re.compile(r"(?<![\w/.-])(?P<start>20\d\d)\s?[-/]\s?'?(?P<end>\d\d)(?![\w/.-])" + rf"(?!\s*(?:{_NAME}))")
_SINCE = re.compile(rf"(?<!\w)(?:depuis|since|a partir de|des)\s+(?:le\s+|l'|la\s+)?(?P<start>{_DATE})(?!\w)")
_ONE = re.compile(rf"(?<![\w/@.])(?P<start>{_DATE})(?![\w/])")


_BETWEEN = re.compile(r"\W*(?:puis|et|and|then|&|,|;)?\W*(?:en |in )?(?:cd[id]|interim|contrat)?\W*")


def span_in(line: str) -> tuple[Span, int, int] | None:
    """The first span of time in `line` and the offsets of its words; None when there is none.

    Spans that follow each other ("CDD 01/2023-06/2023 puis CDI depuis 07/2023", "saisons 2022-23 et 2023-24") are told as one.
    """
    found = _first_span(line)
    if not found:
        return None
    span, start, end = found
    while (following := _first_span(line[end:])) and _BETWEEN.fullmatch(_even(line[end : end + following[1]])):
        if not (following[0].end or following[0].still) or not (span.end or span.still):
            break  # "en 2022 et 2023": what stands alone is no stretch
        held = joined((span, following[0]))
        span = replace(held, several=not touch(span, following[0]) or held.several)
        end += following[2]
    return span, start, end


def _first_span(line: str) -> tuple[Span, int, int] | None:
    folded = _even(line)
    if short := _short(folded):
        return short
    if match := _SHARED.search(folded):
        year = int(match["year"])
        return Span(When(year, _MONTH_OF[match["a"]]), When(year, _MONTH_OF[match["b"]])), *match.span()
    if match := _SEVERAL.search(folded):
        return Span(When(int(match["first"])), When(int(match["last"])), several=True), *match.span()
    if match := _RANGE.search(folded):
        start = _when(match["start"])
        if re.fullmatch(_NOW, match["end"]):
            return Span(start, None, True), *match.span()
        return Span(start, _when(match["end"])), *match.span()
    if match := _SINCE.search(folded):
        return Span(_when(match["start"]), None, True), *match.span()
    if match := _ONE.search(folded):
        return Span(_when(match["start"])), *match.span()
    return None


def _short(folded: str) -> tuple[Span, int, int] | None:
    """A range in figures only, or with years of two: "09/22 - 06/23", "sept. 22 - auj.", "2021-22" (never a month: "2021-06" is June)."""
    for pattern, century in ((_SHORT, 2000), (_SHORT_NAMED, 2000), (_ISO, 0)):
        if match := pattern.search(folded):
            start = When(century + int(match["y1"]), _month(match["m1"]))
            if match["now"]:
                return Span(start, None, True), *match.span()
            end = When(century + int(match["y2"]), _month(match["m2"]))
            return (Span(start, end), *match.span()) if start <= end else None
    match = _SCHOOL_YEARS.search(folded)
    if match and int(match["end"]) > 12 and int(match["start"][2:]) < int(match["end"]) <= int(match["start"][2:]) + 10:
        return Span(When(int(match["start"])), When(2000 + int(match["end"]))), *match.span()
    return None


def _month(text: str) -> int:
    return int(text) if text.isdigit() else _MONTH_OF[text]


def _even(line: str) -> str:
    """Folded, letter for letter (offsets stay), with every dash a hyphen and every arrow a >."""
    return "".join((fold(char) or " ")[0] for char in line.translate(_ARROWS)).replace("_", " ")


def _when(text: str) -> When:
    year = int(re.findall(r"(?:19|20)\d\d", text)[-1])
    if numbers := re.match(r"(?:\d{1,2}[/.])?(\d{1,2})\s?[/.-]\s?(?=(?:19|20)\d\d)", text):
        return When(year, int(numbers[1]))
    word = re.search(rf"\b(?:{_NAME})\b", text)
    return When(year, _MONTH_OF[word[0]] if word else 0)


def differ(one: Span, two: Span, today: date | None = None, slack: int = 1) -> bool:
    """Whether two spans cannot both be right; a missing month or a missing end is no difference.

    An end that is still to come (an expected diploma, a fixed term) is the same as "still there": `today` tells. `slack` is what two
    dates may lie apart, in months, where both sides name the month.
    """
    if one.several or two.several:
        return not overlap(one, two)
    if one.still != two.still:
        one, two = (_open(span, today or date.today(), slack) for span in (one, two))
    if (one.end is None and not one.still) or (two.end is None and not two.still):
        lone, other = (one, two) if one.end is None and not one.still else (two, one)
        first, last = other.years
        return not first <= lone.start.year <= last
    return (
        _apart(one.start, two.start, slack)
        or one.still != two.still
        or (one.end is not None and two.end is not None and _apart(one.end, two.end, slack))
    )


def _open(span: Span, today: date, slack: int) -> Span:
    """`span` without its end when that is still to come; where months are not exact (studies), any end of this year may be."""
    end = span.end
    last = 12 if slack > 1 or not end or not end.month else end.month
    return Span(span.start, None, True) if end and (end.year, last) >= (today.year, today.month) else span


def touch(one: Span, two: Span) -> bool:
    """Whether `two` starts before or soon after `one` ends: the next school year, the next contract."""
    return one.years[0] <= two.years[0] <= one.years[1] + 1


def joined(spans: Iterable[Span]) -> Span:
    """From the first start to the last end of some spans."""
    held = list(spans)
    start = min(span.start for span in held)
    if any(span.still for span in held):
        return Span(start, None, True)
    return Span(start, max(span.end or span.start for span in held))


def _apart(one: When, two: When, slack: int) -> bool:
    if one.month and two.month:
        return abs((one.year - two.year) * 12 + one.month - two.month) > slack
    return one.year != two.year


def overlap(one: Span, two: Span) -> bool:
    """Whether two spans share at least a year."""
    return one.years[0] <= two.years[1] and two.years[0] <= one.years[1]
