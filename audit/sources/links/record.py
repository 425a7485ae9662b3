"""A profile that was read, as plain values that a saved report keeps, and back; a file from somebody else may hold anything."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from audit.model import Document, Problem
from audit.sources.links.nouns import OUTCOMES, PageResult

_TEXTS = ("name", "handle", "nickname", "headline", "bio", "location", "picture", "private")
_LISTS = ("links", "contact", "jobs", "schools")
_CODE = re.compile(r"[a-z][a-z0-9_]{0,39}")
_MOST = 100  # values of one list
_LONGEST = 50_000  # characters of one text
_ADDRESS = re.compile(r"https?://\S{1,4000}")


def to_record(result: PageResult, address: str = "", handle: str = "", documents: Sequence[str] = ()) -> dict[str, object]:
    """The profile as JSON values; `documents` are the ids its texts have in the report."""
    return {
        "platform": result.platform,
        "handle": handle,
        "address": address,
        "outcome": result.outcome,
        "profile": {key: list(value) if isinstance(value, list | tuple) else value for key, value in result.profile.items()},
        "problems": [problem.code for problem in result.problems],
        "steps": list(result.next_steps),
        "documents": list(documents),
    }


def from_record(record: object, documents: Mapping[str, Document]) -> tuple[PageResult, str, str] | None:
    """(what was read, address, handle) of a saved profile, with its texts from `documents`; None when it is no such record."""
    if not isinstance(record, Mapping) or record.get("outcome") not in OUTCOMES or not _code(record.get("platform")):
        return None
    facts = record.get("profile")
    facts = facts if isinstance(facts, Mapping) else {}
    profile: dict[str, object] = {key: _text(facts.get(key)) for key in _TEXTS if _text(facts.get(key))}
    profile |= {key: found for key in _LISTS if (found := _texts(facts.get(key)))}
    held = [documents[id_] for id_ in _texts(record.get("documents"), len(documents)) if id_ in documents]
    result = PageResult(
        outcome=str(record["outcome"]),
        platform=str(record["platform"]),
        profile=profile,
        documents=tuple(document for document in held if document.kind != "profile"),  # a story is told anew from the profile
        problems=tuple(Problem(code) for code in _texts(record.get("problems")) if _code(code)),
        next_steps=tuple(code for code in _texts(record.get("steps")) if _code(code)),
    )
    address = _text(record.get("address"))
    return result, address if _ADDRESS.fullmatch(address) else "", _text(record.get("handle"))[:200]


def _code(value: object) -> bool:
    return isinstance(value, str) and bool(_CODE.fullmatch(value))


def _text(value: object) -> str:
    return value[:_LONGEST] if isinstance(value, str) else ""


def _texts(value: object, most: int = _MOST) -> list[str]:
    return [_text(each) for each in value[:most] if _text(each)] if isinstance(value, list | tuple) else []
