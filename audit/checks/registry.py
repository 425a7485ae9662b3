"""The checks that are code: one name each, used by rules as `find: {check: NAME, with: {reason: …}}`.

A check takes a Reading and yields what it found; the rules of that check and reason say what it means for the person.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from audit.model import Verdict
from audit.text import Reading


@dataclass(frozen=True, slots=True)
class Found:
    """`reason` picks the rule; [start, end) are original offsets; `facts` fill its sentences."""

    reason: str
    start: int
    end: int
    facts: Mapping[str, object] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check says of one document: what it found, and its verdict if it gives one."""

    found: tuple[Found, ...] = ()
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """A check: the kinds of documents it is for, the reasons it may give, and the function."""

    kinds: tuple[str, ...]
    reasons: tuple[str, ...]
    run: Callable[[Reading], Checked | Iterable[Found]]

    def __call__(self, reading: Reading) -> Checked:
        answer = self.run(reading)
        return answer if isinstance(answer, Checked) else Checked(tuple(answer))


def checks() -> Mapping[str, Check]:
    """Every check by name."""
    from audit.checks import personal, writing  # here: these folders need the nouns above
    from audit.checks.identity import checks as identity

    return {
        "personal": personal.CHECK,
        "writing": writing.CHECK,
        "email": identity.EMAIL,
        "handle": identity.HANDLE,
        "consistency": identity.CONSISTENCY,
    }
