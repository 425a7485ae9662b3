"""What to change first: visible first × serious × easy."""

from __future__ import annotations

from audit.model import Document, Finding

_SERIOUS = {"high": 3, "medium": 2, "low": 1, "info": 0, "support": 0}
# A recruiter reads the first screen: the address and name on the CV, then the bio, then what was posted
# (Manant, Pajak & Soulié 2019: what the layout hides is not read).
_VISIBLE = {"email": 4, "cv": 4, "handle": 3, "bio": 3, "profile": 3, "link": 2, "post": 2, "caption": 2, "comment": 1, "message": 0}
# Deleting a line is easier than opening a new mailbox.
_EASY = {"bio": 2, "handle": 1, "post": 2, "caption": 2, "comment": 1, "cv": 2, "message": 1, "email": 0, "profile": 1, "link": 1}


def priority(finding: Finding, document: Document | None) -> int:
    """A number, larger for what comes first; it orders, it is never shown."""
    kind = document.kind if document else "post"
    hidden = document is not None and document.visibility == "private"
    visible = 0 if hidden else _VISIBLE.get(kind, 1)
    sure = 2 if finding.outcome == "flag" else 0
    return 100 * _SERIOUS[finding.severity] + 30 * visible + 20 * sure + 5 * _EASY.get(kind, 1)
