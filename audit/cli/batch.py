"""`batch`: one JSON object a line in, one out, in the same order, streaming; a faulty line never stops the rest."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import IO

from audit.model import CONTENT_KINDS, Document, Finding, Owner
from audit.pipeline import MAX_CHARACTERS, Engine, audit_document
from audit.sources.links import LinkError, identify

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
    """The answer of each line, as JSON; blank lines are passed over."""
    for line in lines:
        if line.strip():
            yield json.dumps(answer(line, engine), ensure_ascii=False)


def answer(line: str, engine: Engine) -> dict:
    """The answer of one line; never raises for what the line holds."""
    request: object = None
    try:
        request = _load(line)
        return _ANSWERS[request["type"]](request, engine)
    except LineError as error:
        code = error.code
    except Exception:  # the boundary: an error's own words could repeat the person's
        code = "failed"
    id_ = request.get("id") if isinstance(request, dict) else None
    return {"id": id_, "error": {"code": code, "message": MESSAGES[code]}}


def _load(line: str) -> dict:
    try:
        request = json.loads(line)
    except (ValueError, RecursionError):
        raise LineError("not_json") from None
    if not isinstance(request, dict):
        raise LineError("not_an_object")
    if not isinstance(request.get("type"), str) or request["type"] not in _ANSWERS:
        return _fail(request, "unknown_type")
    return request


def _fail(request: dict, code: str) -> dict:
    return {"type": "error", "id": request.get("id"), "code": code}


def _error(request: dict, engine: Engine) -> dict:
    return {"id": request["id"], "error": {"code": request["code"], "message": MESSAGES[request["code"]]}}


def _text(request: dict, engine: Engine) -> dict:
    kind = _field(request, "kind", "post") or "post"
    lang = _field(request, "lang", None)
    owner = request.get("owner") or {}
    if kind not in CONTENT_KINDS or lang not in (None, "", "fr", "en") or not isinstance(owner, dict):
        raise LineError("wrong_field")
    document = Document(_field(request, "text"), kind=kind, lang=lang or None, owner=_owner(owner))
    if len(document.text) > MAX_CHARACTERS:
        raise LineError("too_long")
    audited = audit_document(document, engine)
    return {"id": request.get("id"), "type": "text", "lang": audited.lang, "findings": _findings(audited.findings)}


def _email(request: dict, engine: Engine) -> dict:
    audited = audit_document(Document(_field(request, "address"), kind="email", owner=_owner(request)), engine)
    return {"id": request.get("id"), "type": "email", **_verdict(audited), "findings": _findings(audited.findings)}


def _handle(request: dict, engine: Engine) -> dict:
    platform = _field(request, "platform", "") or ""
    document = Document(_field(request, "handle"), kind="handle", platform=platform, owner=_owner(request))
    audited = audit_document(document, engine)
    answer = _verdict(audited)
    answer.pop("suggestions")
    return {"id": request.get("id"), "type": "handle", **answer, "findings": _findings(audited.findings)}


def _link(request: dict, engine: Engine) -> dict:
    try:
        link = identify(_field(request, "url"))
    except LinkError:
        raise LineError("bad_link") from None
    return {"id": request.get("id"), "type": "link", **link.to_dict()}


_ANSWERS = {"text": _text, "email": _email, "handle": _handle, "link": _link, "error": _error}


def _verdict(audited) -> dict:
    verdict = audited.verdict
    return {"verdict": verdict.verdict, "reasons": list(verdict.reasons), "suggestions": list(verdict.suggestions)}


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
