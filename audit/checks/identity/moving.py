"""The plan to move to a new address: steps in order, as codes; the sentences are in audit/i18n/identity.*.yaml."""

from __future__ import annotations

from dataclasses import dataclass

STEPS = ("create", "forward", "cv", "france_travail", "mission_locale", "linkedin", "others", "test", "keep_old")
_GONE = frozenset(["invalid", "typo_domain", "disposable"])


@dataclass(frozen=True, slots=True)
class Step:
    """One step: `code` names the sentence `identity.moving.CODE`; `minutes` is about how long it takes."""

    code: str
    minutes: int


_MINUTES = {
    "create": 10,
    "forward": 10,
    "cv": 5,
    "france_travail": 5,
    "mission_locale": 5,
    "linkedin": 5,
    "others": 15,
    "test": 5,
    "keep_old": 2,
}


def moving_plan(verdict: str, reasons: tuple[str, ...] = ()) -> tuple[Step, ...]:
    """The steps for an address with this verdict and these reasons; empty for a good one.

    Nothing can be forwarded from a mailbox that does not exist, and a rude address is not announced to anybody.
    """
    if verdict == "good":
        return ()
    left_out = {"forward", "keep_old"} if set(reasons) & _GONE else set()
    return tuple(Step(code, _MINUTES[code]) for code in STEPS if code not in left_out)
