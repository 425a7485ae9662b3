"""The reader of a rulebook: it undoes the disguises and the spellings of the words that its rules know."""

from __future__ import annotations

from audit.checks.run import Finders
from audit.rulebook import Rulebook
from audit.text import Decoder, Reader


def reader_of(rulebook: Rulebook, finders: Finders) -> Reader:
    """A Reader with a decoder for each language; French messages write « jcherche », English ones nothing like it."""
    return Reader(
        {
            lang: Decoder(finders.vocabulary(lang), rulebook.respell[lang], rulebook.masked[lang], joins_je=lang == "fr")
            for lang in ("fr", "en")
        }
    )
