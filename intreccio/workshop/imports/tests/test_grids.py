"""Spreadsheets read to their end, whatever program has written them."""

from datetime import date, datetime
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.comments import Comment

from intreccio.workshop.documents.files import csv, xlsx
from intreccio.workshop.imports.rules.columns import Column, cell_of, guess
from intreccio.workshop.imports.rules.entries import Unreadable
from intreccio.workshop.imports.rules.grids import MOST_BYTES, MOST_ROWS, read_grid

WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zs", "Zl", "Zp"]), min_size=1, max_size=12
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_a_text_is_read_in_any_encoding_and_with_any_delimiter(encoding, delimiter):
    text = f"Cognome{delimiter}Città\nD'Amìco{delimiter}Cefalù\n\n"
    grid = read_grid(text.encode(encoding))
    assert (grid.header, grid.rows) == (["Cognome", "Città"], [(2, ["D'Amìco", "Cefalù"])])


def test_a_book_says_days_and_whole_numbers_as_people_do():
    book = Workbook()
    book.active.append([])
    book.active.append(["Nome", "Nascita", "Telefono", "Nota"])
    book.active.append(["Leo", date(2019, 9, 12), 3330104477.0, True])
    book.active.append([None, datetime(2019, 9, 12, 8, 30), 1.5, None])
    book.create_sheet("altro").append(["non", "si", "legge"])
    kept = BytesIO()
    book.save(kept)
    grid = read_grid(kept.getvalue())
    assert grid.header == ["Nome", "Nascita", "Telefono", "Nota"]
    assert grid.more_sheets == 1, "and whoever brings it in is told"
    assert grid.rows == [
        (3, ["Leo", "2019-09-12", "3330104477", "sì"]),
        (4, ["", "2019-09-12 08:30", "1.5", ""]),
    ]


def saved(book: Workbook) -> bytes:
    kept = BytesIO()
    book.save(kept)
    return kept.getvalue()


def test_a_value_merged_over_rows_counts_for_all_of_them():
    book = Workbook()
    sheet = book.active
    for row in (
        ["Famiglia", "Nome", "Nota"],
        [7, "Ada", "x"],
        [None, "Leo"],
        [None] * 3,
        [None, "Bea"],
        [8, "Ivo"],
    ):
        sheet.append(row)
    sheet.merge_cells("A2:A5")
    sheet.merge_cells("B6:C6")
    assert read_grid(saved(book)).rows == [
        (2, ["7", "Ada", "x"]),
        (3, ["7", "Leo", ""]),
        (5, ["7", "Bea", ""]),
        (6, ["8", "Ivo", ""]),
    ]


def test_names_of_columns_merged_over_two_rows_are_nobody():
    book = Workbook()
    sheet = book.active
    for row in (["Nome", "Recapiti", None], [None, "Telefono", "E-mail"], ["Ada", "333", None]):
        sheet.append(row)
    sheet.merge_cells("A1:A2")
    assert read_grid(saved(book)).rows == [(2, ["", "Telefono", "E-mail"]), (3, ["Ada", "333", ""])]


def test_a_comment_beside_a_person_is_a_cell_of_its_row_and_the_others_are_counted():
    book = Workbook()
    sheet = book.active
    for row in (["Nome", "Nascita"], ["Ada", "1988"], ["Leo", "2019"]):
        sheet.append(row)
    for cell, text in {
        "B1": "gg/mm/aaaa",
        "A3": "Marta:\n non  dire al padre",
        "B3": "forse",
        "C9": "?",
    }.items():
        sheet[cell].comment = Comment(text, "Marta")
    grid = read_grid(saved(book))
    assert grid.header == ["Nome", "Nascita", "Commenti nelle celle"]
    assert grid.rows == [(2, ["Ada", "1988", ""]), (3, ["Leo", "2019", "Marta: non dire al padre · forse"])]
    assert grid.stray_comments == 2


def test_of_a_comment_with_answers_only_what_people_said_is_read():
    book = Workbook()
    book.active.append(["Nome"])
    book.active.append(["Ada"])
    book.active["A2"].comment = Comment(
        "[Commento in thread]\n\nQuesta versione consente di leggerlo. Altre informazioni:"
        " https://go.microsoft.com/fwlink/?linkid=1\n\nCommento:\n    chiamare la sera\nRisposta:\n    fatto",
        "tc={1}",
    )
    assert read_grid(saved(book)).rows == [(2, ["Ada", "chiamare la sera Risposta: fatto"])]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "vuoto"),
        (b"Nome;Cognome\n", "solo l'intestazione"),
        (b"\xd0\xcf\x11\xe0 old", ".xlsx senza password"),
        (b"a\0b\n1\n", "non è un foglio"),
        (b"x" * (MOST_BYTES + 1), "troppo grande"),
        (b"a\n" + b"1\n" * (MOST_ROWS + 1), "20.000"),
        (b";".join([b"a"] * 61) + b"\n1\n", "60 colonne"),
        (xlsx(["a"], [["b"]])[:-40], "non è un foglio"),
        (
            b"Brancaleoni;Ortensia;madre;03/04/1985\nBrancaleoni;Ugo;figlio;2019\n",
            "sembra di una persona",
        ),
        (b"Riva;Ada;RVIADA88C44F205Z\nRiva;Leo;\n", "sembra di una persona"),
        (b"Riva;Ada;333 0104477\nRiva;Leo;\n", "sembra di una persona"),
    ],
)
def test_what_cannot_be_read_is_said(data, words):
    with pytest.raises(Unreadable, match=words):
        read_grid(data)


def test_a_damaged_book_is_said():
    whole = bytearray(xlsx(["a"], [["b"]]))
    whole[60:400] = bytes(340)
    with pytest.raises(Unreadable):
        read_grid(bytes(whole))


@given(st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=20))
def test_what_we_write_we_read_back(rows):
    for write in (csv, xlsx):
        grid = read_grid(write(["uno", "due"], rows))
        assert [tuple(cells) for _number, cells in grid.rows] == [tuple(row) for row in rows]


COLUMNS = (
    Column("key", "Famiglia", ("n famiglia", "famiglia")),
    Column("given", "Nome", ("nome",)),
    Column("birth", "Nascita", ("data di nascita", "nascita")),
)


def test_columns_are_guessed_from_their_headers_and_none_is_taken_twice():
    assert guess(["NOME", "N. famiglia", "Data di Nascita"], COLUMNS) == {"given": 0, "key": 1, "birth": 2}
    assert guess(["Nome e cognome", "Luogo e data di nascita"], COLUMNS) == {"given": 0, "birth": 1}
    assert guess(["Nome", "Nome"], COLUMNS) == {"given": 0}
    assert cell_of(["Leo"], {"given": 0}, "birth") == ""


@given(st.lists(st.text(max_size=20), max_size=8))
def test_guessing_never_gives_a_place_twice(headers):
    places = list(guess(headers, COLUMNS).values())
    assert len(places) == len(set(places))


def test_a_cell_in_a_column_without_a_name_is_not_lost():
    grid = read_grid(b"Nome;Cognome\nAda;Riva;la sera\n")
    assert grid.header == ["Nome", "Cognome", ""]
    assert grid.rows == [(2, ["Ada", "Riva", "la sera"])]
