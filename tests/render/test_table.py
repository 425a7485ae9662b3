"""Tables open in a spreadsheet as plain text: no cell is a formula or a link."""

import csv
import io
from dataclasses import replace

import pytest
from openpyxl import load_workbook

from audit.render.to_table import MAX_CELL, to_csv, to_xlsx
from tests.render.invented import crowded, make_invented_view

CELLS = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "\x00=1",
    " =1",
    "＝1",
    "＋1",
    "－1",
    "＠1",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://evil")',
    "http://evil",
    "mailto:a@b",
    "a;b",
    'a"b',
    "a\r\nb",
    "\ud800",
    "\ufffe",
    "\x1b",
    "'=1",
    "%0A",
    "|x",
    "1e5",
    "0612",
    "TRUE",
    "2026-01-01",
    "🙂",
    "",
    "x" * 40_000,
)


def view_with(cell):
    """Every text of the tables that a person could have written."""
    view = make_invented_view()
    actions = tuple(replace(action, words=(cell,), title=cell, where=cell, places=()) for action in view.plan.today)
    areas = tuple(
        replace(area, cards=tuple(replace(card, words=cell, title=cell, document_label=cell) for card in area.cards)) for area in view.areas
    )
    return replace(view, plan=replace(view.plan, today=actions), areas=areas)


def rows(data):
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


@pytest.mark.parametrize("cell", CELLS, ids=range(len(CELLS)))
def test_no_cell_of_a_csv_can_run(cell):
    read = rows(to_csv(view_with(cell), True))
    assert len({len(row) for row in read}) == 1
    for row in read:
        for value in row:
            assert not value.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "|", "%"))
            assert len(value) <= MAX_CELL


@pytest.mark.parametrize("cell", CELLS, ids=range(len(CELLS)))
def test_no_cell_of_a_workbook_is_a_formula_or_a_link(cell):
    book = load_workbook(io.BytesIO(to_xlsx(view_with(cell), True)))
    for sheet in book:
        for row in sheet.iter_rows():
            for one in row:
                assert one.data_type in ("s", "n") and not isinstance(one.value, int | float)
                assert one.hyperlink is None


def test_a_workbook_has_actions_and_findings():
    book = load_workbook(io.BytesIO(to_xlsx(make_invented_view())))
    assert book.sheetnames == ["Actions", "Constats"]
    assert [sheet.max_row for sheet in book] == [10, 10]
    assert "Mots" not in [cell.value for cell in book["Actions"][1]]


def test_a_csv_holds_actions_then_findings():
    read = rows(to_csv(make_invented_view("en")))
    assert read[0][0] == "Type"
    assert [row[0] for row in read[1:]] == ["Action"] * 9 + ["Finding"] * 9
    assert to_csv(make_invented_view()).startswith(b"\xef\xbb\xbf")


def test_two_hundred_findings_fill_the_tables():
    assert len(rows(to_csv(crowded(200)))) == 1 + 2 * 209


def test_an_empty_view_makes_empty_tables():
    view = make_invented_view()
    empty = replace(view, areas=(), plan=replace(view.plan, today=(), rest=()))
    assert len(rows(to_csv(empty, True))) == 1
    assert to_xlsx(empty, True).startswith(b"PK")
