"""A file of the person, recognised by what it holds, never by its name: CV (PDF, Word), LinkedIn archive, or plain text.

What opens PDF and ZIP runs in a process of its own, with little memory and little time: a hostile file ends with it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from audit.model import Document, Problem
from audit.sources.archive import Archive, ArchiveRefused
from audit.sources.exports.linkedin import is_linkedin, read_linkedin
from audit.sources.papers import PaperRefused, docx_text, is_docx, is_pdf, pdf_text
from audit.sources.text_file import MAX_BYTES, decode, read_text_bytes
from audit.workers import Pool, TooSlow, WorkerFailed

SECONDS = 20.0
_MEMORY = 1_500_000_000  # bytes of address space of the process that opens a file


@dataclass(frozen=True, slots=True)
class Brought:
    """What a file brings: documents, the fields of a profile it names, and what could not be read."""

    documents: tuple[Document, ...] = field(default=(), repr=False)
    problems: tuple[Problem, ...] = ()
    platform: str = ""
    profile: Mapping[str, str] = field(default_factory=dict, repr=False)


def read_file(data: bytes, text_kind: str = "post") -> Brought:
    """The documents of a file; a plain text is of `text_kind` (a "cv" or a "bio" is kept whole). Problems instead of exceptions."""
    if len(data) > MAX_BYTES:
        return _problem("too_large")
    if not (is_pdf(data) or data[:2] == b"PK"):
        return _text(data, text_kind)
    pool = Pool(1)
    try:
        return pool.call("audit.sources.files:open_apart", data, deadline=SECONDS)
    except TooSlow:
        return _problem("too_large")
    except WorkerFailed:
        return _problem("damaged")
    finally:
        pool.close()


def open_apart(data: bytes) -> Brought:
    """Opens a PDF or ZIP in this very process, whose memory is limited first: only for a process that ends afterwards."""
    _limit_memory()
    try:
        if data[:2] != b"PK":
            return _paper(pdf_text(data), "pdf")
        archive = Archive(data)
        if is_docx(archive):
            return _paper(docx_text(archive), "docx")
        if is_linkedin(archive):
            profile, documents = read_linkedin(archive)
            named = tuple(replace(document, id=f"file{number}") for number, document in enumerate(documents, 1))
            return Brought(named, () if named else (Problem("empty", "file"),), "linkedin", profile)
        return _problem("unknown_archive")
    except (PaperRefused, ArchiveRefused) as refused:
        return _problem(refused.code)
    except MemoryError:
        return _problem("too_large")


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limit: the deadline and the counts remain
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY if hard == resource.RLIM_INFINITY else min(_MEMORY, hard), hard))


def _paper(text: str, form: str) -> Brought:
    return Brought((Document(text, kind="cv", id="file1", file=form),))


def _text(data: bytes, kind: str) -> Brought:
    documents, problems = read_text_bytes(data)
    if documents and kind in ("cv", "bio", "profile"):
        documents = [Document(decode(data).strip(), kind=kind, id="file1", file="text")]
    return Brought(tuple(documents), tuple(problems))


def _problem(code: str) -> Brought:
    return Brought(problems=(Problem(code, "file"),))
