"""The checklist as a Word document that a counsellor can change, made with python-docx."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import datetime

from docx import Document as new_document
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from audit.render.nouns import View
from audit.render.settings import Settings
from audit.render.sheet import Box, PaperAction, Section, Sheet, make_sheet

FILE_NAME = "reflet.docx"
_ACCENT, _GREY = RGBColor(0x0B, 0x5D, 0x58), RGBColor(0x4A, 0x56, 0x55)
_LINE = "." * 40
# What XML 1.0 cannot hold (§2.2), half of a surrogate pair and U+FFFE/U+FFFF among it.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def to_docx(view: View, quotes: bool = False) -> bytes:
    """The bytes of the document of a view; its properties name neither the person nor the machine."""
    sheet = make_sheet(view, quotes)
    paper = _blank_paper(sheet)
    _person(paper, sheet)
    if sheet.settings.networks and not sheet.settings.apart:
        _settings(paper, sheet.settings)
    paper.add_page_break()
    _counsellor(paper, sheet)
    if sheet.annex:
        paper.add_page_break()
        paper.add_heading(_text(sheet.annex_title), 1)
        _actions(paper, sheet.annex)
    if sheet.settings.apart:
        paper.add_page_break()
        _settings(paper, sheet.settings)
    _line(paper, sheet.made_by, muted=True)
    out = io.BytesIO()
    paper.save(out)
    return out.getvalue()


def _text(words: str) -> str:
    return _NOT_XML.sub("\ufffd", words)


def _blank_paper(sheet: Sheet) -> Document:
    paper = new_document()
    page = paper.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(1.8)
    page.top_margin = page.bottom_margin = Cm(1.4)
    normal = paper.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(10.5)
    normal.paragraph_format.space_after = Pt(2)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), {"fr": "fr-FR", "en": "en-GB"}[sheet.lang])
    normal.element.get_or_add_rPr().append(language)
    for level, size in ((1, 20), (2, 13)):
        style = paper.styles[f"Heading {level}"]
        style.font.size, style.font.color.rgb, style.font.name = Pt(size), _ACCENT, "Calibri"
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(8), Pt(2)
    about = paper.core_properties
    about.title, about.author, about.last_modified_by, about.comments = sheet.file_title, "Reflet", "", ""
    about.language = sheet.lang
    about.created = about.modified = datetime(2000, 1, 1)  # when it was made is nobody's business
    return paper


def _line(paper: Document, words: str, *, bold: str = "", muted: bool = False, style: str | None = None) -> None:
    """One paragraph: a bold beginning, then words."""
    paragraph = paper.add_paragraph(style=style)
    if bold:
        paragraph.add_run(_text(bold)).bold = True
    run = paragraph.add_run(_text(words))
    if muted:
        run.font.color.rgb, run.font.size = _GREY, Pt(9)


def _boxes(boxes: Sequence[Box]) -> str:
    return "    ".join(f"{'☒' if box.ticked else '☐'} {box.label}" for box in boxes)


def _person(paper: Document, sheet: Sheet) -> None:
    paper.add_heading(_text(sheet.title), 1)
    _line(paper, f"   {sheet.date}   {sheet.with_label}{_LINE}", bold=sheet.first_name)
    _line(paper, sheet.nothing_stored, muted=True)
    paper.add_heading(_text(sheet.good_title), 2)
    for strength in sheet.strengths:
        _line(paper, strength, style="List Bullet")
    paper.add_heading(_text(sheet.today_title), 2)
    if sheet.nothing_to_do:
        _line(paper, sheet.nothing_to_do)
    for number, action in enumerate(sheet.today, 1):
        _line(paper, f" ({action.note})" if action.note else "", bold=f"{number}. {action.title}")
        _line(paper, action.advice)
        if action.where:
            _line(paper, f"{sheet.where_label}{action.where}", muted=True)
        for quote in action.quotes:
            _line(paper, quote)
        _line(paper, _boxes(action.boxes))
    if sheet.later:
        paper.add_heading(_text(sheet.later_title), 2)
        _actions(paper, sheet.later)
        _line(paper, sheet.more, muted=True)
    for note in sheet.notes:
        _line(paper, note, muted=True)
    for section in sheet.sections:
        _section(paper, section)


def _actions(paper: Document, actions: Sequence[PaperAction]) -> None:
    for action in actions:
        rest = "".join(f" · {part}" for part in (action.where, action.note, *action.quotes) if part)
        _line(paper, f"{rest}    {_boxes(action.boxes)}", bold=action.title)


def _section(paper: Document, section: Section) -> None:
    paper.add_heading(_text(section.title), 2)
    for line in section.lines:
        _line(paper, line)
    if section.blank:
        _line(paper, f"{section.blank}{_LINE}")
    _line(paper, _boxes(section.boxes))


def _settings(paper: Document, settings: Settings) -> None:
    paper.add_heading(_text(settings.title), 1)
    _line(paper, settings.intro)
    for network in settings.networks:
        paper.add_heading(_text(network.name), 2)
        if network.found:
            _line(paper, network.found)
        for path in network.paths:
            _line(paper, f" : {path.text} ({path.note})", bold=path.label)
    if settings.more:
        _line(paper, settings.more, muted=True)


def _counsellor(paper: Document, sheet: Sheet) -> None:
    page = sheet.counsellor
    paper.add_heading(_text(page.title), 1)
    _line(paper, page.intro)
    _line(paper, page.kept_out, muted=True)
    paper.add_heading(_text(page.reasons_title), 2)
    for reason in page.reasons:
        _line(paper, f" · {reason.where} · {reason.severity_label}. {reason.why}", bold=reason.title)
    if page.reasons_more:
        _line(paper, page.reasons_more)
    paper.add_heading(_text(page.doubts_title), 2)
    _line(paper, page.doubts_intro)
    for doubt in page.doubts:
        _line(paper, f" · {doubt.where}. {doubt.why_fine} {doubt.ask}", bold=doubt.title)
    for line in page.not_checked:
        _line(paper, line)
    paper.add_heading(_text(page.rights_title), 2)
    for right in page.rights:
        _line(paper, f". {right.text} ({right.source})", bold=right.title)
    _line(paper, page.rights_note, muted=True)
    paper.add_heading(_text(page.help_title), 2)
    for line in page.help:
        _line(paper, f" · {line.name}. {line.for_whom} ({line.when})", bold=line.number)
    _line(paper, f"{page.next}{_LINE}")
    _line(paper, f"{page.notes}{_LINE}{_LINE}")
