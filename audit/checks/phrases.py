"""The phrase finder: plain phrases, frames of several parts, and spaCy patterns behind an anchor, in one pass a layer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise, product

from spacy.matcher import Matcher

from audit.checks.hits import Hit
from audit.model import Rule
from audit.text import Folded, Reading, Sentence, pipeline
from audit.text.phrases import PhraseIndex

EXCEPT = -1
_Span = tuple[int, int]


class PhraseFinder:
    """All rules of one language that find by phrases, frame or tokens."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = [rule for rule in rules if rule.find.how in ("phrases", "frame", "tokens")]
        self._index: PhraseIndex[tuple[int, int]] = PhraseIndex(self._entries())

    def _entries(self) -> Iterator[tuple[str, tuple[int, int]]]:
        for number, rule in enumerate(self._rules):
            parts = (rule.find.phrases,) if rule.find.how == "phrases" else rule.find.parts
            for part, phrases in enumerate(parts):
                for phrase in phrases:
                    yield phrase, (number, part)
            for phrase in rule.excepts:
                yield phrase, (number, EXCEPT)

    @property
    def words(self) -> set[str]:
        """The vocabulary of the rules: what a disguise may stand for."""
        return self._index.words

    def find(self, reading: Reading) -> Iterator[Hit]:
        """The hits of every layer, in original offsets; the same words found in two layers come twice."""
        for layer in reading.layers:
            found: dict[int, dict[int, list[_Span]]] = defaultdict(lambda: defaultdict(list))
            for (number, part), start, end in self._index.scan(layer.text):
                found[number][part].append((start, end))
            for number, parts in found.items():
                rule = self._rules[number]
                if reading.document.kind not in rule.on:
                    continue
                spared = parts.pop(EXCEPT, [])
                for start, end in self._of_rule(number, rule, parts, layer, reading):
                    if not any((s <= start and end <= e) or (start <= s and e <= end) for s, e in spared):
                        yield Hit(rule, *layer.span(start, end))

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
