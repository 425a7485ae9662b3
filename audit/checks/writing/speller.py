"""The speller: hunspell's dictionaries, read by chunspell where it is installed, else by a plain reader of the same files."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from audit.checks.writing.affixes import AffixDictionary
from audit.text import plain

DATA = Path(__file__).resolve().parents[3] / "data"
_FOLDER = DATA / "dictionaries"
_BRITISH = (
    ("our", "or"),
    ("ise", "ize"),
    ("isa", "iza"),
    ("isi", "izi"),
    ("yse", "yze"),
    ("lled", "led"),
    ("lling", "ling"),
    ("tre", "ter"),
    ("ence", "ense"),
)


class Speller:
    """Knows the words of one language; `engine` has a method `spell(word)`."""

    def __init__(self, lang: str, engine) -> None:
        self.lang = lang
        self._engine = engine
        self._allowed = allowed_words()
        self._seen: dict[str, bool] = {}

    def knows(self, word: str) -> bool:
        """True for a word of the language, a brand, a tool or an English job word; case is forgiven, accents are not."""
        known = self._seen.get(word)
        if known is None:
            if len(self._seen) > 50_000:
                self._seen.clear()
            known = self._seen[word] = self._look(word)
        return known

    def _look(self, word: str) -> bool:
        word = word.replace("’", "'")
        lower = word.lower()
        if plain(lower) in self._allowed:
            return True
        if self._spell(word) or (lower != word and self._spell(lower)):
            return True
        if self.lang == "en":
            return self._british(lower)
        if "-" in lower:
            return all(self.knows(part) for part in lower.split("-") if part)
        elided = re.fullmatch(r"(?:[ldjcnmst]|qu|jusqu|lorsqu|puisqu)'(.{2,})", lower)
        return bool(elided) and (self._spell(elided[1]) or self._spell(elided[1].capitalize()) or plain(elided[1]) in self._allowed)

    def _spell(self, word: str) -> bool:
        return self._engine.spell(word)

    def _british(self, lower: str) -> bool:
        bare = lower.removesuffix("'s")
        return (bare != lower and self.knows(bare)) or any(old in lower and self._spell(lower.replace(old, new)) for old, new in _BRITISH)


@cache
def speller(lang: str) -> Speller:
    """The speller of "fr" or "en", loaded once."""
    aff, dic = _FOLDER / lang / f"{lang}.aff", _FOLDER / lang / f"{lang}.dic"
    try:
        from hunspell import Hunspell
    except ImportError:  # no wheel for this machine (Intel Macs)
        return Speller(lang, AffixDictionary(aff, dic))
    return Speller(lang, Hunspell(lang, hunspell_data_dir=str(_FOLDER / lang)))


@cache
def allowed_words() -> frozenset[str]:
    """Brands, tools, English job words, abbreviations and slang that is no fault, folded (data/dictionaries/allowed.txt)."""
    words: set[str] = set()
    for line in (_FOLDER / "allowed.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            words.update(plain(word) for word in line.split())
    return frozenset(words)
