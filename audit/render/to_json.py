"""A report as JSON and back. What comes back may come from anyone: shape, size, depth and every string are checked again."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any, NoReturn

from audit.model import (
    KINDS,
    OUTCOMES,
    SEVERITIES,
    Area,
    Cue,
    Document,
    Finding,
    Owner,
    Problem,
    Report,
    Step,
    Strength,
    Verdict,
    scrub,
)
from audit.model.report import SCHEMA

FILE_NAME = "reflet.json"
MAX_BYTES = 40_000_000
MAX_DEPTH = 8
MAX_ITEMS = 200_000  # of one list
MAX_ID = 200  # characters of ids, codes and names
_STATES = ("change_first", "improve", "nothing_found", "not_checked")
_VERDICTS = {"email": ("good", "improve", "unsuitable"), "handle": ("good", "neutral", "unsuitable")}
_VISIBILITIES = ("", "public", "private")


class ReportError(ValueError):
    """The file is no report that can be loaded; `code`: too_large, not_json, not_a_report, other_version, wrong_shape."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def to_json(report: Report, review=None) -> str:
    """The report, and the review's marks if one is given. It holds the person's texts: it is theirs to keep."""
    saved = report.to_dict()
    if review is not None:
        saved["review"] = review.to_dict()
    return scrub(json.dumps(saved, ensure_ascii=False, indent=1, default=_plain))


def from_json(text: str | bytes) -> Report:
    """The report of a saved file; raises ReportError and never says what the file holds."""
    saved = _load(text)
    try:
        return _report(saved)
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError):
        raise ReportError("wrong_shape") from None


def saved_review(text: str | bytes) -> Mapping[str, Mapping[str, str]]:
    """The marks saved beside a report, as `Review.from_dict` takes them; empty when there are none. Raises ReportError."""
    marks = _load(text).get("review", {})
    try:
        return {_name(key): {"decision": _name(mark["decision"]), "note": _words(mark["note"])} for key, mark in _dict(marks).items()}
    except (KeyError, TypeError, ValueError):
        raise ReportError("wrong_shape") from None


def _load(text: str | bytes) -> dict:
    if len(text) > MAX_BYTES:
        raise ReportError("too_large")
    try:
        saved = json.loads(text, parse_constant=_refuse)
    except (ValueError, RecursionError):
        raise ReportError("not_json") from None
    if not isinstance(saved, dict) or "schema" not in saved or "documents" not in saved:
        raise ReportError("not_a_report")
    if saved["schema"] != SCHEMA or isinstance(saved["schema"], bool):
        raise ReportError("other_version")
    if _too_deep(saved):
        raise ReportError("wrong_shape")
    return saved


def _refuse(_: str) -> NoReturn:
    raise ValueError  # NaN and Infinity are no JSON


def _too_deep(value: object) -> bool:
    """True when something stands deeper than MAX_DEPTH, or a list is longer than MAX_ITEMS; no recursion."""
    level: list[object] = [value]
    for _ in range(MAX_DEPTH):
        below: list[object] = []
        for item in level:
            if isinstance(item, dict | list):
                if len(item) > MAX_ITEMS:
                    return True
                below.extend(item.values() if isinstance(item, dict) else item)
        if not below:
            return False
        level = below
    return True


def _report(saved: dict) -> Report:
    documents = tuple(_document(item) for item in _list(saved["documents"]))
    by_id = {document.id: document for document in documents}
    if len(by_id) != len(documents):
        raise ValueError
    return Report(
        documents=documents,
        findings=tuple(_finding(item, by_id) for item in _list(saved["findings"])),
        verdicts=tuple(_verdict(item) for item in _list(saved["verdicts"])),
        strengths=tuple(Strength(_name(item["code"]), _facts(item["facts"])) for item in _list(saved["strengths"])),
        areas=tuple(Area(_name(item["id"]), _one_of(item["state"], _STATES), _names(item["findings"])) for item in _list(saved["areas"])),
        steps=tuple(_step(item) for item in _list(saved["steps"])),
        problems=tuple(Problem(_name(item["code"]), _name(item["where"])) for item in _list(saved["problems"])),
        languages={_name(key): _one_of(value, ("fr", "en", "unknown")) for key, value in _dict(saved["languages"]).items()},
        extras=_facts(saved.get("extras", {})),
    )


