"""The checklist as a tagged PDF (PDF/UA-1), typeset by typst with the shipped fonts, without any file of the system."""

from __future__ import annotations

import json
import re
import tempfile
from dataclasses import asdict
from functools import cache
from pathlib import Path

import typst

from audit.render.glyphs import FONTS, printable_values
from audit.render.nouns import View
from audit.render.sheet import make_sheet

FILE_NAME = "reflet.pdf"
_TEMPLATE = Path(__file__).resolve().parent / "checklist.typ"
_PAGE = re.compile(rb"/Type\s*/Page\b")


def to_pdf(view: View, quotes: bool = False) -> bytes:
    """The PDF of a view: two A4 pages for a usual audit, then the actions that did not fit, then the settings of the networks.

    Words travel as JSON in `sys.inputs`, never in the source; the root is an empty folder, so the source can read nothing.
    """
    words = json.dumps(printable_values(asdict(make_sheet(view, quotes))), ensure_ascii=False)
    with tempfile.TemporaryDirectory() as empty:
        return typst.compile(
            _template(),
            root=empty,
            font_paths=[str(FONTS)],
            ignore_system_fonts=True,
            sys_inputs={"sheet": words},
            pdf_standards=["ua-1"],
            format="pdf",
        )


def pages(pdf: bytes) -> int:
    """The number of pages of a PDF made here."""
    return len(_PAGE.findall(pdf))


@cache
def _template() -> bytes:
    return _TEMPLATE.read_bytes()
