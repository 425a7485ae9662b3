"""Judges a handle or display name by platform: good, neutral or unsuitable."""

from __future__ import annotations

import re

from audit.checks.identity import reading, suggest
from audit.checks.identity.folding import fold
from audit.checks.identity.judged import REASONS, Judged
from audit.checks.identity.owner import COMPLETE
from audit.checks.identity.vocabulary import HARD
from audit.model import Owner

GOOD, NEUTRAL, UNSUITABLE = "good", "neutral", "unsuitable"
PROFESSIONAL = frozenset(
    [
        "linkedin",
        "xing",
        "viadeo",
        "indeed",
        "malt",
        "francetravail",
        "cv",
        "portfolio",
        "email",
        "welcometothejungle",
        "hellowork",
        "meteojob",
    ]
)
_SHOWN = frozenset([*HARD, "opinion", "fan", "cute", "nickname", "family_shared", "birth_year", "department"])

_SUFFIX = re.compile(r"(?<=\w)-(?=[a-z]*\d)[0-9a-z]{6,10}$")  # what LinkedIn itself adds to a name


def judge_handle(handle: str, platform: str = "", owner: Owner = Owner()) -> Judged:  # noqa: B008 (frozen)
    """`handle` as shown (a leading @ is ignored) on `platform` (its id, any case), judged for `owner` (names may be empty)."""
    text = handle.rstrip()
    start = len(text) - len(text.lstrip(" @"))
    place = fold(platform).replace(" ", "").replace("_", "").replace("-", "")
    read = reading.read(_SUFFIX.sub("", text[start:]) if place == "linkedin" else text[start:], owner, start)
    professional = place in PROFESSIONAL
    complete = read.name == COMPLETE
    found = dict(read.found)
    found.pop("random_digits", None)
    if not complete and not set(found) & (_SHOWN - {"birth_year", "department"}):
        found.setdefault("nickname", (start, len(text)))
    if professional and not complete:
        found.setdefault("name_missing", (start, len(text)))
    reasons = tuple(code for code in REASONS if code in found)
    hard = any(code in HARD for code in reasons)
    if hard or (professional and not complete):
        verdict = UNSUITABLE
    elif complete and not set(reasons) & (_SHOWN - {"birth_year", "department"}):
        verdict = GOOD
    else:
        verdict = NEUTRAL
    if verdict == GOOD:
        reasons = ()
    proposals = suggest.handles(owner, read.guess) if verdict == UNSUITABLE else ()
    return Judged(verdict, reasons, proposals, {code: found[code] for code in reasons}, tuple(read.spared))