def _document(item: dict) -> Document:
    lang = item["lang"]
    return Document(
        text=_words(item["text"]),
        kind=_one_of(item["kind"], KINDS),
        id=_name(item["id"]),
        platform=_words(item["platform"]),
        lang=None if lang is None else _one_of(lang, ("fr", "en")),
        owner=Owner(_words(item["owner"]["first_name"]), _words(item["owner"]["last_name"])),
        date=_name(item["date"]),
        visibility=_one_of(item["visibility"], _VISIBILITIES),
        by_self=_typed(item["by_self"], bool),
        file=_words(item["file"]),
    )


def _finding(item: dict, by_id: Mapping[str, Document]) -> Finding:
    """The words are taken from the document itself, so that a file cannot say one thing and point to another."""
    document = by_id[_name(item["document"])]
    start, end = _whole(item["start"]), _whole(item["end"])
    if not 0 <= start <= end <= len(document.text):
        raise ValueError
    return Finding(
        rule=_name(item["rule"]),
        category=_name(item["category"]),
        severity=_one_of(item["severity"], SEVERITIES),
        outcome=_one_of(item["outcome"], OUTCOMES),
        start=start,
        end=end,
        excerpt=document.text[start:end],
        document=document.id,
        cues=tuple(Cue(_name(cue["name"]), _words(cue["excerpt"])) for cue in _list(item["cues"])),
        facts=_facts(item["facts"]),
    )


def _verdict(item: dict) -> Verdict:
    kind = _one_of(item["kind"], tuple(_VERDICTS))
    return Verdict(
        document=_name(item["document"]),
        kind=kind,
        verdict=_one_of(item["verdict"], _VERDICTS[kind]),
        reasons=_names(item["reasons"]),
        suggestions=tuple(_words(address) for address in _list(item["suggestions"])),
    )


def _step(item: dict) -> Step:
    return Step(
        key=_name(item["key"]),
        kind=_one_of(item["kind"], ("rule", "address", "handle")),
        rule=_name(item["rule"]),
        document=_name(item["document"]),
        findings=_names(item["findings"]),
    )


def _typed(value: Any, kind: type) -> Any:
    if not isinstance(value, kind):
        raise TypeError
    return value


def _list(value: Any) -> list:
    return _typed(value, list)


def _dict(value: Any) -> dict:
    return _typed(value, dict)


def _whole(value: Any) -> int:
    if isinstance(value, bool):
        raise TypeError
    return _typed(value, int)


def _words(value: Any) -> str:
    return scrub(_typed(value, str))


def _name(value: Any) -> str:
    if len(_typed(value, str)) > MAX_ID:
        raise ValueError
    return scrub(value)


def _names(value: Any) -> tuple[str, ...]:
    return tuple(_name(item) for item in _list(value))


def _one_of(value: Any, allowed: tuple[str, ...]) -> str:
    if value not in allowed:
        raise ValueError
    return value


def _facts(value: Any) -> dict[str, object]:
    """Facts are plain JSON values; texts are scrubbed."""

    def plain(item: Any) -> object:
        if isinstance(item, str):
            return scrub(item)
        if isinstance(item, list):
            return [plain(one) for one in item]
        if isinstance(item, dict):
            return {_name(key): plain(one) for key, one in item.items()}
        return item

    return {_name(key): plain(item) for key, item in _dict(value).items()}


_PLAIN: tuple[tuple[type, Callable], ...] = ((tuple, list), (frozenset, sorted), (set, sorted), (Mapping, dict))


def _plain(value: object) -> object:
    """What a fact may hold beside JSON's own values."""
    for kind, turn in _PLAIN:
        if isinstance(value, kind):
            return turn(value)
    raise TypeError(type(value).__name__)
