"""A Reading: one document folded, split into sentences and words, its language known; the spaCy parse waits until asked."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from spacy.tokens import Doc

from audit.folded import Folded, fold
from audit.model import Document
from audit.text.decoded import Decoder, as_meant
from audit.text.language import READ, detect_folded, words_said
from audit.text.nlp import parse

# A run of marks is tried once, at its first, and whole: else thousands of `!` would be tried from each of them.
_SENTENCE_END = re.compile(r"(?:(?<![.!?…])[.!?…]++[\"»')\]]*+(?=\s|$)|\n+)\s*")
_MIN_FOR_ITS_OWN_LANGUAGE = 24  # characters; shorter sentences take the document's language


@dataclass(frozen=True, slots=True)
class Sentence:
    """Original offsets [start, end) and language of one sentence."""

    start: int
    end: int
    lang: str


@dataclass(eq=False)
class Reading:
    """What the finders and the judge share about one document. Layers are foldings: as written, then decoded if it differs."""

    document: Document
    lang: str
    folded: Folded = field(repr=False)
    decoded: Folded | None = field(repr=False)
    prepared: dict[str, object] = field(default_factory=dict, repr=False)  # what a finder worked out ahead, for many readings at once

    @property
    def text(self) -> str:
        return self.document.text

    @property
    def layers(self) -> tuple[Folded, ...]:
        return (self.folded,) if self.decoded is None else (self.folded, self.decoded)

    def meant(self, start: int, end: int) -> str:
        """The words from an original offset to another, disguises and messages' spellings undone."""
        return self.text[start:end] if self.decoded is None else as_meant(self.text, self.decoded, start, end)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        found, last = [], 0
        for end in _SENTENCE_END.finditer(self.text):
            if self.text[last : end.start()].strip():
                found.append(self._sentence(last, end.end()))
            last = end.end()
        if self.text[last:].strip() or not found:
            found.append(self._sentence(last, len(self.text)))
        return tuple(found)

    def _sentence(self, start: int, end: int) -> Sentence:
        if end - start < _MIN_FOR_ITS_OWN_LANGUAGE or end - start > 0.8 * len(self.text):
            return Sentence(start, end, self.lang)
        folded = self.folded.text[start:end] if self.folded.starts is None else fold(self.text[start:end]).text
        return Sentence(start, end, detect_folded(folded, self.lang))

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence that holds an original offset."""
        index = bisect_right([sentence.start for sentence in self.sentences], offset) - 1
        return self.sentences[max(0, index)]

    @cached_property
    def _parses(self) -> dict[Sentence, Doc]:
        return {}

    def parse(self, sentence: Sentence) -> Doc:
        """The spaCy Doc of a sentence, made once."""
        if sentence not in self._parses:
            self._parses[sentence] = parse(self.text[sentence.start : sentence.end], sentence.lang if sentence.lang == "en" else "fr")
        return self._parses[sentence]


class Reader:
    """Makes Readings; holds one decoder a language."""

    def __init__(self, decoders: Mapping[str, Decoder]) -> None:
        self._decoders = decoders

    def read(self, document: Document) -> Reading:
        """Reads a document: folds it, tells its language, undoes its disguises."""
        folded = fold(document.text)
        words = words_said(folded.text)
        lang = document.lang or detect_folded(folded.text, words=words)
        decoder = self._decoders.get("en" if lang == "en" else "fr")
        known = words if len(folded.text) <= READ else None  # of a longer text these are only the first ones
        return Reading(document, lang, folded, decoder.decode(folded, known) if decoder else None)
