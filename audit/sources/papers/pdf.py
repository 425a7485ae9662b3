"""The text of a PDF, page by page, with limits; meant to run in a process that may be killed."""

from __future__ import annotations

import io
import logging
import re

from audit.sources.papers.refused import MAX_CHARACTERS, PaperRefused

MAX_PAGES = 60


def is_pdf(data: bytes) -> bool:
    """True when the first bytes are those of a PDF."""
    return b"%PDF-" in data[:1024]


def pdf_text(data: bytes) -> str:
    """The text of the first MAX_PAGES pages; raises PaperRefused (damaged, locked, no_text)."""
    import pypdf

    logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)  # its warnings may quote the file
    pages, left = [], MAX_CHARACTERS
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise PaperRefused("locked")
        for number, page in enumerate(reader.pages):
            if number == MAX_PAGES or left <= 0:
                break
            pages.append(_even(page.extract_text())[:left])
            left -= len(pages[-1])
    except PaperRefused:
        raise
    except Exception:  # a hostile file may raise anything, and a message may quote it
        raise PaperRefused("damaged") from None
    text = "\n".join(pages).strip()
    if len(re.findall(r"[^\W\d_]", text)) < 20:
        raise PaperRefused("no_text")  # a scan: pictures of words
    return text


def _even(text: str) -> str:
    """Lines without runs of blanks; the letters of a spaced-out heading ("F O R M A T I O N") joined again."""
    lines = []
    for line in text.replace("\r", "\n").replace("\u00a0", " ").split("\n"):
        bare = re.sub(r"[ \t]{3,}", "   ", line).strip()
        if re.fullmatch(r"(?:\S )+\S", bare) and len(bare) > 6 and sum(char.isalpha() for char in bare) > len(bare) / 3:
            bare = bare.replace(" ", "")
        lines.append(bare)
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines))
