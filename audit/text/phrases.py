"""Many phrases, one pass: an Aho-Corasick automaton over folded phrases that only hits whole words.

A phrase that ends in `*` also hits longer words. An apostrophe may be missing in the text (`jai`, `j ai`). A template
(a phrase with many alternatives) stands in the automaton by its anchors alone, and is looked for when they are met.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from ahocorasick_rs import AhoCorasick

from audit.model import Phrase, Template
from audit.text.rarity import commonness, rarest_word
from audit.text.templates import Compiled, commonness_of, words, words_of

Payload = TypeVar("Payload")
_FEW = 12  # beginnings of words that are worth looking for one by one


@dataclass(frozen=True, slots=True)
class Marks:
    """What a text has when it holds one of some phrases: one of their rarest words, or a beginning of one."""

    words: frozenset[str]
    beginnings: tuple[str, ...]

    def may_stand(self, text: str, there: frozenset[str]) -> bool:
        """False when none of the phrases stands in a folded text whose words are `there`."""
        return len(self.beginnings) > _FEW or not self.words.isdisjoint(there) or any(map(text.__contains__, self.beginnings))


class PhraseIndex(Generic[Payload]):
    """Folded phrases with a payload each; `scan` yields the payloads of those that stand in a folded text."""

    def __init__(self, phrases: Iterable[tuple[Phrase, Payload]]) -> None:
        self._templates: list[tuple[Compiled, Payload]] = []
        # spelling → (may longer words follow, the payload, or the number of the template that it is an anchor of)
        entries: dict[str, list[tuple[bool, Payload | None, int]]] = {}
        for phrase, payload in phrases:
            if isinstance(phrase, Template):
                compiled = Compiled(phrase)
                if not compiled.anchors:
                    raise ValueError(
                        f"every part of this phrase may be empty, so nothing tells when to look for it: {phrase.pieces!r:.200}"
                    )
                for anchor in compiled.anchors:
                    _enter(entries, anchor, None, len(self._templates))
                self._templates.append((compiled, payload))
            else:
                _enter(entries, phrase, payload, -1)
        self._spellings = list(entries)
        self._entries = list(entries.values())
        self._automaton = AhoCorasick(list(entries)) if entries else None

    def marks(self) -> dict[Payload, Marks]:
        """What a text has that holds a phrase of each payload."""
        words: dict[Payload, set[str]] = defaultdict(set)
        beginnings: dict[Payload, set[str]] = defaultdict(set)
        for spelling, entries in zip(self._spellings, self._entries, strict=True):
            for prefix, payload, template in entries:
                payload = self._templates[template][1] if template >= 0 else payload
                whole = spelling.rpartition(" ")[0] if prefix else spelling  # the last word may go on
                word = rarest_word(whole)
                (words if word else beginnings)[payload].add(word or spelling)
        return {payload: Marks(frozenset(words[payload]), tuple(sorted(beginnings[payload]))) for payload in {*words, *beginnings}}

    def scan(self, text: str, there: frozenset[str] | None = None) -> Iterator[tuple[Payload, int, int]]:
        """(payload, start, end) of every hit, in offsets of the folded text; hits may overlap. `there`: its `words_of`, when known."""
        if self._automaton is None:
            return
        anchored: dict[int, list[int]] = {}
        for index, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            if start and text[start].isalnum() and text[start - 1].isalnum():
                continue
            inside = end < len(text) and text[end - 1].isalnum() and text[end].isalnum()
            for prefix, payload, template in self._entries[index]:
                if inside and not prefix:
                    continue
                if template >= 0:
                    anchored.setdefault(template, []).append(start)
                else:
                    yield payload, start, _word_end(text, end) if inside else end
        if not anchored:
            return
        there = words_of(text) if there is None else there
        for template, anchors in anchored.items():
            compiled, payload = self._templates[template]
            if compiled.may_stand(there):
                for start, end in compiled.find(text, anchors):
                    yield payload, start, end


def _enter(entries: dict[str, list], phrase: str, payload: object, template: int) -> None:
    prefix = _is_prefix(phrase)
    if prefix:
        phrase = phrase[:-1]
    for spelling in spellings(phrase):
        entries.setdefault(spelling, []).append((prefix, payload, template))


def _is_prefix(phrase: str) -> bool:
    return phrase[-1:] == "*" and len(phrase) > 2


def spellings(phrase: str) -> list[str]:
    """The folded phrase, and its forms without the apostrophe.

    >>> spellings("t'es mort")
    ["t'es mort", 'tes mort', 't es mort']
    """
    if "'" not in phrase.strip("'"):
        return [phrase]
    return list(dict.fromkeys((phrase, phrase.replace("'", ""), phrase.replace("'", " "))))


def vocabulary(phrases: Iterable[Phrase]) -> set[str]:
    """Every word that stands in the phrases, folded."""
    found: set[str] = set()
    for phrase in phrases:
        if isinstance(phrase, Template):
            found |= words(phrase)
        else:
            for spelling in spellings(phrase[:-1] if _is_prefix(phrase) else phrase):
                found.update(spelling.replace("'", " ").split())
    return {word for word in found if word.isalpha()}


def how_common(phrases: Iterable[Phrase]) -> float:
    """About how often one of these phrases stands in an ordinary post; only good for comparing."""
    written, templates = [], 0.0
    for phrase in phrases:
        if isinstance(phrase, Template):
            templates += commonness_of(phrase)
        else:
            written.append(phrase)
    return commonness(written) + templates


def _word_end(text: str, end: int) -> int:
    while end < len(text) and text[end].isalnum():
        end += 1
    return end
