"""A CV as a file: the text of a PDF or of a Word document."""

from audit.sources.papers.docx import docx_text, is_docx
from audit.sources.papers.pdf import is_pdf, pdf_text
from audit.sources.papers.refused import PaperRefused

__all__ = ["PaperRefused", "docx_text", "is_docx", "is_pdf", "pdf_text"]
