"""How many faults, how dense, and where: the faulty stretch of a text and what is right."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.checks.registry import Found
from audit.checks.writing.sms import ENGLISH, ENGLISH_PATTERNS, FRENCH, FRENCH_PATTERNS
from audit.checks.writing.speller import Speller, allowed_words, speller
from audit.checks.writing.suggest import common, suggest
from audit.checks.writing.usual_faults import Fault, usual_faults
from audit.text import Reading, plain

REASONS = ("faults", "sms", "single")
_WORD = re.compile(r"(?<![\w@#/.])[^\W\d_]+(?:['’\-][^\W\d_]+)*['’]?(?![\w@/]|\.\w{2})")
_MIXED = re.compile(r"\b[a-zà-ÿ]*[a-zà-ÿ][A-Z]+[a-zà-ÿ]\w*|\b[A-Z][a-z]+[A-Z][a-z]+[A-Z]\w*")
_STRANGE = re.compile(r"@|https?:|www\.")
_USUAL = 1.01  # a usual fault: as heavy as another sure one, and told apart from it
_MIN_SCORE, _MIN_DENSITY, _MAX_SHOWN = 2.0, 0.12, 5


def faulty_stretch(reading: Reading) -> Found | None:
    """The stretch of a text where faults are many for its length, with the first ones and what is right; None when it is well written."""
    lang = "en" if reading.lang == "en" else "fr"
    if reading.lang == "unknown" and len(reading.text) > 60:
        return None
    faults = list(_faults(reading, lang))
    if not faults:
        return None
    scored = [(fault, weight) for fault, weight in faults]
    best = _densest(reading, scored)
    if best is None:
        sure = [fault for fault, weight in scored if weight >= _USUAL and fault.right]  # never an unknown word alone
        if not sure or reading.document.kind not in ("cv", "bio", "message"):
            return None
        return Found("single", sure[0].start, sure[0].end, _facts(sure[:1], 1))
    start, end = best
    inside = [fault for fault, _ in scored if start <= fault.start and fault.end <= end]
    sms = sum(plain(fault.written) in (FRENCH if lang == "fr" else ENGLISH) or fault.written in _SMS_MARKS for fault in inside)
    return Found("sms" if sms >= 2 and sms >= 0.4 * len(inside) else "faults", start, end, _facts(inside, len(inside)))


_SMS_MARKS = frozenset({"g", "c", "o", "u", "1"})


def _facts(faults: list[Fault], count: int) -> dict[str, object]:
    """What the sentences need: the first fault and its right form, some more pairs, and how many there are."""
    told = [fault for fault in faults if fault.right and fault.right != fault.written][:_MAX_SHOWN]
    first = told[0] if told else None
    return {
        "written": first.written if first else "",
        "right": first.right if first else "",
        "pairs": ", ".join(f"{fault.written} → {fault.right}" for fault in told),
        "count": count,
    }


def _faults(reading: Reading, lang: str) -> Iterator[tuple[Fault, float]]:
    """Every fault with its weight (1: sure; 0.5: a missing accent, a doubtful word), in text order, none twice."""
    text = reading.text
    lower = "".join(char if len(small := char.lower()) != 1 else small for char in text).replace("’", "'")
    taken: list[tuple[int, int]] = []
    found: list[tuple[Fault, float]] = []

    def take(fault: Fault, weight: float) -> None:
        if not any(fault.start < end and start < fault.end for start, end in taken):
            taken.append((fault.start, fault.end))
            found.append((fault, weight))

    for fault in usual_faults(lower, lang):
        take(fault, _USUAL)
    folded = reading.folded
    for pattern, right in ENGLISH_PATTERNS if lang == "en" else FRENCH_PATTERNS:
        for match in pattern.finditer(folded.text):
            start, end = folded.span(*match.span())
            take(Fault(start, end, match[0].strip(), right, bool(right)), 1.0)
    for mixed in _MIXED.finditer(text):
        if plain(mixed[0]) not in allowed_words() and not re.match(r"Mc|Mac|De|Le|La|Du", mixed[0]):
            take(Fault(mixed.start(), mixed.end(), mixed[0], mixed[0].lower(), False), 0.75)
    for fault, weight in _words(reading, lang):
        take(fault, weight)
    yield from sorted(found, key=lambda pair: pair[0].start)


def _words(reading: Reading, lang: str) -> Iterator[tuple[Fault, float]]:
    text = reading.text
    words = list(_WORD.finditer(text))
    tell = speller(lang)
    table = ENGLISH if lang == "en" else FRENCH
    names = {plain(part) for name in reading.document.owner.names for part in name.split()}
    high = sum(word[0].isupper() and len(word[0]) > 3 for word in words)
    shouting = high >= 3 and high >= 0.6 * sum(len(word[0]) > 3 for word in words)
    for word in words:
        written = word[0]
        key = plain(written)
        if key in names or (len(written) == 1 and not (written == "é" and lang == "fr")):
            continue
        if key in table and not (written[0].isupper() and not written.isupper() and word.start() > 0):
            if not (lang == "fr" and tell.knows(written.lower()) and key == written.lower() and key not in FRENCH):
                yield Fault(word.start(), word.end(), written, table[key]), 1.0
            continue
        weight, right = _unknown(written, tell, shouting, _starts(text, word.start()))
        if weight:
            yield Fault(word.start(), word.end(), written, right, bool(right)), weight


def _starts(text: str, at: int) -> bool:
    """True at the start of the text, a line or a sentence: a capital there says nothing."""
    before = text[:at].rstrip(' «"“(*•-–—|/')
    return not before or before[-1] in ".!?:\n" or (not before[-1].isalnum() and before[-1] not in ",;'’&+")


def _unknown(written: str, tell: Speller, shouting: bool, starts: bool) -> tuple[float, str]:
    """(weight, right form) of one word: 0 when it is known, a name, an acronym or another language's word."""
    if tell.knows(written) or len(written) < 3:
        return 0.0, ""
    lower = written.lower().replace("’", "'")
    if written.isupper():
        if (len(written) <= 5 and not shouting) or common(plain(lower)):
            return 0.0, ""
        right = suggest(lower, tell)
        return (1.0 if right and plain(right) != plain(lower) else 0.0), right.upper()
    capital = written[0].isupper()
    if capital and not starts:
        return 0.0, ""
    other = speller("fr" if tell.lang == "en" else "en")
    if common(plain(lower)) and other.knows(lower):
        return 0.0, ""  # a word of the other language: texts mix the two
    right = suggest(lower, tell)
    if right and plain(right) == plain(lower):
        return 0.5, right  # only accents, an apostrophe or a hyphen are missing
    if right:
        usual = common(plain(right).rsplit("'", 1)[-1])  # a rare word that looks like another rare word is no slip
        return (1.0 if usual and not capital else 0.5), right
    if capital or common(lower):
        return 0.0, ""
    return (0.0, "") if other.knows(lower) else (0.6, "")


