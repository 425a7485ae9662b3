"""A Problem: something could not be done; a code and where, never the person's words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """`code` names a sentence of `audit/i18n`; `where` names a place (a document id, a file's kind), never its content."""

    code: str
    where: str = ""

    def to_dict(self) -> dict:
        return {"code": self.code, "where": self.where}
