"""Which rows of a list name its columns, and are nobody's."""

import pytest

from intreccio.parties.people.rules.importing import (
    lines_in,
)
from intreccio.parties.people.rules.sheet_columns import names_columns
from intreccio.parties.people.tests.sheets import KNOWN


@pytest.mark.parametrize(
    ("row", "is_known"),
    [
        (["NOME", "x"], True),
        (["n.", "Cognome e nome del minore"], True),
        (["Nominativo", "Telefono"], False),
        (["Riva", "Ortensia", "una zia di nome Pia"], False),
        (["", ""], False),
        (["Cognome", "Nome della bambina", ""], True),
        (["Nome del progetto", "", "", ""], False),
        (["Nome del progetto: Ponte", "Anno 2026"], False),
        (["Nome", "Progetto Ponte", "", "", ""], False),
        (["Nomi genitori", ""], False),
        (["Nomi genitori", "Progetto Ponte", "2026"], False),
        (["Nomi genitori", "", "Commenti nelle celle"], False),
        (["Nome e cognome"], True),
        (["Cognome", "Nome", "", "", ""], True),
        (["Nome", "Telefono", "Note", "Squadra", "", "", "", ""], True),
    ],
)
def test_a_first_row_is_of_names_where_it_says_how_somebodys_name_is_called(row, is_known):
    assert names_columns(row) is is_known


def test_names_of_columns_said_again_are_nobody_nor_is_a_title_above_them():
    places = {"family": 0, "given": 1, "role": 2}
    rows = [
        (2, ["Zqtito", "Lia", "madre", ""]),
        (3, ["Elenco al 30/11/2026", "", "", ""]),
        (4, ["Cognome", "Nome", "Parentela", "Note"]),
        (6, ["Zqtito", "Leo", "figlio", ""]),
        (7, ["Cognome", "Nome", "Parentela", "Note"]),
    ]
    read = lines_in(rows, places, KNOWN)
    assert [each.number for each in read if each.is_good] == [2, 6]
    assert [each.wrong for each in read if not each.is_good] == [[("given", "heading")]] * 3


def test_in_a_list_of_one_column_who_stands_above_a_heading_is_somebody():
    rows = [(2, ["Lia Zqtito"]), (3, ["Nome e cognome"]), (4, ["Leo Zqtito"])]
    assert [each.number for each in lines_in(rows, {"given": 0}, KNOWN) if each.is_good] == [2, 4]
