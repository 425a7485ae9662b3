"""A plain reader of hunspell dictionaries (.aff, .dic): looks a word up by undoing suffixes and prefixes; no suggestions.

It stands in where hunspell has no wheel. It reads `FLAG long` and single-letter flags, PFX and SFX rules with conditions.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class _Affix:
    flag: str
    strip: str
    condition: re.Pattern


class AffixDictionary:
    """The words of a hunspell dictionary; `spell(word)` is True when a stem and its affixes make the word."""

    def __init__(self, aff: Path, dic: Path) -> None:
        self._suffixes: dict[str, list[_Affix]] = defaultdict(list)
        self._prefixes: dict[str, list[_Affix]] = defaultdict(list)
        self._long = False
        self._read_affixes(aff)
        self._stems = self._read_stems(dic)
        self._longest = max((len(add) for add in self._suffixes), default=0)

    def spell(self, word: str) -> bool:
        """True when the word, its first letter made small, or made a name, is in the dictionary."""
        forms = [word, word[:1].lower() + word[1:], word.lower()]
        if word.isupper():
            forms.append(word.capitalize())
        return any(self._spell(form) for form in dict.fromkeys(forms))

    def _spell(self, word: str) -> bool:
        if word in self._stems or self._suffixed(word, ""):
            return True
        for add in (word[:size] for size in range(1, min(6, len(word)))):
            for affix in self._prefixes.get(add, ()):
                rest = affix.strip + word[len(add) :]
                if affix.condition.match(rest) and (affix.flag in self._stems.get(rest, ()) or self._suffixed(rest, affix.flag)):
                    return True
        return False

    def _suffixed(self, word: str, also: str) -> bool:
        """True when the word is a stem with a suffix; `also` is a flag of a prefix that the stem must carry too."""
        for size in range(min(self._longest, len(word) - 1) + 1):
            add = word[len(word) - size :] if size else ""
            for affix in self._suffixes.get(add, ()):
                stem = word[: len(word) - size] + affix.strip
                flags = self._stems.get(stem)
                if flags and affix.flag in flags and affix.condition.search(stem) and (not also or also in flags):
                    return True
        return False

    def _read_affixes(self, path: Path) -> None:
        for line in path.read_text(encoding="utf-8").splitlines():
            parts = line.split()
            if parts[:2] == ["FLAG", "long"]:
                self._long = True
            if len(parts) < 5 or parts[0] not in ("SFX", "PFX"):
                continue
            _, flag, strip, add, condition = parts[:5]
            strip = "" if strip == "0" else strip
            add = add.split("/")[0]
            add = "" if add == "0" else add
            if parts[0] == "SFX":
                self._suffixes[add].append(_Affix(flag, strip, re.compile(f"{condition}$")))
            else:
                self._prefixes[add].append(_Affix(flag, strip, re.compile(condition)))

    def _read_stems(self, path: Path) -> dict[str, frozenset[str]]:
        stems: dict[str, set[str]] = defaultdict(set)
        for line in path.read_text(encoding="utf-8").splitlines()[1:]:
            word, _, flags = line.split("\t")[0].split(" ")[0].partition("/")
            if word:
                stems[word].update(self._flags(flags))
        return {word: frozenset(flags) for word, flags in stems.items()}

    def _flags(self, written: str) -> list[str]:
        return [written[at : at + 2] for at in range(0, len(written), 2)] if self._long else list(written)
