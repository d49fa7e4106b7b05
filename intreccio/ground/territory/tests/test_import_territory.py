"""`intreccio import_territory`: as keeper, all of a file or nothing of it."""

from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.viewer import House
from intreccio.ground.territory.actions import import_list, load_municipalities, set_district
from intreccio.ground.territory.models import Municipality

KEEPER = "keeper"
INVENTED = Path(__file__).with_name("elenco_inventato.csv")
REAL = Path(__file__).resolve().parents[5] / "shared" / "data" / "comuni_italiani.csv"

pytestmark = pytest.mark.django_db(databases=["default", KEEPER])


def take(file: Path, *options: str) -> list[str]:
    said = StringIO()
    call_command("import_territory", str(file), *options, stdout=said)
    return said.getvalue().splitlines()


def changed(tmp_path: Path, was: str, becomes: str) -> Path:
    file = tmp_path / "elenco.csv"
    file.write_text(INVENTED.read_text(encoding="utf-8").replace(was, becomes), encoding="utf-8")
    return file


def invented(code: str) -> Municipality:
    return Municipality.objects.using(KEEPER).get(code=code)


def test_a_second_import_changes_nothing() -> None:
    assert take(INVENTED)[-1] == "added 3, changed 0, unchanged 0, refused 0"
    assert take(INVENTED)[-1] == "added 0, changed 0, unchanged 3, refused 0"


def test_a_changed_row_updates_and_an_empty_cell_takes_nothing_away(tmp_path: Path) -> None:
    take(INVENTED)
    file = changed(
        tmp_path,
        "Montefinto,,ZZ,Provincia Finta,99,Regione Finta,Nord,1250",
        "Montevero,,ZZ,Provincia Finta,99,Regione Finta,Nord,",
    )
    assert take(file)[-1] == "added 0, changed 1, unchanged 2, refused 0"
    assert (invented("X001").name, invented("X001").search_name, invented("X001").population) == (
        "Montevero",
        "montevero",
        1250,
    )


def test_good_rows_go_in_and_the_rest_is_listed(tmp_path: Path) -> None:
    lines = take(changed(tmp_path, "X002", "2"))
    assert lines[0] == "riga 3, colonna «catastale»: il codice catastale ha una lettera e tre cifre"
    assert lines[-1] == "added 2, changed 0, unchanged 0, refused 1"


def test_a_file_that_stops_half_way_changes_nothing(tmp_path: Path) -> None:
    file = changed(tmp_path, "Borgo D'Ombra,,ZZ", '"Borgo')
    with pytest.raises(CommandError, match="Nulla è cambiato"):
        take(file)
    assert not Municipality.objects.using(KEEPER).filter(code__startswith="X00").exists()


def test_a_file_that_is_not_there_is_said_in_words(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="non si legge"):
        take(tmp_path / "nothing.csv")


def test_a_town_whose_province_is_drawn_anew_stays_itself(tmp_path: Path) -> None:
    take(INVENTED)
    assert take(changed(tmp_path, "990001", "991001"))[-1] == "added 0, changed 1, unchanged 2, refused 0"
    assert (invented("X001").istat, invented("X001").former_istat) == ("991001", ["990001"])


def test_a_complete_list_ends_what_it_lacks(tmp_path: Path) -> None:
    take(INVENTED)
    line = next(
        each for each in INVENTED.read_text(encoding="utf-8").splitlines(keepends=True) if "X003" in each
    )
    take(changed(tmp_path, line, ""), "--ended-on", "2026-06-30")
    assert str(invented("X003").valid_until) == "2026-06-30"
    assert invented("X001").valid_until is None


def test_import_list_ends_nothing_while_rows_are_refused() -> None:
    data = INVENTED.read_bytes().replace(b"X002", b"2")
    outcome = import_list(data, source="prova", using=KEEPER, ended_on=date(2026, 6, 30))
    assert len(outcome.refused) == 1
    assert not Municipality.objects.using(KEEPER).filter(valid_until__isnull=False).exists()


def test_load_municipalities_leaves_a_list_brought_by_file_alone() -> None:
    assert load_municipalities(KEEPER) == 0
    take(INVENTED)
    Municipality.objects.using(KEEPER).filter(code="H623").update(name="Altro")
    assert load_municipalities(KEEPER) == 0


def test_load_municipalities_mends_its_own_list() -> None:
    Municipality.objects.using(KEEPER).filter(code="H623").update(name="Altro")
    assert load_municipalities(KEEPER) == 1


def test_set_district_draws_it_anew() -> None:
    with acting(House("keeper"), using=KEEPER):
        set_district("prova", "Prova", ["H623", "G078"], using=KEEPER)
        district = set_district("prova", "Prova nuova", ["H623"], using=KEEPER)
    assert (district.name, [each.code for each in district.municipalities.all()]) == ("Prova nuova", ["H623"])


@pytest.mark.real_data
@pytest.mark.skipif(not REAL.is_file(), reason=f"{REAL.name} is public data kept outside this repository")
def test_the_real_list_goes_in_whole_and_twice() -> None:
    first = take(REAL)[-1]
    assert first.endswith("refused 0")
    assert take(REAL)[-1] == "added 0, changed 0, unchanged 7894, refused 0"
    assert (invented("E464").istat, invented("E464").former_istat) == ("117009", ["111037"])
