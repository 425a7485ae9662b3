"""Personal data made public: phones, bank, identity, places, dates and secrets, each in its own file.

Everything works on the folded text (small letters, no accents). A text without a digit, an @ or a trigger word costs one scan.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.checks.personal import bank, birth, contact, documents, phones, places, plates, secrets
from audit.checks.personal.ground import Ground, Piece
from audit.checks.registry import Check, Found
from audit.model import CONTENT_KINDS
from audit.text import Reading

_WORTH_A_LOOK = re.compile(r"[0-9@]|zero|arobase|mdp|mot de passe|pass|mots de passe|login|o[67]\b")
_FINDERS = (bank.find, documents.find, phones.find, plates.find, birth.find, secrets.find, places.find, contact.find)
REASONS = tuple(reason for module in (bank, documents, phones, plates, birth, secrets, places, contact) for reason in module.REASONS)


def find(reading: Reading) -> Iterator[Found]:
    """Every personal datum of a text, in original offsets; where two overlap, the first finder in the list above wins."""
    folded = reading.folded
    if not _WORTH_A_LOOK.search(folded.text):
        return
    ground = Ground(folded.text, reading)
    taken: list[Piece] = []
    for finder in _FINDERS:
        for piece in finder(ground):
            if not any(piece.start < other.end and other.start < piece.end for other in taken):
                taken.append(piece)
    for piece in taken:
        start, end = folded.span(piece.start, piece.end)
        yield Found(piece.reason, start, end, {"kind": piece.reason})


CHECK = Check(CONTENT_KINDS, REASONS, find)

__all__ = ["CHECK", "REASONS", "find"]
