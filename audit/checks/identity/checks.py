"""The verdicts on addresses and handles as checks: each reason becomes a hit of the rule of that name."""

from __future__ import annotations

from audit.checks.identity.email import judge_email
from audit.checks.identity.handle import judge_handle
from audit.checks.identity.judged import REASONS, Judged
from audit.checks.registry import Check, Checked, Found
from audit.model import Verdict
from audit.text import Reading


def check_email(reading: Reading) -> Checked:
    """The verdict on an address, and a hit for each of its reasons."""
    return _checked(reading, judge_email(reading.text, reading.document.owner))


def check_handle(reading: Reading) -> Checked:
    """The verdict on a handle, and a hit for each of its reasons."""
    document = reading.document
    return _checked(reading, judge_handle(reading.text, document.platform, document.owner))


def _checked(reading: Reading, judged: Judged) -> Checked:
    document = reading.document
    verdict = Verdict(document.id, document.kind, judged.verdict, judged.reasons, judged.suggestions)
    facts = {"verdict": judged.verdict, "suggestions": judged.suggestions}
    whole = (0, len(reading.text))
    found = (Found(reason, *judged.spans.get(reason, whole), facts) for reason in judged.reasons)
    return Checked(tuple(found), verdict)


EMAIL = Check(("email",), REASONS, check_email)
HANDLE = Check(("handle",), REASONS, check_handle)
