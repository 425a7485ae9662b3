"""Digits written as words: "zero six, trente-neuf, quatre-vingt-dix-huit" becomes 063998, with the way back."""

from __future__ import annotations

import re
from collections.abc import Iterator

_FR = {
    "zero": "0", "un": "1", "une": "1", "deux": "2", "trois": "3", "quatre": "4", "cinq": "5", "six": "6", "sept": "7", "huit": "8", "neuf": "9",
    "dix": "10", "onze": "11", "douze": "12", "treize": "13", "quatorze": "14", "quinze": "15", "seize": "16", "vingt": "20", "vingts": "20",
    "trente": "30", "quarante": "40", "cinquante": "50", "soixante": "60", "septante": "70", "huitante": "80", "octante": "80", "nonante": "90",
}  # fmt: skip
_EN = {
    "zero": "0", "oh": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
    "ten": "10", "eleven": "11", "twelve": "12", "twenty": "20", "thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "seventy": "70",
    "eighty": "80", "ninety": "90",
}  # fmt: skip
_TOKEN = re.compile(r"[a-z0-9]+")
_GAP = re.compile(r"[\s,.\-_/:;]{1,3}(?:et\s|puis\s|and\s)?")
_LEET = str.maketrans("30154", "eoisa")


def runs(text: str) -> Iterator[tuple[str, int, int, int]]:
    """(digits, start, end, words) of each run of spelled or written numbers; `words` counts those spelled out."""
    run: list[tuple[str, int, int, bool]] = []
    for token in _TOKEN.finditer(text):
        value, spelled = _value(token[0])
        joined = run and _GAP.fullmatch(text, run[-1][2], token.start())
        if run and not joined and not (value and text[run[-1][2] : token.start()] in (" et ", " ")):
            yield from _close(run, text)
            run = []
        if value:
            run.append((value, token.start(), token.end(), spelled))
        elif run and token[0] not in ("et", "puis", "and", "double", "hundred", "cent"):
            yield from _close(run, text)
            run = []
    yield from _close(run, text)


def _value(token: str) -> tuple[str, bool]:
    """The digits of one token and whether it was spelled; ("", False) for another word."""
    if token.isdigit():
        return (token, False) if len(token) <= 4 else ("", False)
    known = _FR.get(token) or _EN.get(token)
    if known:
        return known, True
    if re.fullmatch(r"o\d", token):
        return "0" + token[1:], True
    if any(char.isdigit() for char in token):  # tr3nte9
        plain = token.rstrip("0123456789")
        word = _FR.get(plain.translate(_LEET))
        if word and plain:
            tail = token[len(plain) :]
            return (str(int(word) + int(tail)) if tail and len(tail) == 1 and word[-1:] == "0" and word != "10" else word + tail), True
    return "", False


def _close(run: list[tuple[str, int, int, bool]], text: str) -> Iterator[tuple[str, int, int, int]]:
    """Joins tens and units (soixante + dix + sept = 77, quatre + vingt + dix = 90) and gives the run's digits."""
    if len(run) < 3 or not any(spelled for *_, spelled in run):
        return
    parts: list[list] = []  # [number, ends in -dix, may still grow, end, is 80, digits as written]
    for value, start, end, spelled in run:
        word = spelled and not value.startswith("0") and text[start:end].isalpha()
        last = parts[-1] if parts else None
        linked = last is not None and last[2] and word and re.fullmatch(r"[\s\-]+(?:et )?", text[last[3] : start])
        if linked and last[0] == 4 and value == "20" and not last[4]:
            last[0], last[4] = 80, True
        elif (linked and last[0] >= 20 and last[0] % 10 == 0 and _joins(last[0], int(value))) or (
            linked and last[0] in (70, 90) and last[1] and 7 <= int(value) <= 9
        ):
            last[0] += int(value)
        else:
            parts.append([int(value), False, word, end, False, value])
            continue
        last[1] = value == "10"
        last[3], last[5] = end, str(last[0])
    digits = "".join(part[5] for part in parts)
    yield digits, run[0][1], run[-1][2], sum(spelled for *_, spelled in run)


def _joins(tens: int, unit: int) -> bool:
    if 1 <= unit <= 9:
        return True
    return tens in (60, 80) and 10 <= unit <= 16
