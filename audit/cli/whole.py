"""`run`: a whole audit from files and names to a report, printed as text or written as JSON, HTML, PDF, Word, XLSX or CSV."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from audit.model import CONTENT_KINDS, SEARCHES, About, Document, Owner, Problem, Report
from audit.pipeline import Engine, run_audit
from audit.render.nouns import View
from audit.render.to_text import to_text
from audit.render.view import make_view
from audit.sources.files import Brought, read_file
from audit.sources.identifiers import identifiers
from audit.sources.links import card, fetch_profile, to_record
from audit.sources.paste import paste
from audit.sources.text_file import MAX_BYTES, decode, read_text_bytes

_FAULTS = {
    "not_text": "is no text file; save it as plain text first",
    "too_large": f"is larger than {MAX_BYTES // 1_000_000} MB; split it",
    "damaged": "is damaged; save it again",
    "locked": "has a password; save it without one",
    "no_text": "holds no text, perhaps pictures of it; paste its text",
    "unknown_archive": "is no archive that is known",
}


class OutputError(Exception):
    """Wrong arguments, unreadable input or an output that cannot be written, in one clear line without the person's words."""


def audit_arguments(args: argparse.Namespace, engine: Engine) -> str:
    """Audits what the arguments name; writes the outputs they ask for, or returns the checklist as text when they ask for none.

    All outputs are made before the first is written. Raises OutputError.
    """
    profiles: list[dict[str, object]] = []
    documents, problems = _gather(args, profiles)
    report = run_audit(documents, engine)
    extras = {**report.extras, "profiles": profiles} if profiles else report.extras
    report = replace(report, problems=(*problems, *report.problems), extras=extras)
    book = engine.rulebook
    owner = Owner(args.first_name, args.last_name)
    view = make_view(report, args.lang, book.rules, book.categories, cues=book.cues, owner=owner, card=card)
    wanted = {kind: Path(path) for kind in _WRITERS if (path := getattr(args, kind, None))}
    if not wanted:
        return to_text(view, args.quotes)
    made = {kind: _WRITERS[kind](report, view, args.quotes) for kind in wanted}
    for kind, path in wanted.items():
        try:
            path.write_bytes(made[kind])
        except OSError as error:
            raise OutputError(f"cannot write the --{kind} output ({type(error).__name__}); check the folder") from None
    return ""


def _gather(args: argparse.Namespace, profiles: list[dict[str, object]]) -> tuple[list[Document], list[Problem]]:
    """Everything the arguments name; what came of each link is added to `profiles`."""
    if args.kind not in CONTENT_KINDS:
        raise OutputError(f"--kind must be one of: {', '.join(CONTENT_KINDS)}")
    if args.search and args.search not in SEARCHES:
        raise OutputError(f"--search must be one of: {', '.join(SEARCHES)}")
    given = args.text or args.file or args.cv or args.profile or args.link
    if not (given or args.email.strip() or any(handle.strip() for handle in args.handle)):
        raise OutputError("nothing to audit; give --text, --file, --cv, --profile, --link, --email or --handle")
    owner = Owner(args.first_name, args.last_name)
    texts = [(args.kind, decode(_read("--text", path))) for path in args.text]
    problems = [Problem("empty", "text") for _, text in texts if not text.strip()]
    documents = paste(texts, owner)
    for option, path, kind in (*(("--file", path, "post") for path in args.file), *(("--cv", path, "cv") for path in args.cv)):
        brought = _brought(option, path, kind)
        documents += [replace(document, owner=owner) for document in brought.documents]
        problems += brought.problems
    for typed in args.profile:
        platform, _, path = typed.partition(":") if ":" in typed else ("linkedin", "", typed)
        brought = _brought("--profile", path, "profile")
        documents += [replace(document, owner=owner, platform=platform.strip().lower()) for document in brought.documents]
        problems += brought.problems
    for url in args.link:
        result = fetch_profile(url)
        ids = [f"text{len(documents) + number}" for number in range(1, len(result.documents) + 1)]
        profiles.append(to_record(result, documents=ids))
        documents += [replace(document, owner=owner) for document in result.documents]
        problems += result.problems
    documents = [replace(document, id=f"text{number}") for number, document in enumerate(documents, 1)]
    documents += identifiers(args.email, [_handle(typed) for typed in args.handle], owner)
    about = About(args.training, args.search, args.domain, args.town).to_document(owner)
    return [*documents, about] if about else documents, problems


def _handle(typed: str) -> tuple[str, str]:
    """(platform, handle) of PLATFORM:HANDLE; a handle may come without its platform."""
    platform, colon, handle = typed.partition(":")
    return (platform, handle) if colon else ("", typed)


def _brought(option: str, path: str, kind: str) -> Brought:
    """What a file brings; one that cannot be used at all is an OutputError."""
    brought = read_file(_bytes(option, path), kind)
    for problem in brought.problems:
        if problem.code in _FAULTS and not brought.documents:
            raise OutputError(f"the {option} file {_FAULTS[problem.code]}")
    return brought


def _read(option: str, path: str) -> bytes:
    """The bytes of a text file, or of standard input for "-"."""
    data = _bytes(option, path)
    faults = ["too_large"] if len(data) > MAX_BYTES else [problem.code for problem in read_text_bytes(data[:4])[1]]
    for code in faults:
        if code in _FAULTS:
            raise OutputError(f"the {option} file {_FAULTS[code]}")
    return data


def _bytes(option: str, path: str) -> bytes:
    """The bytes of a file, or of standard input for "-"; at most one more than is read."""
    try:
        if path == "-":
            return sys.stdin.buffer.read(MAX_BYTES + 1)
        with Path(path).open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise OutputError(f"cannot read the {option} file ({type(error).__name__}); check its name") from None


def _json(report: Report, view: View, quotes: bool) -> bytes:
    from audit.render.to_json import to_json

    return to_json(report).encode("utf-8")


def _html(report: Report, view: View, quotes: bool) -> bytes:
    from audit.render.to_html import to_html

    return to_html(view, quotes).encode("utf-8")


def _pdf(report: Report, view: View, quotes: bool) -> bytes:
    from audit.render.to_pdf import to_pdf

    return to_pdf(view, quotes)


def _docx(report: Report, view: View, quotes: bool) -> bytes:
    from audit.render.to_docx import to_docx

    return to_docx(view, quotes)


def _xlsx(report: Report, view: View, quotes: bool) -> bytes:
    from audit.render.to_table import to_xlsx

    return to_xlsx(view, quotes)


def _csv(report: Report, view: View, quotes: bool) -> bytes:
    from audit.render.to_table import to_csv

    return to_csv(view, quotes)


# Each writer loads its library only when it is asked for: pandas alone takes half a second.
_WRITERS: Mapping[str, Callable[[Report, View, bool], bytes]] = {
    "json": _json,
    "html": _html,
    "pdf": _pdf,
    "docx": _docx,
    "xlsx": _xlsx,
    "csv": _csv,
}