def _densest(reading: Reading, faults: list[tuple[Fault, float]]) -> tuple[int, int] | None:
    """The span of the run of sentences where faults are dense enough; the whole text when they are everywhere."""
    text = reading.text
    if _enough(sum(weight for _, weight in faults), len(_WORD.findall(text))):
        spans = [(0, len(text))]
    else:
        spans = [(sentence.start, sentence.end) for sentence in reading.sentences]
    best: tuple[float, tuple[int, int]] | None = None
    for start, end in spans:
        inside = [(fault, weight) for fault, weight in faults if start <= fault.start and fault.end <= end]
        score = sum(weight for _, weight in inside)
        if inside and _enough(score, len(_WORD.findall(text[start:end]))) and (best is None or score > best[0]):
            best = score, _tight(text, start, end, inside)
    return best[1] if best else None


def _enough(score: float, words: int) -> bool:
    return score >= _MIN_SCORE and score >= _MIN_DENSITY * words


def _tight(text: str, start: int, end: int, faults: list[tuple[Fault, float]]) -> tuple[int, int]:
    """The sentence or text, cut to the clauses between its first and last fault when it is long."""
    first, last = faults[0][0].start, faults[-1][0].end
    if end - start > 90:
        cuts = [stop.end() for stop in re.finditer(r"[.!?…\n]+[\s]+|\n+", text[start:end])]
        start, end = (
            max([start, *(start + cut for cut in cuts if start + cut <= first)]),
            min([end, *(start + cut for cut in cuts if start + cut >= last)]),
        )
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
