"""Actions and findings as tables for a spreadsheet: CSV and XLSX made with pandas, in which no cell can become a formula."""

from __future__ import annotations

import io
import re

import pandas

from audit.i18n import say
from audit.render.nouns import Action, View

CSV_NAME = "reflet.csv"
XLSX_NAME = "reflet.xlsx"
MAX_CELL = 32_767  # characters in an Excel cell; a longer one would be dropped without a word
# Control characters and half surrogates break writers; tab and line ends may stay inside a cell.
_NOT_A_CELL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
# A spreadsheet may run a cell that begins like this, also after spaces (ASVS 1.2.10); full-width signs are read as plain ones.
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠\t\r\n|%]")
_SETTINGS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def to_csv(view: View, quotes: bool = False) -> bytes:
    """Actions, then findings, in one table: `;` between fields, every field quoted, UTF-8 with the mark that Excel needs."""
    lang = view.lang
    kind = say("table.type", lang)
    actions, findings = actions_table(view, quotes), findings_table(view, quotes)
    actions.insert(0, kind, say("table.type.action", lang))
    findings.insert(0, kind, say("table.type.finding", lang))
    whole = pandas.concat([actions, findings], ignore_index=True).fillna("").map(_safe)
    text = whole.to_csv(sep=";", index=False, quoting=1, lineterminator="\r\n")
    return text.encode("utf-8-sig")


def to_xlsx(view: View, quotes: bool = False) -> bytes:
    """A workbook with two sheets, actions and findings; all cells are texts, none a formula or a link."""
    out = io.BytesIO()
    with pandas.ExcelWriter(out, engine="xlsxwriter", engine_kwargs={"options": {**_SETTINGS, "in_memory": True}}) as writer:
        for name, table in (("actions", actions_table(view, quotes)), ("findings", findings_table(view, quotes))):
            table.to_excel(writer, sheet_name=say(f"table.{name}", view.lang), index=False)
            _lay_out(writer, say(f"table.{name}", view.lang), table)
    return out.getvalue()


def actions_table(view: View, quotes: bool = False) -> pandas.DataFrame:
    """One row an action, in order; the person's words only with `quotes`."""
    rows = [("today", action) for action in view.plan.today] + [("later", action) for action in view.plan.rest]
    return _frame(
        view.lang,
        quotes,
        ("order", "when", "area", "title", "advice", "where", "severity", "decision"),
        [(str(number), *_action(when, action, view.lang)) for number, (when, action) in enumerate(rows, 1)],
        [" | ".join(action.words) for _, action in rows],
    )


def _action(when: str, action: Action, lang: str) -> tuple[str, ...]:
    places = ", ".join(action.places) or action.where
    return (
        say(f"table.when.{when}", lang),
        say(f"area.{action.area}", lang),
        action.title,
        action.advice,
        places,
        action.severity_label,
        action.decision_label,
    )


def findings_table(view: View, quotes: bool = False) -> pandas.DataFrame:
    """One row a finding that counts (nothing private, nothing set aside); the person's words only with `quotes`."""
    cards = [(area.title, card) for area in view.areas for card in area.cards]
    rows = [
        (
            str(number),
            area,
            card.category_title,
            card.title,
            card.why,
            card.advice,
            card.document_label,
            card.severity_label,
            card.outcome_label,
            card.decision_label,
        )
        for number, (area, card) in enumerate(cards, 1)
    ]
    columns = ("order", "area", "category", "title", "why", "advice", "where", "severity", "outcome", "decision")
    return _frame(view.lang, quotes, columns, rows, [card.words for _, card in cards])


def _frame(lang: str, quotes: bool, columns: tuple[str, ...], rows: list[tuple[str, ...]], words: list[str]) -> pandas.DataFrame:
    names = [say(f"table.{column}", lang) for column in columns]
    frame = pandas.DataFrame([[_cell(value) for value in row] for row in rows], columns=names, dtype=object)
    if quotes:
        frame[say("table.words", lang)] = pandas.Series([_cell(word) for word in words], dtype=object)
    return frame


def _cell(value: object) -> str:
    return _NOT_A_CELL.sub("\ufffd", str(value))[:MAX_CELL]


def _safe(value: object) -> str:
    cell = str(value)
    return f"'{cell}"[:MAX_CELL] if _FORMULA.match(cell) else cell


def _lay_out(writer: pandas.ExcelWriter, name: str, table: pandas.DataFrame) -> None:
    """Columns wide enough to read, long cells wrapped, the first row in sight, a filter on each column."""
    sheet = writer.sheets[name]
    wrapped = writer.book.add_format({"text_wrap": True, "valign": "top"})
    for number, column in enumerate(table.columns):
        longest = max([len(column), *(len(value) for value in table[column])])
        sheet.set_column(number, number, min(48, longest + 2), wrapped)
    sheet.freeze_panes(1, 0)
    if len(table):
        sheet.autofilter(0, 0, len(table), len(table.columns) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
