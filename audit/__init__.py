"""Reflet: a digital-identity self-audit that runs on this machine alone.

>>> from audit import Document, prepare, run_audit          # doctest: +SKIP
>>> report = run_audit([Document("Putain de bus", kind="post")], prepare())   # doctest: +SKIP
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from audit.model import Document, Owner, Report
    from audit.pipeline import Engine, prepare, run_audit

__all__ = ["Document", "Engine", "Owner", "Report", "prepare", "run_audit"]


def __getattr__(name: str):
    """Loads the engine only when it is asked for: a worker or the command line need not pay for what they do not use."""
    if name in ("Document", "Owner", "Report"):
        from audit import model

        return getattr(model, name)
    if name in ("Engine", "prepare", "run_audit"):
        from audit import pipeline

        return getattr(pipeline, name)
    raise AttributeError(f"module 'audit' has no attribute {name!r}")
