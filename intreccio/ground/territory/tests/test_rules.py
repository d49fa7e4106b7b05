"""Distances, and how a list is read: tables, no database."""

from decimal import Decimal
from pathlib import Path

import pytest

from intreccio.ground.territory.rules.distance import distance_km
from intreccio.ground.territory.rules.lists import Unreadable, read_list

INVENTED = Path(__file__).with_name("elenco_inventato.csv").read_bytes()
ROZZANO, OPERA, ROMA = (45.38121, 9.15278), (45.37728, 9.21172), (41.89277, 12.48366)
ISTAT = (
    'Codice Regione;"Codice dell\'Unità territoriale sovracomunale \n(valida a fini statistici)";'
    "Codice Comune formato alfanumerico;Denominazione (Italiana e straniera);Denominazione in italiano;"
    "Denominazione altra lingua;Denominazione Regione;\"Denominazione dell'Unità territoriale sovracomunale \n"
    '(valida a fini statistici)";Sigla automobilistica;Codice Catastale del comune\n'
    "99;299;990001;Montefintò;Montefintò;;Regione Finta;Provincia Finta;ZZ;X001\n"
)


@pytest.mark.parametrize(("a", "b", "km"), [(ROZZANO, OPERA, 4.6), (ROZZANO, ROMA, 471), (ROMA, ROMA, 0)])
def test_distances_are_as_the_crow_flies(a: tuple[float, float], b: tuple[float, float], km: float) -> None:
    found = distance_km(a, b)
    assert found == pytest.approx(km, rel=0.01)
    assert found == pytest.approx(distance_km(b, a))


def test_a_place_not_known_has_no_distance() -> None:
    assert distance_km(ROZZANO, None) is None


def test_a_list_with_coordinates_is_read() -> None:
    reading = read_list(INVENTED)
    assert not reading.refused
    first, second, third = reading.drafts
    assert (first.code, first.istat, first.lat, first.population) == (
        "X001",
        "990001",
        Decimal("45.10000"),
        1250,
    )
    assert (second.name, second.name_other, second.population) == ("Valcarta Àlta", "Hochpapiertal", None)
    assert third.lat is None


@pytest.mark.parametrize("letters", ["utf-8", "utf-8-sig", "latin-1"])
def test_istats_own_columns_are_read_however_they_are_saved(letters: str) -> None:
    reading = read_list(ISTAT.encode(letters))
    assert [(draft.name, draft.province_name, draft.lat) for draft in reading.drafts] == [
        ("Montefintò", "Provincia Finta", None)
    ]


def test_leading_zeros_that_a_spreadsheet_ate_come_back() -> None:
    (draft,) = read_list(ISTAT.replace("990001", "1001").replace("\n99;", "\n1;").encode()).drafts
    assert (draft.istat, draft.region) == ("001001", "01")


@pytest.mark.parametrize(
    ("was", "becomes", "column", "reason"),
    [
        ("X002", "2002", "catastale", "una lettera e tre cifre"),
        ("990002", "9900021", "istat", "sei cifre"),
        ("Valcarta Àlta", " ", "comune", "manca il nome"),
        ("45.20000", "5.2", "lat", "fuori dall'Italia"),
        ("45.20000", "nord", "lat", "numero"),
        ("45.20000", "", "lat", "insieme"),
        ("990002", "990001", "istat", "riga 2"),
        (",5.2,", ",5.2,,", "", "14 colonne invece di 13"),
    ],
)
def test_a_row_that_cannot_be_taken_says_line_column_and_reason(
    was: str, becomes: str, column: str, reason: str
) -> None:
    reading = read_list(INVENTED.decode().replace(was, becomes).encode())
    (refusal,) = reading.refused
    assert (refusal.line, refusal.column) == (3, column)
    assert reason in refusal.reason
    assert len(reading.drafts) == 2


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"nome,cognome\nMario,Rossi\n",
        INVENTED + b'990004,X004,"Senza fine,,ZZ',
        INVENTED[: INVENTED.index("Àlta".encode()) + 1],
        INVENTED.replace(b"Finta", b"F\xff", 1),
        b"\x1f\x8b\x00\x00" + INVENTED,
    ],
    ids=["empty", "other columns", "open quote", "cut in a letter", "broken letter", "not text"],
)
def test_a_file_that_cannot_be_read_to_its_end_is_not_read_at_all(data: bytes) -> None:
    with pytest.raises(Unreadable):
        read_list(data)
