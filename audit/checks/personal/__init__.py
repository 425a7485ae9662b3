"""Personal data made public: phones, bank, identity, places, dates and secrets, each in its own file.

Everything works on the folded text (small letters, no accents). A text without a digit, an @ or a trigger word costs one scan.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ahocorasick_rs import AhoCorasick

from audit.checks.personal import bank, birth, contact, documents, phones, places, plates, secrets
from audit.checks.personal.ground import Ground, Piece
from audit.checks.registry import Check, Found
from audit.model import CONTENT_KINDS
from audit.text import Reading

_SIGN = re.compile(r"[0-9@]")
_WORDS = AhoCorasick(["zero", "arobase", "mdp", "pass", "login", "identifiant", "pwd", "bat.", "bat ", "lieu dit"])
# Each finder with the digits it needs at least, and the words it may do without them for.
_FINDERS = (
    (bank.find, 8, None),
    (documents.find, 5, None),
    (phones.find, 8, re.compile(r"zero|\bo\d")),
    (plates.find, 3, None),
    (birth.find, 5, None),
    (
        secrets.find,
        99,
        re.compile(
            r"code|passe?\b|password|passwd|passphrase|mdp|m2p|login|identifiant|interphone|\bids?\b|\bpwd?\b|cle (?:du )?wi|cle wpa|@"
        ),
    ),
    (places.find, 1, None),
    (contact.find, 99, re.compile(r"@|arobase|\bat[)\]]")),
)
REASONS = tuple(reason for module in (bank, documents, phones, plates, birth, secrets, places, contact) for reason in module.REASONS)


def find(reading: Reading) -> Iterator[Found]:
    """Every personal datum of a text, in original offsets; where two overlap, the first finder in the list above wins."""
    folded = reading.folded
    if not (_SIGN.search(folded.text) or _WORDS.find_matches_as_indexes(folded.text)):
        return
    ground = Ground(folded.text, reading)
    taken: list[Piece] = []
    digits = sum(map(folded.text.count, "0123456789"))
    for finder, needed, words in _FINDERS:
        if digits < needed and not (words and words.search(folded.text)):
            continue
        for piece in finder(ground):
            if not any(piece.start < other.end and other.start < piece.end for other in taken):
                taken.append(piece)
    for piece in taken:
        start, end = folded.span(piece.start, piece.end)
        yield Found(piece.reason, start, end, {"kind": piece.reason})


def contacts(reading: Reading) -> list[tuple[int, int]]:
    """Where (original offsets) a text says how to reach somebody: telephone numbers and mailboxes, also where these are no fault."""
    ground = Ground(reading.folded.text, reading)
    found = [*((piece.start, piece.end) for piece in phones.find(ground)), *(match.span() for match in contact.mailboxes(ground.text))]
    return [reading.folded.span(*span) for span in found]


CHECK = Check(CONTENT_KINDS, REASONS, find)

__all__ = ["CHECK", "REASONS", "contacts", "find"]
