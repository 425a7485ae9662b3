"""Which language a text or a sentence is written in: fr, en or unknown; short messages are told by their small words."""

from __future__ import annotations

import re
from functools import cache

from audit.folded import plain

# The neighbours that a French or English text is confused with; the identifier is restricted to these.
_CANDIDATES = ("fr", "en", "es", "de", "it", "pt", "nl", "tr", "ar", "pl", "ro", "ru")
_FR = frozenset(
    [
        "je",
        "tu",
        "il",
        "elle",
        "on",
        "nous",
        "vous",
        "ils",
        "elles",
        "le",
        "la",
        "les",
        "un",
        "une",
        "des",
        "du",
        "de",
        "et",
        "est",
        "sont",
        "suis",
        "es",
        "ai",
        "as",
        "a",
        "ont",
        "pas",
        "plus",
        "mais",
        "ou",
        "ou",
        "donc",
        "car",
        "que",
        "qui",
        "quoi",
        "dont",
        "mon",
        "ma",
        "mes",
        "ton",
        "ta",
        "tes",
        "son",
        "sa",
        "ses",
        "notre",
        "votre",
        "leur",
        "ce",
        "cet",
        "cette",
        "ces",
        "ca",
        "c'est",
        "j'ai",
        "t'es",
        "t'as",
        "d'un",
        "d'une",
        "qu'il",
        "qu'on",
        "au",
        "aux",
        "dans",
        "sur",
        "sous",
        "avec",
        "sans",
        "pour",
        "par",
        "chez",
        "jsuis",
        "chui",
        "jsp",
        "jpp",
        "tkt",
        "mdr",
        "ptdr",
        "slt",
        "cv",
        "bcp",
        "pk",
        "pq",
        "tfk",
        "wesh",
        "frere",
        "frr",
        "gros",
        "stp",
        "svp",
        "dsl",
        "jtm",
        "bjr",
        "cc",
        "moi",
        "toi",
        "lui",
        "trop",
        "tres",
        "bien",
        "fait",
        "faire",
        "meme",
        "aussi",
        "encore",
        "toujours",
        "jamais",
        "rien",
        "tout",
        "tous",
        "toute",
        "vais",
        "va",
        "vas",
        "veux",
        "peut",
        "peux",
        "sais",
        "avoir",
        "etre",
        "quand",
        "comme",
        "si",
        "y",
        "en",
        "ne",
        "n'",
        "l'",
        "d'",
        "j'",
        "c'",
        "t'",
        "s'",
        "m'",
        "merci",
        "salut",
        "ouais",
        "oui",
        "non",
        "deja",
        "demain",
        "hier",
        "ce",
        "soir",
        "matin",
    ]
)
_EN = frozenset(
    [
        "i",
        "you",
        "he",
        "she",
        "it",
        "we",
        "they",
        "the",
        "an",
        "is",
        "are",
        "am",
        "was",
        "were",
        "be",
        "been",
        "have",
        "has",
        "had",
        "do",
        "does",
        "did",
        "not",
        "don't",
        "can't",
        "won't",
        "i'm",
        "you're",
        "it's",
        "that's",
        "and",
        "or",
        "but",
        "so",
        "because",
        "if",
        "my",
        "your",
        "his",
        "her",
        "our",
        "their",
        "this",
        "that",
        "these",
        "those",
        "to",
        "of",
        "in",
        "on",
        "at",
        "for",
        "with",
        "from",
        "by",
        "about",
        "up",
        "out",
        "what",
        "who",
        "when",
        "where",
        "why",
        "how",
        "just",
        "like",
        "got",
        "get",
        "going",
        "gonna",
        "wanna",
        "lol",
        "lmao",
        "omg",
        "tbh",
        "idk",
        "me",
        "him",
        "them",
        "us",
        "no",
        "yes",
        "yeah",
        "never",
        "always",
        "today",
        "tomorrow",
        "tonight",
        "really",
        "very",
        "too",
        "all",
        "some",
        "any",
        "every",
        "one",
        "there",
        "here",
        "will",
        "would",
        "could",
        "should",
    ]
)
_BOTH = frozenset(["a", "on", "me", "or", "an", "as", "y", "si", "but", "en", "do", "an", "so", "it"])
_FR_ONLY, _EN_ONLY = _FR - _BOTH, _EN - _BOTH
READ = 2000  # characters that tell the language of a text
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?'?")


@cache
def _identifier():
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(list(_CANDIDATES))
    return identifier


def detect(text: str, default: str = "unknown") -> str:
    """fr, en or unknown ("unknown": another language, or nothing to go by; `default` answers for the latter)."""
    return detect_folded(plain(text[:READ]), default)


def words_said(folded: str) -> list[str]:
    """The words of the beginning of a folded text, as they tell its language: `l'ami` is one word."""
    return _WORD.findall(folded[:READ])


def detect_folded(folded: str, default: str = "unknown", words: list[str] | None = None) -> str:
    """As `detect`, on a text that is folded already; `words` are its `words_said`, when they are known."""
    words = words_said(folded) if words is None else words
    heads = [word[: word.index("'") + 1] for word in words if "'" in word]  # the `l'` of `l'ami` counts beside it
    fr = sum(map(_FR_ONLY.__contains__, words)) + sum(map(_FR_ONLY.__contains__, heads))
    en = sum(map(_EN_ONLY.__contains__, words)) + sum(map(_EN_ONLY.__contains__, heads))
    if fr > en and (fr >= 2 or len(words) <= 6):
        return "fr"
    if en > fr and (en >= 2 or len(words) <= 6):
        return "en"
    if not words:
        return default
    if len(folded) < 16 or len(words) < 3:
        return default
    name, sureness = _identifier().classify(folded[:READ])
    if sureness < 0.6:
        return default
    return name if name in ("fr", "en") else "unknown"


def other_language(text: str) -> bool:
    """True when the text is surely written in a language that no pack covers."""
    folded = plain(text[:2000])
    words = _WORD.findall(folded)
    letters = [char for char in text[:2000] if char.isalpha()]
    if len(letters) >= 12 and sum(ord(char) > 0x24F for char in letters) > 0.6 * len(letters):
        return True  # another script
    if len(words) < 6 or sum(word in _FR or word in _EN for word in words) >= 0.25 * len(words):
        return False
    name, sureness = _identifier().classify(text[:2000])
    return name not in ("fr", "en") and sureness > 0.9
