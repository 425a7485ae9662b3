"""Proposes plain addresses made of the name the person gives; never a birth year, never a département."""

from __future__ import annotations

from audit.checks.identity import lists
from audit.checks.identity.folding import fold
from audit.checks.identity.names import parts_of
from audit.model import Owner

_OPEN = ("gmail.com", "outlook.fr", "laposte.net")
_KEPT = frozenset(
    [
        "gmail.com",
        "outlook.fr",
        "outlook.com",
        "hotmail.fr",
        "hotmail.com",
        "laposte.net",
        "icloud.com",
        "proton.me",
        "protonmail.com",
        "yahoo.fr",
        "yahoo.com",
        "live.fr",
        "orange.fr",
        "mailo.com",
        "gmx.fr",
    ]
)
MOST = 5


def addresses(owner: Owner, guess: tuple[str, str] | None = None, domain: str = "") -> tuple[str, ...]:
    """Three to five addresses for the owner (or for the name read in the old address), the plainest first; empty without a name.

    The person's own provider is kept when it is open to new mailboxes.
    """
    first, last = owner.first_name, owner.last_name
    if not (first and last):
        if not guess:
            return ()
        first, last = guess
    provider = domain if domain in _KEPT else _OPEN[0]
    locals_ = _locals(first, last)
    if not locals_:
        return ()
    others = [one for one in _OPEN if one != provider]
    return tuple(dict.fromkeys([*(f"{local}@{provider}" for local in locals_), f"{locals_[0]}@{others[0]}"]))[:MOST]


def _locals(first: str, last: str) -> list[str]:
    one, two = "".join(parts_of(first)), "".join(parts_of(last))
    if not one or not two:
        one, two = _latin(first), _latin(last)
    if not one or not two:
        return []
    shapes = [f"{one}.{two}", f"{two}.{one}", f"{one}{two}", f"{one}-{two}", f"{one[0]}.{two}"]
    return [shape for shape in dict.fromkeys(shapes) if len(shape) <= 40]


def _latin(name: str) -> str:
    return "".join(char for char in fold(name) if "a" <= char <= "z")


def is_common(domain: str) -> bool:
    """Whether `domain` is an ordinary personal provider."""
    return domain in lists.words("domains_common")


def handles(owner: Owner, guess: tuple[str, str] | None = None) -> tuple[str, ...]:
    """Up to four plain handles made of the name; empty without a name."""
    first, last = (owner.first_name, owner.last_name) if owner.first_name and owner.last_name else guess or ("", "")
    one, two = _latin(first), _latin(last)
    if not one or not two:
        return ()
    return tuple(dict.fromkeys([f"{one}{two}", f"{one}.{two}", f"{one}_{two}", f"{one[0]}{two}"]))
