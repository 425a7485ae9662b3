"""Cue lists at work: one algorithm tells which lists fire on a match, and with which words.

A cue stands before or after the match (within `reach` words and with no stop word between), or anywhere in the scope.
A pseudo cue that covers it ("sans doute" for "sans") silences it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from audit.context.quotes import quoted_spans
from audit.model import Cue, CueList
from audit.text import Reading
from audit.text.phrases import PhraseIndex

_ROLES = ("before", "after", "anywhere", "pseudo", "stops")
_LONG_WORD = 20  # characters
_Span = tuple[int, int]


class _Spans:
    """Where one role of one cue list stands in a text, in the order it was found; asked for a stretch, it answers with few."""

    def __init__(self, spans: Iterable[_Span] = ()) -> None:
        self._spans = list(spans)
        self._order = sorted(range(len(self._spans)), key=self._spans.__getitem__)
        self._starts = [self._spans[index][0] for index in self._order]
        self._longest = max((end - start for start, end in self._spans), default=0)

    def between(self, start: int, end: int) -> list[_Span]:
        """The spans that touch [start, end], as they were found."""
        first, last = bisect_left(self._starts, start - self._longest), bisect_right(self._starts, end)
        return [self._spans[index] for index in sorted(self._order[first:last])]


_NOWHERE = _Spans()


@dataclass(frozen=True, slots=True)
class _Seen:
    """Where each role of each cue list stands in one text, in original offsets."""

    spans: dict[tuple[str, str], _Spans] = field(repr=False)
    quotes: list[_Span] = field(repr=False)

    def of(self, name: str, role: str) -> _Spans:
        return self.spans.get((name, role), _NOWHERE)


class CueReader:
    """All cue lists of one language."""

    def __init__(self, lists: Iterable[CueList]) -> None:
        self._lists = {cues.name: cues for cues in lists}
        self._index: PhraseIndex[tuple[str, str]] = PhraseIndex(
            (phrase, (cues.name, role)) for cues in self._lists.values() for role in _ROLES for phrase in getattr(cues, role)
        )

    def look(self, reading: Reading) -> _Seen:
        """Scans a text once; the result serves all its matches."""
        spans: dict[tuple[str, str], dict[_Span, None]] = defaultdict(dict)
        for layer in reading.layers:
            for key, start, end in self._index.scan(layer.text):
                spans[key][layer.span(start, end)] = None
        return _Seen({key: _Spans(found) for key, found in spans.items()}, quoted_spans(reading.text))

    def fire(self, names: Sequence[str], match: _Span, reading: Reading, seen: _Seen) -> list[Cue]:
        """The cue lists among `names` that fire on the match, each with the words that made it."""
        found = []
        for name in names:
            if name in self._lists:
                span = self._fires(self._lists[name], match, reading, seen)
                if span:
                    found.append(Cue(name, reading.text[span[0] : span[1]]))
        return found

    def _fires(self, cues: CueList, match: _Span, reading: Reading, seen: _Seen) -> _Span | None:
        if cues.scope == "quotes":
            return self._quoted(cues, match, reading, seen)
        scope = (0, len(reading.text))
        if cues.scope != "text":
            sentence = reading.sentence_at(match[0])
            scope = (sentence.start, max(sentence.end, match[1]))
        pseudo, stops = seen.of(cues.name, "pseudo"), seen.of(cues.name, "stops")

        def usable(span: _Span) -> bool:
            covered = any(s <= span[0] and span[1] <= e for s, e in pseudo.between(*span))
            return scope[0] <= span[0] and span[1] <= scope[1] and not covered

        first, last = _horizon(reading.text, match, cues.reach)
        for span in seen.of(cues.name, "before").between(max(scope[0], first), match[0]):
            if span[1] <= match[0] and usable(span) and self._near(span[1], match[0], cues, stops, reading.text):
                return span
        for span in seen.of(cues.name, "after").between(match[1], min(scope[1], last)):
            if span[0] >= match[1] and usable(span) and self._near(match[1], span[0], cues, stops, reading.text):
                return span
        for span in seen.of(cues.name, "anywhere").between(*scope):
            if usable(span) and (cues.scope == "text" or not _is_the_match(span, match, scope)):
                return span
        return None

    def _near(self, start: int, end: int, cues: CueList, stops: _Spans, text: str) -> bool:
        if any(start <= s and e <= end for s, e in stops.between(start, end)):
            return False
        return _words(text[start:end]) <= cues.reach

    def _quoted(self, cues: CueList, match: _Span, reading: Reading, seen: _Seen) -> _Span | None:
        for start, end in seen.quotes:
            if start <= match[0] and match[1] <= end and end - start < 0.95 * len(reading.text.strip()):
                own = any(start - 40 <= s and e <= start + 1 for s, e in seen.of(cues.name, "pseudo").between(start - 40, start + 1))
                return None if own else (start, start + 1)
        return None


def _words(text: str) -> int:
    return len(text.replace("'", " ").replace("’", " ").split())


def _horizon(text: str, match: _Span, reach: int) -> _Span:
    """Offsets beyond which no cue is within reach of the match; the ends of the text when the words near it are very long."""
    far = _LONG_WORD * (reach + 2)
    first, last = max(0, match[0] - far), min(len(text), match[1] + far)
    return (first if _words(text[first : match[0]]) > reach else 0), (last if _words(text[match[1] : last]) > reach else len(text))


def _is_the_match(cue: _Span, match: _Span, scope: _Span) -> bool:
    """True when a cue shares its words with the match; a match of nearly the whole scope only holds it."""
    if cue[1] <= match[0] or match[1] <= cue[0]:
        return False
    return match[1] - match[0] < 0.9 * (scope[1] - scope[0])
