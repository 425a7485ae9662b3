"""The archive of LinkedIn (ZIP of CSV): the profile as LinkedIn shows it, and what the person wrote. File names are English everywhere.

Facts: research on exports, 2026-11: Shares and Comments carry dates in UTC, `Shares.Visibility` is PUBLIC or MEMBER_NETWORK,
a line break inside a cell is written as a line break between two quotes.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from audit.model import Document
from audit.sources.archive import Archive
from audit.sources.text_file import decode

PLATFORM = "linkedin"
_SIGNS = ("Profile.csv", "Positions.csv", "Education.csv")
_MAX_ROWS = 50_000
_MAX_CELL = 1_000_000


def is_linkedin(archive: Archive) -> bool:
    """True when a ZIP holds at least the profile or two files that only LinkedIn gives together."""
    held = {_base(name) for name in archive.names}
    return "Profile.csv" in held or len(held & set(_SIGNS)) > 1


def read_linkedin(archive: Archive) -> tuple[dict[str, str], list[Document]]:
    """The profile's own fields, and the documents of the archive: profile, bio, posts, comments, messages the person sent.

    Nothing of other people is read. Raises ArchiveRefused.
    """
    tables = _Tables(archive)
    person = next(iter(tables.rows("Profile")), {})
    name = " ".join(part for part in (person.get("First Name", ""), person.get("Last Name", "")) if part)
    shown = {"name": name, "headline": person.get("Headline", ""), "location": person.get("Geo Location", "")}
    documents = [_document("\n".join(_profile(tables, shown)), "profile", tables.file("Profile") or "Positions.csv")]
    documents += [_document(text, "bio", tables.file("Profile")) for text in (shown["headline"], person.get("Summary", ""))]
    documents += [_dated(row, "ShareCommentary", "post", tables.file("Shares")) for row in tables.rows("Shares")]
    documents += [_dated(row, "Message", "comment", tables.file("Comments")) for row in tables.rows("Comments")]
    if name:
        mine = (row for row in tables.rows("messages") if row.get("FROM") == name and row.get("IS MESSAGE DRAFT") != "Yes")
        documents += [replace(_dated(row, "CONTENT", "message", "messages.csv"), visibility="private") for row in mine]
    return {key: value for key, value in shown.items() if value}, [document for document in documents if document.text.strip()]


class _Tables:
    """The CSV files of the archive by their name without the member's number."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._files: dict[str, str] = {}
        for name in archive.names:
            self._files.setdefault(re.sub(r"(?:_\d+)?\.csv$", "", _base(name)), name)

    def file(self, name: str) -> str:
        return _base(self._files.get(name, ""))

    def rows(self, name: str) -> Iterator[dict[str, str]]:
        if name not in self._files:
            return
        csv.field_size_limit(_MAX_CELL)
        reader = csv.DictReader(io.StringIO(decode(self._archive.read(self._files[name])), newline=""), restkey="")
        try:
            for number, row in enumerate(reader):
                if number == _MAX_ROWS:
                    return
                yield {key: value.strip() for key, value in row.items() if key and isinstance(value, str)}
        except csv.Error:
            return  # a cell without end: what stood before it was read


def _profile(tables: _Tables, shown: dict[str, str]) -> Iterator[str]:
    """The lines of the profile, in the order and form of the page, so that a pasted profile and an archive are read alike."""
    yield from (line for line in (shown["name"], shown["headline"], shown["location"]) if line)
    yield from (row["Email Address"] for row in tables.rows("Email Addresses") if row.get("Email Address") and row.get("Primary") != "No")
    yield from (row["Number"] for row in tables.rows("PhoneNumbers") if row.get("Number"))
    jobs = [(row.get("Title"), row.get("Company Name"), row) for row in tables.rows("Positions")]
    jobs += [(row.get("Role"), row.get("Company Name"), row) for row in tables.rows("Volunteering")]
    yield from _stays("Expérience", jobs, "Started On", "Finished On")
    schools = [(row.get("School Name"), row.get("Degree Name"), row) for row in tables.rows("Education")]
    yield from _stays("Formation", schools, "Start Date", "End Date")
    for heading, table, column in (
        ("Compétences", "Skills", "Name"),
        ("Langues", "Languages", "Name"),
        ("Certifications", "Certifications", "Name"),
    ):
        names = [row[column] for row in tables.rows(table) if row.get(column)]
        if names:
            yield from (heading, ", ".join(names))


def _stays(heading: str, stays: Sequence[tuple[str | None, str | None, dict[str, str]]], start: str, end: str) -> Iterator[str]:
    if stays:
        yield heading
    for one, two, row in stays:
        yield from (line for line in (one, two) if line)
        first, last = row.get(start, ""), row.get(end, "")
        if first:
            yield f"{first} - {last or 'aujourd’hui'}" if last or heading == "Expérience" else first
        elif last:
            yield last


def _dated(row: dict[str, str], column: str, kind: str, file: str) -> Document:
    text = row.get(column, "").replace('"\n"', "\n").replace('"\r\n"', "\n")
    found = re.match(r"(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})", row.get("Date", "") or row.get("DATE", ""))
    seen = {"PUBLIC": "public", "MEMBER_NETWORK": "private"}.get(row.get("Visibility", ""), "")
    return replace(_document(text, kind, file), date=f"{found[1]}T{found[2]}Z" if found else "", visibility=seen)


def _document(text: str, kind: str, file: str) -> Document:
    return Document(text, kind=kind, platform=PLATFORM, file=file)


def _base(name: str) -> str:
    return name.rpartition("/")[2]
