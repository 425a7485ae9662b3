"""spaCy, loaded once and asked late: only texts that have a hit are ever parsed."""

from __future__ import annotations

import re
from functools import cache

from spacy import blank
from spacy import load as load_model
from spacy.language import Language
from spacy.tokens import Doc

FRENCH_MODEL = "fr_core_news_sm"
_LONG_RUN = re.compile(r"\S{200,}")
_CHUNK = 50_000


@cache
def pipeline(lang: str) -> Language:
    """The pipeline of "fr" or "en": the French model without its parser and names, else a blank tokenizer."""
    if lang == "fr":
        try:
            return load_model(FRENCH_MODEL, exclude=["ner", "parser"])
        except OSError:  # the model is not installed: less precise, said by `missing_model`
            return blank("fr")
    return blank("en")


def missing_model() -> bool:
    """True when the French model is absent, so that the interface can say what is less precise."""
    return "morphologizer" not in pipeline("fr").pipe_names


def parse(text: str, lang: str) -> Doc:
    """The spaCy Doc of one sentence. Runs of 200 characters without a space are blanked: its tokenizer is quadratic on them."""
    safe = _LONG_RUN.sub(lambda run: " " * len(run[0]), text[:_CHUNK])
    return pipeline(lang)(safe)
