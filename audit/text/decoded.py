"""Decoding: a second layer of the folded text in which messages' spellings and disguises are undone.

SMS spellings (`jsuis`, `jcherche`), stretched letters (`tueeeer`), leet (`c0nn4rd`), separators inside a word (`f.d.p`, `p u t e`)
and masked letters (`p*tain`) are replaced by the words they stand for. A disguise is only undone when the result is a
word that rules know; anything else stays as it was written. The way back to the original is kept.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import product

from ahocorasick_rs import AhoCorasick

from audit.folded import Folded, fold
from audit.text.rarity import is_usual

_LEET = {
    "0": "o",
    "1": "il",
    "3": "e",
    "4": "a",
    "5": "s",
    "7": "t",
    "8": "b",
    "9": "gq",
    "@": "a",
    "$": "s",
    "€": "e",
    "!": "i",
    "|": "il",
    "+": "t",
}
_TOKEN = re.compile(r"[^\s,;:?()\[\]«»\"]+")
_SPACED = re.compile(r"(?<![a-z0-9'])[a-z](?:([ .\-_*/·|])[a-z])(?:\1[a-z]){1,14}(?![a-z0-9])")
_MASKED = re.compile(r"[a-z0-9]+[*#_.•✱×°]+[a-z0-9]*(?:[*#_•✱×°]+[a-z0-9]*)*")
_WORD = re.compile(r"(?<![a-z0-9'.@/_*])[a-z0-9]+(?:'[a-z]+)?(?![a-z0-9'@/_*#]|\.[a-z])")
_SUSPECT = re.compile(r"[@$€|+*#_•✱×°]|[a-z][0-9!]|[0-9][a-z]|([a-z])\1\1")
_SIGN = re.compile(r"[@$€|+*#_•✱×°]|[0-9!]+")
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")
_STRETCHED = AhoCorasick([letter * 3 for letter in sorted(_LETTERS)])
_STRETCH = re.compile(r"([a-z])\1\1+")
_LEET_MIX = re.compile(r"(?=[^a-z]*[a-z])(?=.*[0134578@$€!|+])[a-z0-9@$€!|+]{3,24}")
_ORDINARY = re.compile(r"\d+[a-z]{1,3}|[a-z]\d+|\d+[a-z]\d+|[a-z]{2,}\d+|[a-z]+!+")  # 2m1, 30k, b4, 4x4, lea2003: not leet
_DIGIT = re.compile(r"[0-9]")
_AFTER = ",;:!?)."
_PLACE = re.compile(r"[*#_.•✱×°]")


class Decoder:
    """Undoes disguises and SMS spellings against a vocabulary: the words of the rules, and the respelling table."""

    def __init__(
        self, vocabulary: Iterable[str], respell: Mapping[str, str], masked: Iterable[str] | None = None, joins_je: bool = False
    ) -> None:
        """`masked`: the words that people hide behind stars, the likeliest first; the whole vocabulary when it is not given.

        `joins_je`: the language is one in which messages write `jcherche` for « je cherche ».
        """
        self._joins_je = joins_je
        self._words = frozenset(word for word in vocabulary if len(word) > 1)
        self._respell = dict(respell)
        self._masked: dict[str, list[str]] = defaultdict(list)
        for word in sorted(self._words) if masked is None else masked:
            if word.isalpha():
                self._masked[word[0]].append(word)

    def decode(self, folded: Folded, words: Collection[str] | None = None) -> Folded | None:
        """The decoded layer, or None when nothing had to be undone. `words`: all its words (`words_said`), when they are known."""
        text = folded.text
        edits = [*self._spaced(text, words)]
        covered = [(start, end) for start, end, _ in edits]
        if words is None or self._may_be_respelt(words) or _DIGIT.search(text):
            for word in _WORD.finditer(text):
                respelt = self._respell.get(word[0]) or (self._said_by_me(word[0]) if word[0][0] == "j" else None)
                if respelt:
                    edits.append((word.start(), word.end(), respelt))
        if _suspect(text):
            for token in _TOKEN.finditer(text):
                if _SUSPECT.search(token[0]) and not any(start < token.end() and token.start() < end for start, end in covered):
                    edits.extend((token.start() + start, token.start() + end, word) for start, end, word in self._token(token[0]))
        if not edits:
            return None
        return _apply(folded, sorted(edits))

    def _may_be_respelt(self, words: Collection[str]) -> bool:
        """True when one of the words, all without figures, is not written as it is said."""
        return not self._respell.keys().isdisjoint(words) or any(self._said_by_me(word) for word in words if word[0] == "j")

    def _said_by_me(self, word: str) -> str | None:
        """`jcherche`: je cherche, `jattends`: j'attends; a word that anybody may write (jeune, jupe) is left alone."""
        rest = word[1:]
        if not self._joins_je or word[0] != "j" or len(rest) < 4 or not rest.isalpha() or self._known(word) or not self._known(rest):
            return None
        return f"j'{rest}" if rest[0] in "aeiouyh" else f"je {rest}"

    def _known(self, word: str) -> bool:
        return word in self._words or is_usual(word)

    def _spaced(self, text: str, words: Collection[str] | None) -> Iterator[tuple[int, int, str]]:
        """Words written letter by letter: `f.d.p`, `p u t e`."""
        if words is not None and list(map(len, words)).count(1) < 2:
            return  # all its letters but the last stand alone
        for spaced in _SPACED.finditer(text):
            joined = re.sub(r"[^a-z]", "", spaced[0])
            if joined in self._words:
                yield spaced.start(), spaced.end(), joined

    def _token(self, token: str) -> list[tuple[int, int, str]]:
        bare = token.strip(".!'-#")
        offset = token.find(bare) if bare else 0
        unmasked = self._unmask(token)
        if unmasked:
            return [(0, len(token.rstrip(_AFTER)), unmasked)]
        word = self._unleet(bare) or self._unstretch(bare)
        if word:
            return [(offset, offset + len(bare), word)]
        return []

    def _unstretch(self, token: str) -> str | None:
        if not _STRETCH.search(token) or not token.isalpha():
            return None
        runs = list(_STRETCH.finditer(token))
        for keep in product((1, 2), repeat=min(len(runs), 5)):
            candidate, last = "", 0
            for run, size in zip(runs, keep, strict=False):
                candidate += token[last : run.start()] + run[1] * size
                last = run.end()
            candidate += token[last:]
            if candidate in self._words or candidate in self._respell:
                return self._respell.get(candidate, candidate)
        return _STRETCH.sub(r"\1", token)

    def _unleet(self, token: str) -> str | None:
        if not _LEET_MIX.fullmatch(token) or _ORDINARY.fullmatch(token):
            return None
        choices = [_LEET.get(char, char) for char in token]
        if sum(len(choice) > 1 for choice in choices) > 4:
            return None
        for letters in product(*choices):
            word = "".join(letters)
            if word in self._words:
                return word
        return None

    def _unmask(self, token: str) -> str | None:
        core = token.rstrip(_AFTER)
        masked = _MASKED.fullmatch(core)
        if not masked or not re.search(r"[*#_•✱×°]|\w\.\w", core) or len(core) < 3:
            return None
        if core.count(".") and not re.search(r"[*#_•✱×°]", core):
            return None  # f.d.p is a spaced word; a.b@c or www.x is nothing
        options = self._masked[core[0]]
        exact = re.compile("".join("[a-z]" if _PLACE.match(char) else re.escape(char) for char in core))
        loose = re.compile(re.sub(r"(?:\[a-z\]){2,}", "[a-z]+", exact.pattern))  # nobody counts the stars
        return next((word for pattern in (exact, loose) for word in options if pattern.fullmatch(word)), None)


