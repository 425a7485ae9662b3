"""How a text for recruiters is written: spelling, usual faults, SMS style, capitals, emoji. One finding a text at most a reason.

Only texts meant for recruiters are looked at (see `audience`); a message to a friend is nobody's business.
"""

from __future__ import annotations

from collections.abc import Iterator

from audit.checks.registry import Check, Found
from audit.checks.writing.audience import for_recruiters
from audit.checks.writing.loud import loud_stretch
from audit.checks.writing.score import REASONS as FAULT_REASONS
from audit.checks.writing.score import faulty_stretch
from audit.model import CONTENT_KINDS
from audit.text import Reading

REASONS = (*FAULT_REASONS, "capitals", "emoji")


def find(reading: Reading) -> Iterator[Found]:
    """The faulty stretch of a text for recruiters, with what is right in its facts; nothing when it is well written."""
    if reading.document.by_self and for_recruiters(reading):
        found = faulty_stretch(reading) or loud_stretch(reading)
        if found:
            yield found


CHECK = Check(CONTENT_KINDS, REASONS, find)

__all__ = ["CHECK", "REASONS", "find"]
