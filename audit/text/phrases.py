"""Many phrases, one pass: an Aho-Corasick automaton over folded phrases that only hits whole words.

A phrase that ends in `*` also hits longer words. An apostrophe may be missing in the text (`jai`, `j ai`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from ahocorasick_rs import AhoCorasick

from audit.text.folded import plain

Payload = TypeVar("Payload")


class PhraseIndex(Generic[Payload]):
    """Phrases with a payload each; `scan` yields the payloads of those that stand in a folded text."""

    def __init__(self, phrases: Iterable[tuple[str, Payload]]) -> None:
        entries: dict[str, list[tuple[bool, Payload]]] = defaultdict(list)
        for phrase, payload in phrases:
            prefix = phrase.endswith("*") and len(phrase) > 2
            for spelling in spellings(phrase[:-1] if prefix else phrase):
                entries[spelling].append((prefix, payload))
        self._phrases = list(entries)
        self._payloads = list(entries.values())
        self._automaton = AhoCorasick(self._phrases) if self._phrases else None

    @property
    def words(self) -> set[str]:
        """Every word that stands in a phrase, folded."""
        return {word for phrase in self._phrases for word in phrase.replace("'", " ").split() if word.isalpha()}

    def scan(self, text: str) -> Iterator[tuple[Payload, int, int]]:
        """(payload, start, end) of every hit, in offsets of the folded text; hits may overlap."""
        if self._automaton is None:
            return
        for index, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            if start and text[start].isalnum() and text[start - 1].isalnum():
                continue
            inside = end < len(text) and text[end - 1].isalnum() and text[end].isalnum()
            for prefix, payload in self._payloads[index]:
                if not inside:
                    yield payload, start, end
                elif prefix:
                    yield payload, start, _word_end(text, end)


def spellings(phrase: str) -> list[str]:
    """The folded phrase, and its forms without the apostrophe.

    >>> spellings("T'es mort")
    ["t'es mort", 'tes mort', 't es mort']
    """
    folded = plain(phrase)
    if "'" not in folded.strip("'"):
        return [folded]
    return list(dict.fromkeys((folded, folded.replace("'", ""), folded.replace("'", " "))))


def _word_end(text: str, end: int) -> int:
    while end < len(text) and text[end].isalnum():
        end += 1
    return end
