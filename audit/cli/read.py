"""`read`: what a source brings, before any check; one Document a line, then one line of counts and problems."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from audit.model import Document, Problem
from audit.sources.files import read_file
from audit.sources.links import PageResult, fetch_profile, is_mhtml, read_saved
from audit.sources.text_file import MAX_BYTES


class SourceError(Exception):
    """The source cannot be used at all; the message is one clear line without the person's words."""


def read_sources(sources: Sequence[str], *, me: str, url: str, status: int, offline: bool, with_others: bool) -> Iterator[str]:
    """The JSON lines of each source, one after the other; raises SourceError when a source cannot be opened."""
    for source in sources:
        if source.startswith(("http://", "https://")):
            yield from _link(source, offline)
        elif url:
            yield from _page(Path(source), url, status)
        else:
            yield from _file(Path(source))


def _file(path: Path) -> Iterator[str]:
    if not path.is_file():
        raise SourceError("there is no such file; check its name")
    if _is_saved_page(path):
        yield from _result(read_saved(path))
        return
    try:
        with path.open("rb") as file:
            brought = read_file(file.read(MAX_BYTES + 1))
    except OSError:
        raise SourceError("the file cannot be read; check that it is yours to open") from None
    yield from lines(brought.documents, brought.platform or "text", dict(brought.profile), brought.problems)


def _link(url: str, offline: bool) -> Iterator[str]:
    if offline:
        raise SourceError("--offline refuses links; save the page from your browser and give the file with --url")
    yield from _result(fetch_profile(url))


def _page(path: Path, url: str, status: int) -> Iterator[str]:
    if not path.is_file():
        raise SourceError("there is no such file; check its name")
    result = read_saved(path, url or None, status)
    yield from _result(result)


def _result(result: PageResult) -> Iterator[str]:
    yield from lines(result.documents, result.platform, dict(result.profile), result.problems, result.outcome)


def _is_saved_page(path: Path) -> bool:
    """True for a page that a browser saved: MHTML, or HTML by its first bytes."""
    try:
        with path.open("rb") as file:
            start = file.read(4096)
    except OSError:
        return False
    return is_mhtml(start) or start.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith((b"<!doctype html", b"<html"))


def lines(documents: Sequence[Document], platform: str, profile: dict, problems: Sequence[Problem], outcome: str = "") -> Iterator[str]:
    """The lines of one source."""
    for document in documents:
        yield json.dumps(
            {
                "platform": document.platform or platform,
                "kind": document.kind,
                "text": document.text,
                "date": document.date or None,
                "visibility": document.visibility or None,
                "by_self": document.by_self,
                "file": document.file or None,
            },
            ensure_ascii=False,
        )
    last = {
        "platform": platform,
        "profile": profile,
        "counts": dict(Counter(document.kind for document in documents)),
        "problems": [problem.to_dict() for problem in problems],
    }
    if outcome:
        last["outcome"] = outcome
    yield json.dumps(last, ensure_ascii=False)
