"""The checklist as plain text, for the command line."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Iterator

from audit.render.nouns import View
from audit.render.settings import Settings
from audit.render.sheet import Box, PaperAction, Section, Sheet, make_sheet

WIDTH = 78  # characters a line


def to_text(view: View, quotes: bool = False) -> str:
    """The text of a view, without any control character: what the person typed cannot drive the terminal."""
    sheet = make_sheet(view, quotes)
    lines = [*_person(sheet), *_counsellor(sheet)]
    if sheet.annex:
        lines += [*_title(sheet.annex_title, "="), *(line for action in sheet.annex for line in _later(action))]
    lines += [*_settings(sheet.settings), "", sheet.made_by]
    return "\n".join(wrapped for line in lines for wrapped in _wrap(_clean(line)))


def _clean(line: str) -> str:
    return "".join(char for char in line if unicodedata.category(char) not in ("Cc", "Cs") and char not in "\u2028\u2029")


def _wrap(line: str) -> list[str]:
    indent = " " * (len(line) - len(line.lstrip()))
    return textwrap.wrap(line, WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False) or [""]


def _title(text: str, under: str = "-") -> list[str]:
    return ["", text, under * len(text)]


def _boxes(boxes: tuple[Box, ...]) -> str:
    return "  ".join(f"[{'x' if box.ticked else ' '}] {box.label}" for box in boxes)


def _person(sheet: Sheet) -> Iterator[str]:
    yield " · ".join(part for part in (sheet.title, sheet.first_name, sheet.date) if part)
    yield sheet.nothing_stored
    yield from _title(sheet.good_title)
    yield from (f"+ {strength}" for strength in sheet.strengths)
    yield from _title(sheet.today_title)
    if sheet.nothing_to_do:
        yield sheet.nothing_to_do
    for number, action in enumerate(sheet.today, 1):
        yield f"{number}. {action.title}{f' ({action.note})' if action.note else ''}"
        yield f"   {action.advice}"
        if action.where:
            yield f"   {sheet.where_label}{action.where}"
        yield from (f"   {quote}" for quote in action.quotes)
        yield f"   {_boxes(action.boxes)}"
    if sheet.later:
        yield from _title(sheet.later_title)
        for action in sheet.later:
            yield from _later(action)
        yield from [sheet.more] if sheet.more else []
    yield from sheet.notes
    for section in sheet.sections:
        yield from _section(section)


def _later(action: PaperAction) -> Iterator[str]:
    yield "- " + " · ".join(part for part in (action.title, action.where, action.note) if part)
    yield from (f"  {quote}" for quote in action.quotes)
    yield f"  {_boxes(action.boxes)}"


def _section(section: Section) -> Iterator[str]:
    yield from _title(section.title)
    yield from section.lines
    if section.blank:
        yield f"{section.blank}______________________"
    yield _boxes(section.boxes)


def _settings(settings: Settings) -> Iterator[str]:
    if not settings.networks:
        return
    yield from [*_title(settings.title, "="), settings.intro]
    for network in settings.networks:
        yield from _title(network.name)
        yield from [network.found] if network.found else []
        for path in network.paths:
            yield f"- {path.label} : {path.text}"
            yield f"  {path.note}"
    yield from [settings.more] if settings.more else []


def _counsellor(sheet: Sheet) -> Iterator[str]:
    page = sheet.counsellor
    yield from ["", *_title(page.title, "="), page.intro, page.kept_out]
    yield from _title(page.reasons_title)
    for reason in page.reasons:
        yield f"- {reason.title} · {reason.where} · {reason.severity_label}"
        yield f"  {reason.why}"
    yield from [page.reasons_more] if page.reasons_more else []
    yield from [*_title(page.doubts_title), page.doubts_intro]
    for doubt in page.doubts:
        yield f"- {doubt.title} · {doubt.where}"
        yield f"  {doubt.why_fine} {doubt.ask}"
    yield from page.not_checked
    yield from _title(page.rights_title)
    yield from (f"- {right.title}. {right.text} ({right.source})" for right in page.rights)
    yield page.rights_note
    yield from _title(page.help_title)
    yield from (f"- {line.number} · {line.name}. {line.for_whom} ({line.when})" for line in page.help)
    yield from ["", f"{page.next}____________", f"{page.notes}____________"]
