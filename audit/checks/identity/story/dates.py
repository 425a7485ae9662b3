"""Dates as CVs and profiles write them, in French and English."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from audit.checks.identity.folding import fold
from audit.checks.identity.story.nouns import Span, When

_MONTHS = (
    ("janvier", "janv", "jan", "january"), ("fevrier", "fevr", "fev", "feb", "february"), ("mars", "mar", "march"), ("avril", "avr", "apr", "april"),
    ("mai", "may"), ("juin", "jun", "june"), ("juillet", "juil", "jul", "july"), ("aout", "aug", "august"),
    ("septembre", "sept", "sep", "september"), ("octobre", "oct", "october"), ("novembre", "nov", "november"), ("decembre", "dec", "december"),
)  # fmt: skip
_MONTH_OF = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
_SEASONS = ("ete", "hiver", "printemps", "automne", "summer", "winter", "spring", "autumn")
_MONTH = "|".join(sorted((*_MONTH_OF, *_SEASONS), key=len, reverse=True))
_DATE = rf"(?:(?:0?[1-9]|[12]\d|3[01])[/.](?:0?[1-9]|1[0-2])[/.](?:19|20)\d\d|(?:0?[1-9]|1[0-2])[/.-](?:19|20)\d\d|(?:(?:{_MONTH})\.?\s+)?(?:19|20)\d\d)"
_NOW = r"aujourd'?hui|a ce jour|ce jour|present|en cours|maintenant|actuellement|actuel|now|today|current|en poste"
_TO = r"\s*(?:-|a|au|to|until|jusqu'?(?:en|a|au)|>|->|/|et)\s*"
_RANGE = re.compile(rf"(?<![\w/])(?:de |du |d'|from |entre )?(?P<start>{_DATE}){_TO}(?P<end>{_DATE}|{_NOW})(?!\w)")
_SHARED = re.compile(
    rf"(?<![\w/])(?:de |du |d'|from )?(?P<a>{'|'.join(sorted(_MONTH_OF, key=len, reverse=True))})\.?{_TO}(?P<b>{'|'.join(sorted(_MONTH_OF, key=len, reverse=True))})\.?\s+(?P<year>(?:19|20)\d\d)(?!\w)"
)
# Two figures for a year are a year only in a range that ends after it starts ("09/22 - 06/23"), so that a day and a month are none.
_SHORT = re.compile(
    r"(?<![\w/])(?P<m1>0?[1-9]|1[0-2])[/.](?P<y1>[0-4]\d)\s*(?:-|a|au|to|>|->)\s*(?:(?P<m2>0?[1-9]|1[0-2])[/.](?P<y2>[0-4]\d)|(?P<now>"
    + _NOW
    + r"))(?![\w/])"
)
_SCHOOL_YEARS = re.compile(r"(?<![\w/.-])(?P<start>20\d\d)\s?[-/]\s?(?P<end>\d\d)(?![\w/.-])")
_SINCE = re.compile(rf"(?<!\w)(?:depuis|since|a partir de)\s+(?:le\s+|l')?(?P<start>{_DATE})(?!\w)")
_ONE = re.compile(rf"(?<![\w/@.])(?P<start>{_DATE})(?![\w/])")


def span_in(line: str) -> tuple[Span, int, int] | None:
    """The first span of time in `line` and the offsets of its words; None when there is none."""
    folded = _even(line)
    if short := _short(folded):
        return short
    if match := _SHARED.search(folded):
        year = int(match["year"])
        return Span(When(year, _MONTH_OF[match["a"]]), When(year, _MONTH_OF[match["b"]])), *match.span()
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
    """A range whose years have two figures: "09/22 - 06/23", "2021-22" (never a month: "2021-06" is June)."""
    if match := _SHORT.search(folded):
        start = When(2000 + int(match["y1"]), int(match["m1"]))
        if match["now"]:
            return Span(start, None, True), *match.span()
        end = When(2000 + int(match["y2"]), int(match["m2"]))
        return (Span(start, end), *match.span()) if start <= end else None
    match = _SCHOOL_YEARS.search(folded)
    if match and int(match["end"]) > 12 and int(match["start"][2:]) < int(match["end"]) <= int(match["start"][2:]) + 10:
        return Span(When(int(match["start"])), When(2000 + int(match["end"]))), *match.span()
    return None


def _even(line: str) -> str:
    """Folded, letter for letter (offsets stay), with every dash a hyphen."""
    return "".join((fold(char) or " ")[0] for char in line).replace("_", " ")


def _when(text: str) -> When:
    year = int(re.findall(r"(?:19|20)\d\d", text)[-1])
    if numbers := re.match(r"(?:\d{1,2}[/.])?(\d{1,2})[/.-](?=(?:19|20)\d\d)", text):
        return When(year, int(numbers[1]))
    word = re.match(r"[a-z]+", text)
    return When(year, _MONTH_OF.get(word[0], 0) if word else 0)


def differ(one: Span, two: Span, today: date | None = None) -> bool:
    """Whether two spans cannot both be right; a missing month or a missing end is no difference.

    An end that is still to come (an expected diploma, a fixed term) is the same as "still there": `today` tells.
    """
    if one.still != two.still:
        one, two = (_open(span, today or date.today()) for span in (one, two))
    if (one.end is None and not one.still) or (two.end is None and not two.still):
        lone, other = (one, two) if one.end is None and not one.still else (two, one)
        first, last = other.years
        return not first <= lone.start.year <= last
    return (
        _apart(one.start, two.start) or one.still != two.still or (one.end is not None and two.end is not None and _apart(one.end, two.end))
    )


def _open(span: Span, today: date) -> Span:
    end = span.end
    return Span(span.start, None, True) if end and (end.year, end.month or 12) >= (today.year, today.month) else span


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


def _apart(one: When, two: When) -> bool:
    if one.month and two.month:
        return abs((one.year - two.year) * 12 + one.month - two.month) > 1
    return one.year != two.year


def overlap(one: Span, two: Span) -> bool:
    """Whether two spans share at least a year."""
    return one.years[0] <= two.years[1] and two.years[0] <= one.years[1]
