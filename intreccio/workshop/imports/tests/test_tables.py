"""Reading a table: what is taken, what is refused and why, what stops everything."""

import pytest

from intreccio.workshop.imports.rules.entries import Reading, Unreadable
from intreccio.workshop.imports.rules.tables import read_table
from intreccio.workshop.imports.tests.recipes import small_mapping

HEAD = "nome,via,età,comune\n"


def read(text: str | bytes) -> Reading:
    return read_table(text if isinstance(text, bytes) else text.encode(), small_mapping())


def test_a_good_row_becomes_an_entry_with_its_line_and_key() -> None:
    reading = read(f"{HEAD}Sportello,Via dei Tigli 1,12,ROMÇ\n")
    (entry,) = reading.entries
    assert entry.line == 2
    assert entry.key == "sportello|via dei tigli 1"
    assert entry.values == {
        "name": "Sportello",
        "street": "Via dei Tigli 1",
        "age": 12,
        "town": "Roma",
        "kind": "health",
    }
    assert entry.columns["age"] == "età"


def test_a_row_over_two_lines_is_counted_where_it_begins() -> None:
    reading = read(f'{HEAD}"Sportello\ndi Opera",Via A,1,-\nAltro,Via B,x,-\n')
    assert reading.entries[0].values["name"] == "Sportello di Opera"
    assert reading.refused[0].line == 4


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (",Via A,1,-", "riga 2, colonna nome: manca"),
        ("-,Via A,1,-", "riga 2, colonna nome: manca"),
        ("Sportello,Via A,dodici,-", "riga 2, colonna età: non è un numero"),
        ("Sportello lungo lungo lungo,Via A,1,-", "riga 2, colonna nome: è più lungo di 20 lettere"),
        ("Sportello,Via A,1", "riga 2: ha 3 colonne invece di 4"),
        ("Sportello,Via A,1,-,ancora", "riga 2: ha 5 colonne invece di 4"),
        ("!,?,1,-", "riga 2, colonna nome+via: manca tutto ciò che la distingue dalle altre"),
        (f"Sportello,{'a' * 500},1,-", "riga 2, colonna nome+via: è troppo lungo"),
    ],
)
def test_a_row_that_cannot_be_taken_says_line_column_and_reason(row: str, said: str) -> None:
    reading = read(f"{HEAD}{row}\nBuono,Via B,2,-\n")
    assert [str(refusal) for refusal in reading.refused] == [said]
    assert [entry.values["name"] for entry in reading.entries] == ["Buono"]


def test_the_same_thing_twice_is_refused_the_second_time() -> None:
    reading = read(f"{HEAD}Sportello,Via A,1,-\nSPORTELLO,via a.,2,-\n")
    assert len(reading.entries) == 1
    assert str(reading.refused[0]) == "riga 3, colonna nome+via: c'è già alla riga 2"


def test_a_mark_of_order_in_front_and_empty_lines_do_not_count() -> None:
    reading = read(b"\xef\xbb\xbf" + f"{HEAD}\n\nSportello,Via A,1,-\n,,,\n".encode())
    assert [entry.line for entry in reading.entries] == [4]
    assert reading.refused == []


def test_broken_letters_are_repaired_as_the_mapping_says() -> None:
    assert read(f"{HEAD}Casa 3¶,Via A,1,-\n").entries[0].values["name"] == "Casa 3°"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "vuoto"),
        (b"nome,via\nA,B\n", "mancano le colonne: comune, et\u00e0".encode().decode()),
        ("nome,via,età,comune,nome\n".encode(), "due volte: nome"),
        (b"nome\0", "non è un file di testo".encode().decode()),
        (f"{HEAD}Sportello,Città,1,-\n".encode("latin-1"), "non sono utf-8"),
        (f"{HEAD}Buono,Via A,1,-\n".encode() + "Sportello,Citt\u00e0".encode()[:-1], "non sono utf-8"),
        (f'{HEAD}Buono,Via A,1,-\n"Sportello,Via B,1,-\n'.encode(), "la riga 3 non si legge fino in fondo"),
    ],
)
def test_a_file_that_cannot_be_read_to_its_end_stops_everything(data: bytes, said: str) -> None:
    with pytest.raises(Unreadable, match=said):
        read(data)


def test_an_unknown_encoding_is_said() -> None:
    with pytest.raises(Unreadable, match="non esiste"):
        read_table(b"a", small_mapping(encoding="klingon"))


@pytest.mark.parametrize("inside", ["\u2028", "\x85", "\x0b", "\x0c"])
def test_a_strange_line_break_inside_a_cell_ends_no_row(inside: str) -> None:
    reading = read(f"{HEAD}Sport{inside}ello,Via A,1,-\nAltro,Via B,x,-\n")
    assert len(reading.entries) == 1
    assert [refusal.line for refusal in reading.refused] == [3]


def test_a_file_that_was_cut_in_its_last_row_is_not_read() -> None:
    whole = f"{HEAD}Sportello,Via A,1,-\nAltro,Via B"
    with pytest.raises(Unreadable, match="si interrompe alla riga 3"):
        read(whole)
    assert len(read(f"{whole}\n").refused) == 1, "a short row that ends is a row"
    assert len(read(f"{whole},2,-").entries) == 2, "a last row may lack its end of line"
