"""`batch`: one JSON object a line in, one out, in the same order, streaming; a faulty line never stops the rest."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import IO

from audit.model import CONTENT_KINDS, Document, Finding, Owner
from audit.pipeline import MAX_CHARACTERS, Audited, Engine, audit_document, audit_reading, read_ahead
from audit.sources.links import LinkError, identify
from audit.text import Reading

_AHEAD = 32  # lines read together
_AHEAD_CHARACTERS = 500_000

MESSAGES = {
    "not_json": "this line is not JSON",
    "not_an_object": "this line is not a JSON object",
    "unknown_type": "type must be text, email, handle or link",
    "missing_field": "a field that this type needs is missing",
    "wrong_field": "a field has a value of the wrong type",
    "too_long": "the text is longer than 5 million characters",
    "bad_link": "this is not a link",
    "failed": "this line could not be audited",
}


class LineError(Exception):
    """This line cannot be used; `code` is a key of MESSAGES."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def answer_lines(lines: Iterable[str], engine: Engine) -> Iterator[str]:
    """The answer of each line, as JSON; blank lines are passed over. Lines are read a few ahead, since that costs less."""
    for group in _groups(line for line in lines if line.strip()):
        requests = [_understood(line) for line in group]
        readings = _read(requests, engine)
        for request in requests:
            yield json.dumps(_answered(request, readings, engine), ensure_ascii=False)


def answer(line: str, engine: Engine) -> dict:
    """The answer of one line; never raises for what the line holds."""
    request = _understood(line)
    return _answered(request, _read([request], engine), engine)


@dataclass(frozen=True, slots=True)
class _Request:
    """A line understood: its fields and its document (a link has none), or the code of what is wrong with it."""

    fields: dict
    document: Document | None = None
    code: str = ""


def _groups(lines: Iterator[str]) -> Iterator[list[str]]:
    group: list[str] = []
    size = 0
    for line in lines:
        group.append(line)
        size += len(line)
        if len(group) == _AHEAD or size > _AHEAD_CHARACTERS:
            yield group
            group, size = [], 0
    if group:
        yield group


def _understood(line: str) -> _Request:
    fields: dict = {}
    try:
        fields = _load(line)
        kind = fields.get("type")
        if not isinstance(kind, str) or kind not in _DOCUMENTS:
            raise LineError("unknown_type")
        return _Request(fields, _DOCUMENTS[kind](fields))
    except LineError as error:
        return _Request(fields, code=error.code)


def _read(requests: Sequence[_Request], engine: Engine) -> dict[int, Reading]:
    """The reading of each request that has a document; a request whose text cannot be read is answered "failed" later."""
    documents = [(number, request.document) for number, request in enumerate(requests) if request.document]
    try:
        readings = read_ahead([document for _, document in documents], engine)
    except Exception:  # one of them is at fault: each is read alone when it is answered
        return {}
    return {id(requests[number]): reading for (number, _), reading in zip(documents, readings, strict=True)}


def _answered(request: _Request, readings: dict[int, Reading], engine: Engine) -> dict:
    id_, code = request.fields.get("id"), request.code
    try:
        if not code:
            kind = request.fields["type"]
            return {"id": id_, "type": kind, **_ANSWERS[kind](request, readings, engine)}
    except LineError as error:
        code = error.code
    except Exception:  # the boundary: an error's own words could repeat the person's
        code = "failed"
    return {"id": id_, "error": {"code": code, "message": MESSAGES[code]}}


def _load(line: str) -> dict:
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError):
        raise LineError("not_json") from None
    if not isinstance(fields, dict):
        raise LineError("not_an_object")
    return fields


def _text(fields: dict) -> Document:
    kind = _field(fields, "kind", "post") or "post"
    lang = _field(fields, "lang", None)
    owner = fields.get("owner") or {}
    if kind not in CONTENT_KINDS or lang not in (None, "", "fr", "en") or not isinstance(owner, dict):
        raise LineError("wrong_field")
    document = Document(_field(fields, "text"), kind=kind, lang=lang or None, owner=_owner(owner))
    if len(document.text) > MAX_CHARACTERS:
        raise LineError("too_long")
    return document


def _email(fields: dict) -> Document:
    return Document(_field(fields, "address"), kind="email", owner=_owner(fields))


def _handle(fields: dict) -> Document:
    return Document(_field(fields, "handle"), kind="handle", platform=_field(fields, "platform", "") or "", owner=_owner(fields))


def _link(fields: dict) -> None:
    _field(fields, "url")


_DOCUMENTS = {"text": _text, "email": _email, "handle": _handle, "link": _link}


def _audited(request: _Request, readings: dict[int, Reading], engine: Engine) -> Audited:
    reading = readings.get(id(request))
    return audit_reading(reading, engine) if reading else audit_document(request.document, engine)


def _text_answer(request: _Request, readings: dict[int, Reading], engine: Engine) -> dict:
    audited = _audited(request, readings, engine)
    return {"lang": audited.lang, "findings": _findings(audited.findings)}


def _email_answer(request: _Request, readings: dict[int, Reading], engine: Engine) -> dict:
    audited = _audited(request, readings, engine)
    return {**_verdict(audited), "suggestions": list(audited.verdict.suggestions), "findings": _findings(audited.findings)}


def _handle_answer(request: _Request, readings: dict[int, Reading], engine: Engine) -> dict:
    audited = _audited(request, readings, engine)
    return {**_verdict(audited), "findings": _findings(audited.findings)}


def _link_answer(request: _Request, readings: dict[int, Reading], engine: Engine) -> dict:
    try:
        return identify(request.fields["url"]).to_dict()
    except LinkError:
        raise LineError("bad_link") from None


_ANSWERS = {"text": _text_answer, "email": _email_answer, "handle": _handle_answer, "link": _link_answer}


def _verdict(audited: Audited) -> dict:
    return {"verdict": audited.verdict.verdict, "reasons": list(audited.verdict.reasons)}


def _findings(findings: Iterable[Finding]) -> list[dict]:
    return [finding.to_dict() for finding in findings]


def _owner(fields: dict) -> Owner:
    return Owner(_field(fields, "first_name", "") or "", _field(fields, "last_name", "") or "")


_MISSING = object()


def _field(request: dict, name: str, default: object = _MISSING):
    value = request.get(name, default)
    if value is _MISSING:
        raise LineError("missing_field")
    if not isinstance(value, str) and (value is not None or default is _MISSING):
        raise LineError("wrong_field")
    return value


def read_lines(stream: IO[bytes]) -> Iterator[str]:
    """The lines of a stream as text; bytes that are no UTF-8 are replaced, so that one bad line spoils no other."""
    for line in stream:
        yield line.decode("utf-8", "replace")