def as_meant(text: str, layer: Folded, start: int, end: int) -> str:
    """The original `text` from `start` to `end` with what `layer` has undone put in its place; the rest keeps its accents and capitals.

    >>> layer = Decoder(["putain"], {"jsuis": "je suis"}).decode(fold("Jsuis là, p*tain !"))
    >>> as_meant("Jsuis là, p*tain !", layer, 0, 18)
    'je suis là, putain !'
    """
    words: list[str] = []
    index = bisect_left(layer.starts, start)
    while index < len(layer.text) and layer.starts[index] < end:
        first, span = index, (layer.starts[index], layer.ends[index])
        while index < len(layer.text) and (layer.starts[index], layer.ends[index]) == span:
            index += 1
        written, meant = text[slice(*span)], layer.text[first:index]
        words.append(written if fold(written).text == meant else meant)
    return "".join(words)


def _suspect(text: str) -> bool:
    """True when a word of the text may be disguised: a sign in it, a figure beside a letter, or a letter three times."""
    for sign in _SIGN.finditer(text):  # few, and each is quicker looked at than every letter with what follows
        start, end = sign.span()
        if (
            sign[0][0] not in "0123456789!"
            or text[start - 1 : start] in _LETTERS
            or (text[end - 1] != "!" and text[end : end + 1] in _LETTERS)
        ):
            return True
    return bool(_STRETCHED.find_matches_as_indexes(text))


def _apply(folded: Folded, edits: list[tuple[int, int, str]]) -> Folded:
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []

    def copy(begin: int, stop: int) -> None:
        pieces.append(folded.text[begin:stop])
        starts.extend(range(begin, stop) if folded.starts is None else folded.starts[begin:stop])
        ends.extend(range(begin + 1, stop + 1) if folded.ends is None else folded.ends[begin:stop])

    last = 0
    for begin, stop, word in edits:
        if begin < last:
            continue
        copy(last, begin)
        start, end = folded.span(begin, stop)
        pieces.append(word)
        starts.extend([start] * len(word))
        ends.extend([end] * len(word))
        last = stop
    copy(last, len(folded.text))
    return Folded("".join(pieces), tuple(starts), tuple(ends))
