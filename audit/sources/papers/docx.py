"""The text of a Word document in reading order: headers, paragraphs, tables row by row, text boxes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from audit.sources.archive import Archive, ArchiveRefused
from audit.sources.papers.refused import MAX_CHARACTERS, PaperRefused

MAX_BYTES = 20_000_000  # of all parts together
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BODY = "word/document.xml"
_HEAD = re.compile(r"word/header\d*\.xml")


def is_docx(archive: Archive) -> bool:
    """True when a ZIP is a Word document."""
    return _BODY in archive.names


def docx_text(archive: Archive) -> str:
    """The text of the document; raises PaperRefused (damaged, too_large, no_text)."""
    parts = [*sorted(name for name in archive.names if _HEAD.fullmatch(name))[:6], _BODY]
    lines: list[str] = []
    size = 0
    for part in parts:
        try:
            data = archive.read(part, MAX_BYTES)
        except ArchiveRefused as refused:
            raise PaperRefused(refused.code) from None
        for line in _lines(_root(data)):
            if not (part != _BODY and line in lines):  # the first, even and odd pages may have the same header
                lines.append(line)
                size += len(line) + 1
            if size > MAX_CHARACTERS:
                raise PaperRefused("too_large")
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
    if not text:
        raise PaperRefused("no_text")
    return text


def _root(data: bytes) -> etree._Element:
    """No Word document declares entities: one that does is refused unread."""
    if re.search(rb"<!\s*(?:DOCTYPE|ENTITY)", data.replace(b"\x00", b""), re.I):
        raise PaperRefused("damaged")
    try:
        return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False))
    except (etree.XMLSyntaxError, ValueError):
        raise PaperRefused("damaged") from None


def _lines(root: etree._Element) -> Iterator[str]:
    """The paragraphs below `root`, without going into those of an older copy; a row of short cells is one line."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if element.tag == _FALLBACK:
            continue
        if element.tag == _W + "tr":
            cells = [[line for line in _cell(cell) if line.strip()] for cell in element.iterchildren(_W + "tc")]
            if all(len(cell) <= 1 for cell in cells):
                yield "  |  ".join(cell[0] for cell in cells if cell)
            else:
                yield from (line for cell in cells for line in cell)
            continue
        if element.tag == _W + "p":
            yield from _words(element).split("\n")
            waiting.extend(reversed(list(_boxes(element))))
            continue
        waiting.extend(element.iterchildren(reversed=True))


def _cell(cell: etree._Element) -> Iterator[str]:
    """The paragraphs of a cell, those of a table inside it too; never deeper than the parser lets a document be."""
    for paragraph in cell.iter(_W + "p"):
        if not any(parent.tag == _FALLBACK for parent in paragraph.iterancestors()):
            yield from _words(paragraph).split("\n")


def _boxes(paragraph: etree._Element) -> Iterator[etree._Element]:
    """The text boxes that hang on a paragraph: CVs are full of them."""
    for box in paragraph.iter(_W + "txbxContent"):
        if not any(parent.tag == _FALLBACK for parent in box.iterancestors()):
            yield box


def _words(paragraph: etree._Element) -> str:
    """The words of a paragraph itself, not those of the boxes that hang on it."""
    words = []
    for element in paragraph.iter(_W + "t", _W + "tab", _W + "br", _W + "cr"):
        owner = next((parent for parent in element.iterancestors() if parent.tag in (_W + "p", _FALLBACK)), None)
        if owner is paragraph:
            words.append((element.text or "") if element.tag == _W + "t" else "   " if element.tag == _W + "tab" else "\n")
    return "".join(words).strip()
