"""Tables that leave open in Excel as they were meant, and run nothing."""

from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import load_workbook

from intreccio.workshop.documents.files import csv, xlsx

HOSTILE = ["=1+1", "+39 02", "-2", "@SUM(A1)", "\t=1", '=HYPERLINK("http://x";"y")']


def lines(content: bytes) -> list[str]:
    return content.decode("utf-8-sig").split("\r\n")[:-1]


def test_a_csv_is_what_italian_excel_expects():
    content = csv(["Comune", "Famiglie"], [["Rozzano", 12], ["Opera; e Pieve", Decimal("3.5")], ["", None]])
    assert content.startswith(b"\xef\xbb\xbf")
    assert lines(content) == ["Comune;Famiglie", "Rozzano;12", '"Opera; e Pieve";3,5', ";"]


@pytest.mark.parametrize("cell", HOSTILE)
def test_no_cell_of_a_csv_becomes_a_formula(cell):
    (_, line) = csv(["x"], [[cell]]).decode("utf-8-sig").split("\r\n", 1)
    assert line.lstrip('"').startswith("'")


def test_a_number_below_zero_stays_a_number():
    assert lines(csv(["x"], [[-2], [Decimal("-0.5")]])) == ["x", "-2", "-0,5"]


def test_an_xlsx_keeps_words_numbers_and_days():
    day = date(2026, 11, 26)
    sheet = load_workbook(
        BytesIO(xlsx(["Che cosa", "Quanto", "Quando"], [["è così 😀", 3, day], [None, 0.5, None]]))
    ).active
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0] == ("Che cosa", "Quanto", "Quando")
    assert (rows[1][0], rows[1][1], rows[1][2].date()) == ("è così 😀", 3, day)
    assert rows[2] == (None, 0.5, None)
    assert sheet.freeze_panes == "A2"
    assert sheet["A1"].font.bold


@pytest.mark.parametrize("cell", HOSTILE)
def test_no_cell_of_an_xlsx_becomes_a_formula(cell):
    sheet = load_workbook(BytesIO(xlsx(["x"], [[cell]]))).active
    assert (sheet["A2"].value, sheet["A2"].data_type) == (cell, "s")
    assert sheet["A2"].hyperlink is None
