"""The benchmark's files, and one audit over many texts at once (which costs less than one by one)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from audit.model import Document, Finding
from audit.pipeline import Engine, audit_reading, read_ahead

HERE = Path(__file__).resolve().parent
_TOGETHER = 64  # documents read ahead at a time


def rows(name: str) -> list[dict]:
    """The lines of a benchmark file, `name` relative to this folder."""
    return [json.loads(line) for line in (HERE / name).read_text(encoding="utf-8").splitlines()]


def audit_all(documents: Iterable[Document], engine: Engine) -> Iterator[list[Finding]]:
    """What the audit says of each document, in order; what context set aside is left out."""
    documents = list(documents)
    for start in range(0, len(documents), _TOGETHER):
        for reading in read_ahead(documents[start : start + _TOGETHER], engine):
            yield [finding for finding in audit_reading(reading, engine).findings if finding.outcome != "set_aside"]
