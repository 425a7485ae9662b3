"""The checklist as one HTML page, ready to print on A4: no script, nothing loaded, every word escaped."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import jinja2

from audit.model import scrub
from audit.render.nouns import View
from audit.render.sheet import make_sheet

FILE_NAME = "reflet.html"
_TEMPLATES = Path(__file__).resolve().parent


def to_html(view: View, quotes: bool = False) -> str:
    """The page of a view; with `quotes`, the person's words stand beside each action. To be written as UTF-8."""
    return scrub(_template().render(sheet=make_sheet(view, quotes)))


@cache
def _template() -> jinja2.Template:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_TEMPLATES), autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template("sheet.html.jinja")
