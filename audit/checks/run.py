"""Finding: every finder asked once about a reading; the answer is Matches, and a Verdict for an address or a handle."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from audit.checks.hits import Hit
from audit.checks.identity.checks import matches_between
from audit.checks.meaning import MeaningFinder
from audit.checks.people import people
from audit.checks.phrases import PhraseFinder, words_of_rules
from audit.checks.regex import RegexFinder
from audit.checks.registry import checks
from audit.model import CONTENT_KINDS, Match, Owner, Rule, Verdict
from audit.text import Reading, plain


@dataclass(frozen=True, slots=True)
class Result:
    """What the finders say of one document."""

    matches: tuple[Match, ...]
    verdict: Verdict | None = None


class Finders:
    """All finders of all rules, built once; without `meaning`, the trained second opinion is left out."""

    def __init__(self, rules: Mapping[str, Rule], meaning: bool = True) -> None:
        self._rules = rules
        self._phrases = PhraseFinder(list(rules.values()))
        self._regex = RegexFinder(list(rules.values()))
        self._meaning = MeaningFinder(list(rules.values()) if meaning else [])
        self._checks = checks()
        self._rule_of_check = _by_reason(rules.values(), self._checks)

    def vocabulary(self, lang: str) -> set[str]:
        """The words a disguise may stand for, in one language."""
        return words_of_rules(rule for rule in self._rules.values() if rule.lang in (lang, "any"))

    def ahead(self, readings: Sequence[Reading]) -> None:
        """Works out for many readings at once what `find` will need of each; leaving it out costs time, not findings."""
        self._meaning.ahead(readings)

    def find(self, reading: Reading) -> Result:
        """Every match of every rule that is for this kind of document and this language."""
        matches = list(self._content(reading)) if reading.document.kind in CONTENT_KINDS else []
        verdict = None
        for name, check in self._checks.items():
            if reading.document.kind in check.kinds:
                checked = check(reading)
                verdict = checked.verdict or verdict
                for found in checked.found:
                    rule = self._rule_of_check.get((name, found.reason))
                    if rule is not None and reading.document.kind in rule.on:
                        matches.append(Match(rule.id, found.start, found.end, found.facts))
        return Result(tuple(matches), verdict)

    def between(self, readings: Sequence[Reading]) -> list[tuple[Reading, Match]]:
        """What only several documents together show: the CV that contradicts a profile. Each match stands in one of them."""
        by_id = {reading.document.id: reading for reading in readings}
        owner = next((reading.document.owner for reading in readings if reading.document.owner.names), Owner())
        found = matches_between([reading.document for reading in readings], owner)
        return [(by_id[name], match) for name, match in found if match.rule in self._rules]

    def _content(self, reading: Reading) -> Iterator[Match]:
        names = _names(reading)
        named = None
        done: set[tuple[str, int, int]] = set()
        for hit in self._hits(reading):
            start, end = _bare(reading.text, hit.start, hit.end)
            key = (hit.rule.id, start, end)
            if key in done or start == end or not _speaks(hit.rule, reading, start) or _is_name(reading.text[start:end], names):
                continue
            if named is None:  # worked out at the first hit: most texts have none
                named = people(reading.text)
            if any(_owes(reading.text, (start, end), person) for person in named):
                continue
            done.add(key)
            yield Match(hit.rule.id, start, end, hit.facts)

    def _hits(self, reading: Reading) -> Iterator[Hit]:
        for finder in (self._phrases, self._regex, self._meaning):
            yield from finder.find(reading)


def _owes(text: str, hit: tuple[int, int], person: tuple[int, int]) -> bool:
    """True when a hit stands on a person's name: it starts or ends in a full name, or is a lone name and at most one word more."""
    (start, end), (first, last) = hit, person
    if not (first <= start < last or first < end <= last):
        return False
    beside = (text[start:first] + " " + text[last:end]).split()
    return " " in text[first:last] or len(beside) <= 1


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without the spaces at its ends."""
    words = text[start:end]
    bare = words.strip()
    start += len(words) - len(words.lstrip()) if bare else 0
    return start, start + len(bare)


def _speaks(rule: Rule, reading: Reading, offset: int) -> bool:
    """A rule is for its own language; a sentence of unknown language is nobody's, so every rule may speak."""
    if rule.lang == "any" or reading.lang in (rule.lang, "unknown"):
        return True
    return reading.sentence_at(offset).lang in (rule.lang, "unknown")


def _names(reading: Reading) -> frozenset[str]:
    names = reading.document.owner.names
    return frozenset(word for name in names for word in plain(name).split()) if names else frozenset()


def _is_name(words: str, names: frozenset[str]) -> bool:
    """True when the hit is nothing but names of the person: a name is never a fault."""
    parts = plain(words).split()
    return bool(names) and all(part in names for part in parts)


def _by_reason(rules: Iterable[Rule], known: Mapping) -> dict[tuple[str, str], Rule]:
    found = {}
    for rule in rules:
        if rule.find.how == "check":
            if rule.find.name not in known:
                raise ValueError(f"{rule.file}:{rule.line}: unknown check {rule.find.name!r}; one of: {', '.join(known)}")
            reason = rule.find.options.get("reason", "")
            if reason not in known[rule.find.name].reasons:
                allowed = ", ".join(known[rule.find.name].reasons)
                raise ValueError(f"{rule.file}:{rule.line}: check {rule.find.name!r} gives no reason {reason!r}; one of: {allowed}")
            found[rule.find.name, reason] = rule
    return found
