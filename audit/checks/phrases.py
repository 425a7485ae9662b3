"""The phrase finder: plain phrases, frames of several parts, and spaCy patterns behind an anchor, in one pass a layer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise, product

from spacy.matcher import Matcher

from audit.checks.hits import Hit
from audit.model import Phrase, Rule
from audit.text import Folded, Reading, Sentence, pipeline
from audit.text.phrases import Marks, PhraseIndex, how_common, vocabulary
from audit.text.templates import words_of

EXCEPT = -1
_Span = tuple[int, int]


class PhraseFinder:
    """All rules that find by phrases, frame or tokens.

    One automaton holds what wakes a rule: its phrases, or the part of its frame that is met least often. The other parts and
    the exceptions of a rule are only looked for once it is awake.
    """

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = [rule for rule in rules if _finds(rule)]
        self._wakes = [min(range(len(parts)), key=lambda part: how_common(parts[part])) for parts in map(_parts, self._rules)]
        self._index: PhraseIndex[int] = PhraseIndex(
            (phrase, number) for number, rule in enumerate(self._rules) for phrase in _parts(rule)[self._wakes[number]]
        )
        self._rest: dict[int, tuple[PhraseIndex[int], tuple[Marks, ...]]] = {}

    def find(self, reading: Reading) -> Iterator[Hit]:
        """The hits of every layer, in original offsets; the same words found in two layers come twice."""
        for layer in reading.layers:
            there = words_of(layer.text)
            awake: dict[int, list[_Span]] = {}
            for number, start, end in self._index.scan(layer.text, there):
                awake.setdefault(number, []).append((start, end))
            for number, spans in awake.items():
                rule = self._rules[number]
                if reading.document.kind in rule.on:
                    yield from self._woken(number, rule, spans, layer, there, reading)

    def _woken(self, number: int, rule: Rule, spans: list[_Span], layer: Folded, there: frozenset[str], reading: Reading) -> Iterator[Hit]:
        """The hits of one rule in one layer, whose words are `there`, where what wakes it stands at `spans`."""
        beside, marks = self._beside(number)
        if not all(mark.may_stand(layer.text, there) for mark in marks):
            return
        parts: dict[int, list[_Span]] = {self._wakes[number]: spans}
        for part, start, end in beside.scan(layer.text, there):
            parts.setdefault(part, []).append((start, end))
        spared = parts.pop(EXCEPT, [])
        for start, end in self._of_rule(number, rule, parts, layer, reading):
            if not any((s <= start and end <= e) or (start <= s and e <= end) for s, e in spared):
                yield Hit(rule, *layer.span(start, end))

    def _beside(self, number: int) -> tuple[PhraseIndex[int], tuple[Marks, ...]]:
        """The exceptions of a rule and the parts that do not wake it, with the number of the part; and the marks of these parts."""
        if number not in self._rest:
            rule = self._rules[number]
            entries = [(phrase, part) for part, phrases in enumerate(_parts(rule)) if part != self._wakes[number] for phrase in phrases]
            index = PhraseIndex([*entries, *((phrase, EXCEPT) for phrase in rule.excepts)])
            self._rest[number] = index, tuple(marks for part, marks in index.marks().items() if part != EXCEPT)
        return self._rest[number]

    def _of_rule(self, number: int, rule: Rule, parts: dict[int, list[_Span]], layer: Folded, reading: Reading) -> Iterator[_Span]:
        if rule.find.how == "phrases":
            yield from longest(parts[0]) if 0 in parts else ()
        elif rule.find.how == "frame":
            if len(parts) == len(rule.find.parts):
                yield from _frames(rule, [longest(parts[part]) for part in range(len(parts))], layer)
        else:
            yield from self._tokens(number, parts.get(0, []), layer, reading)

    def _tokens(self, number: int, anchors: list[_Span], layer: Folded, reading: Reading) -> Iterator[_Span]:
        """spaCy patterns on the sentences that hold an anchor, as folded offsets of the first layer."""
        if layer is not reading.folded:
            return
        sentences: dict[Sentence, None] = {}
        for start, end in anchors:
            sentences[reading.sentence_at(layer.span(start, end)[0])] = None
        for sentence in sentences:
            doc = reading.parse(sentence)
            for _, first, last in self._matchers[number](doc):
                span = doc[first:last]
                yield _folded_span(layer, sentence.start + span.start_char, sentence.start + span.end_char)

    @cached_property
    def _matchers(self) -> dict[int, Matcher]:
        matchers = {}
        for number, rule in enumerate(self._rules):
            if rule.find.how == "tokens":
                matchers[number] = Matcher(pipeline("en" if rule.lang == "en" else "fr").vocab)
                matchers[number].add(rule.id, [list(pattern) for pattern in rule.find.tokens], greedy="LONGEST")
        return matchers


def words_of_rules(rules: Iterable[Rule]) -> set[str]:
    """The vocabulary of the rules that find by phrases, frame or tokens: what a disguise may stand for."""
    return vocabulary(phrase for rule in rules if _finds(rule) for phrases in (*_parts(rule), rule.excepts) for phrase in phrases)


def _finds(rule: Rule) -> bool:
    return rule.find.how in ("phrases", "frame", "tokens")


def _parts(rule: Rule) -> tuple[tuple[Phrase, ...], ...]:
    return (rule.find.phrases,) if rule.find.how == "phrases" else rule.find.parts


def longest(spans: list[_Span]) -> list[_Span]:
    """The spans that stand inside no other of the list, in order."""
    kept: list[_Span] = []
    for start, end in sorted(set(spans), key=lambda span: (span[0], -span[1])):
        if not kept or end > kept[-1][1]:
            kept.append((start, end))
    return kept


def _frames(rule: Rule, parts: list[list[_Span]], layer: Folded) -> Iterator[_Span]:
    """Spans from the first to the last part where the parts follow each other, in one sentence, within reach."""
    found: list[_Span] = []
    for combination in product(*(spans[:40] for spans in parts)):
        ordered = sorted(combination) if rule.find.any_order else combination
        if all(_follows(layer.text, left, right, rule.find.within) for left, right in pairwise(ordered)):
            found.append((ordered[0][0], ordered[-1][1]))
    shortest: list[_Span] = []
    for start, end in sorted(set(found), key=lambda span: (span[1] - span[0], span[0])):
        if not any(start < e and s < end for s, e in shortest):
            shortest.append((start, end))
    yield from shortest


def _follows(text: str, left: _Span, right: _Span, within: int) -> bool:
    if right[0] < left[1]:
        return False
    between = text[left[1] : right[0]]
    if any(mark in between for mark in (". ", "! ", "? ", "\n")):
        return False
    return len(between.replace("'", " ").split()) <= within


def _folded_span(layer: Folded, start: int, end: int) -> _Span:
    """Folded offsets of an original span (the other way than usual: only tokens rules need it)."""
    if layer.starts is None:
        return start, end
    inside = [index for index, origin in enumerate(layer.starts) if start <= origin < end]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)
