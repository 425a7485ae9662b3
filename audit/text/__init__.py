"""The text room: folding with the way back, decoding of disguises, language, sentences, spaCy on demand."""

from audit.folded import Folded, fold, plain
from audit.text.decoded import Decoder
from audit.text.language import detect, other_language
from audit.text.nlp import missing_model, pipeline
from audit.text.reading import Reader, Reading, Sentence

__all__ = ["Decoder", "Folded", "Reader", "Reading", "Sentence", "detect", "fold", "missing_model", "other_language", "pipeline", "plain"]
