"""`intreccio import_services`: a file comes in whole or not at all; its good rows come in, the others are listed."""

import json
from datetime import date, time
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.viewer import House
from intreccio.offer.directory.models import Service
from intreccio.offer.directory.tests.places import SignedIn
from intreccio.parties.organisations.models import Organisation

pytestmark = pytest.mark.django_db
HERE = Path(__file__).parent / "files"
SMALL, HSDS = HERE / "consultori_piccoli.csv", HERE / "hsds_piccolo.json"
REPOSITORY = Path(__file__).resolve().parents[4]
REAL = REPOSITORY.parent / "shared" / "data"


def take(capsys: pytest.CaptureFixture[str], file: Path, **options: object) -> list[str]:
    """The lines a person sees."""
    call_command("import_services", str(file), **options)
    return capsys.readouterr().out.splitlines()


def real(name: str) -> Path:
    """A file of public data beside the repository."""
    if not (REAL / name).exists():
        pytest.skip(f"{name} is not beside the repository: the test on real data does not run here")
    return REAL / name


@pytest.fixture
def house():
    with acting(House("imports")):
        yield


def test_a_second_import_changes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert take(capsys, SMALL, mapping="consultori")[-1] == "added 4, changed 0, unchanged 0, refused 0"
    assert take(capsys, SMALL, mapping="consultori") == ["added 0, changed 0, unchanged 4, refused 0"]


def test_a_row_of_consultori_becomes_a_service_that_says_what_it_knows(
    capsys: pytest.CaptureFixture[str], house: None
) -> None:
    take(capsys, SMALL, mapping="consultori")
    towns = ("rozzano", "assemini", "tortol", "paterno")
    tigli, saline, porto, castello = (Service.objects.get(source_key__startswith=town) for town in towns)
    assert tigli.name == "CONSULTORIO I° DEI TIGLI"
    assert (tigli.phone, tigli.website) == ("02000001", "http://www.esempio.example")
    assert (tigli.at_municipalities, tigli.at_provinces) == (["015189"], ["MI"])
    assert tigli.need_codes == [
        "emergenze.sanitario",
        "futuro.genitorialita",
        "salute.sanitaria",
        "salute.psicologica",
    ]
    assert tigli.organisation.standing == "listed"
    assert (tigli.residence, tigli.isee, tigli.verified_on) == ("unknown", "unknown", None)
    assert saline.locations.get().postal_code == "09032"
    assert (porto.locations.get().postal_code, porto.phone) == ("", "3330000003")
    assert porto.locations.get().municipality_code
    assert castello.at_provinces == ["CT"]
    assert (castello.name, castello.website, castello.phone) == ("CONSULTORIO LOCALITÀ CASTELLO", "", "")


def test_a_trial_changes_nothing(capsys: pytest.CaptureFixture[str], house: None) -> None:
    before = (Service.objects.count(), Organisation.objects.count())
    said = take(capsys, SMALL, mapping="consultori", dry_run=True)
    assert said[-2:] == ["Era una prova: nulla è cambiato.", "added 4, changed 0, unchanged 0, refused 0"]
    assert (Service.objects.count(), Organisation.objects.count()) == before


def test_a_changed_row_updates_what_it_says_and_leaves_what_people_wrote(
    capsys: pytest.CaptureFixture[str], house: None, tmp_path: Path
) -> None:
    take(capsys, SMALL, mapping="consultori")
    service = Service.objects.get(source_key__startswith="rozzano")
    Service.objects.filter(pk=service.pk).update(how_to_enter="Si telefona.", phone="02 999")
    changed = tmp_path / "dopo.csv"
    changed.write_text(SMALL.read_text().replace("http://WWW.ESEMPIO.EXAMPLE", "http://nuovo.example"))
    assert take(capsys, changed, mapping="consultori")[-1] == "added 0, changed 1, unchanged 3, refused 0"
    service.refresh_from_db()
    assert (service.website, service.how_to_enter, service.phone) == (
        "http://nuovo.example",
        "Si telefona.",
        "02 999",
    )
    assert service.version == 2


def test_good_rows_come_in_and_the_others_are_listed(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "misto.csv"
    rows = SMALL.read_text().splitlines()
    rows.append("ATLANTIDE,ASL 9,CONSULTORIO DEL MARE,VIA DEL MARE 1 - 1 - ATLANTIDE - XX,1,-,-")
    rows.append("ROZZANO,ASL 9,CONSULTORIO SENZA VIA,Via dei Tigli,1,-,-")
    rows.append("ROZZANO,-,CONSULTORIO SENZA ENTE,VIA A - 20089 - ROZZANO - MI,1,-,-")
    rows.append(rows[1])
    file.write_text("\n".join(rows))
    assert take(capsys, file, mapping="consultori") == [
        "riga 6, colonna comune: «ATLANTIDE» non è un comune dell'elenco ISTAT, o più comuni si chiamano così",
        "riga 7, colonna indirizzo: non è fatto come «via - CAP - comune - provincia»",
        "riga 8, colonna asl: manca",
        "riga 9, colonna comune+denominazione+indirizzo: c'è già alla riga 2",
        "added 4, changed 0, unchanged 0, refused 4",
    ]


@pytest.mark.parametrize("cut", [b"\xc3", b'\n"ROZZANO,ASL', b"\0"])
def test_a_file_that_cannot_be_read_to_its_end_changes_nothing(
    cut: bytes, house: None, tmp_path: Path
) -> None:
    before = Service.objects.count()
    broken = tmp_path / "meta.csv"
    broken.write_bytes(SMALL.read_bytes() + cut)
    with pytest.raises(CommandError, match="Nulla è cambiato"):
        call_command("import_services", str(broken), mapping="consultori")
    assert Service.objects.count() == before


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({}, "vuole una mappatura"),
        ({"mapping": "fantasia"}, "Quelle pronte: consultori"),
        ({"mapping": "no/such.json"}, "non c'è"),
    ],
)
def test_a_table_wants_a_mapping_that_is_there(options: dict[str, str], said: str) -> None:
    with pytest.raises(CommandError, match=said):
        call_command("import_services", str(SMALL), **options)


def test_a_missing_file_is_said() -> None:
    with pytest.raises(CommandError, match="non si legge"):
        call_command("import_services", "non-ce.csv", mapping="consultori")


def test_a_mapping_of_ones_own_is_a_file(
    capsys: pytest.CaptureFixture[str], house: None, tmp_path: Path
) -> None:
    mapping = tmp_path / "mia.json"
    fields = {
        "name": {"column": "nome"},
        "organisation": {"value": "Ente di prova"},
        "need_codes": {"column": "b", "transform": "words"},
        "age_to_months": {"column": "eta", "transform": "age_to"},
    }
    mapping.write_text(json.dumps({"source": "mia", "key": ["nome"], "fields": fields}))
    table = tmp_path / "mia.csv"
    table.write_text("nome,b,eta\nUno,futuro.educative,10\nDue,non.esiste,1\n")
    said = take(capsys, table, mapping=str(mapping))
    assert said == [
        "riga 3, colonna b: non è un bisogno dell'elenco: non.esiste",
        "added 1, changed 0, unchanged 0, refused 1",
    ]
    assert Service.objects.get(source="mia").age_to_months == 132


def test_a_mapping_for_fields_that_no_service_has_is_refused(tmp_path: Path) -> None:
    mapping = tmp_path / "sua.json"
    mapping.write_text(
        json.dumps({"source": "sua", "key": ["nome"], "fields": {"colour": {"column": "nome"}}})
    )
    with pytest.raises(CommandError, match="non ha questi campi: colour"):
        call_command("import_services", str(SMALL), mapping=str(mapping))


def test_an_hsds_document_comes_in_with_its_places_hours_and_check(
    capsys: pytest.CaptureFixture[str], house: None
) -> None:
    assert take(capsys, HSDS)[-1] == "added 1, changed 0, unchanged 0, refused 0"
    assert take(capsys, HSDS) == ["added 0, changed 0, unchanged 1, refused 0"]
    service = Service.objects.get(source="hsds")
    assert (service.organisation.name, service.need_codes, service.languages) == (
        "Associazione Le Barche",
        ["futuro.istruzione"],
        ["ar"],
    )
    assert (service.age_from_months, service.age_to_months) == (72, 132)
    assert (service.verified_on, service.verification_method) == (date(2026, 9, 1), "source")
    assert (service.at_municipalities, service.at_weekdays) == (["015024"], [1, 3])
    assert {(row.weekday, row.opens, row.closes) for row in service.schedules.filter(valid_until=None)} == {
        (1, time(16, 30), time(18, 30)),
        (3, time(16, 30), time(18, 30)),
    }
    assert service.accessibility == "Senza gradini."


def hsds(tmp_path: Path, document: object) -> Path:
    file = tmp_path / "hsds.json"
    file.write_text(json.dumps(document))
    return file


def service_of(**said: object) -> dict[str, object]:
    return {"id": "a", "name": "Uno", "status": "active", "organization": {"name": "Ente"}, **said}


@pytest.mark.parametrize("shape", ["list", "page", "organisations"])
def test_hsds_comes_in_every_shape_it_has(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, shape: str
) -> None:
    services = [service_of(), service_of(id="b", name="Due")]
    document = {
        "list": services,
        "page": {"total_items": 2, "contents": services},
        "organisations": [{"name": "Ente", "services": services}],
    }[shape]
    assert take(capsys, hsds(tmp_path, document))[-1] == "added 2, changed 0, unchanged 0, refused 0"


@pytest.mark.parametrize(
    ("said", "refusal"),
    [
        ({"name": ""}, "riga 1, colonna name: manca"),
        ({"id": None}, "riga 1, colonna id: manca"),
        ({"organization": {}}, "riga 1, colonna organization.name: manca"),
        (
            {"status": "open"},
            "riga 1, colonna status: «open» non è tra: active, temporarily_closed, inactive, defunct",
        ),
        ({"minimum_age": "grandi"}, "riga 1, colonna minimum_age: «grandi» non è un numero di anni"),
        (
            {"minimum_age": 12, "maximum_age": 6},
            "riga 1, colonna maximum_age: l'età finale viene prima di quella iniziale",
        ),
        ({"assured_date": "ieri"}, "riga 1, colonna assured_date: «ieri» non è una data"),
        (
            {"schedules": [{"freq": "WEEKLY", "byday": "MO", "opens_at": "presto"}]},
            "riga 1, colonna schedules: «presto» non è un'ora",
        ),
        ({"name": "u" * 300}, "riga 1, colonna name: è più lungo di 200 lettere"),
        ({"description": ["a"]}, "riga 1, colonna description: non è un testo"),
        ({"id": "\ud800"}, "riga 1, colonna id: manca"),
        ({"assured_date": "2999-01-01"}, "riga 1, colonna assured_date: la verifica è datata nel futuro"),
        (
            {"schedules": [{"byday": "MO", "valid_from": "2026-05-01", "valid_to": "2026-04-01"}]},
            "riga 1, colonna schedules: un orario finisce prima di cominciare",
        ),
    ],
)
def test_an_hsds_service_that_cannot_be_taken_says_why(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, said: dict[str, object], refusal: str
) -> None:
    lines = take(capsys, hsds(tmp_path, [service_of(**said), service_of(id="b")]))
    assert lines == [refusal, "added 1, changed 0, unchanged 0, refused 1"]


@pytest.mark.parametrize(
    "said",
    [
        {"schedules": [{"byday": "MO", "opens_at": "10:00", "closes_at": "12:00", "valid_to": "9999-12-31"}]},
        {"schedules": [{"byday": "MO"}, {"byday": "MO", "opens_at": "10:00", "closes_at": "12:00"}]},
        {"id": "a\u0000b", "description": "mezza lettera \ud800"},
    ],
)
def test_what_others_write_and_no_database_keeps_loses_no_service(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, said: dict[str, object]
) -> None:
    lines = take(capsys, hsds(tmp_path, [service_of(**said), service_of(id="z")]))
    assert lines == ["added 2, changed 0, unchanged 0, refused 0"]


@pytest.mark.parametrize(
    ("said", "column", "most"),
    [
        ({"wait_time": "m" * 200}, "wait_time", 120),
        ({"fees_description": "e" * 400}, "fees_description", 300),
        ({"organization": {"name": "Ente " * 50}}, "organization.name", 160),
    ],
)
def test_what_does_not_fit_is_said_and_not_only_cut(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, said: dict[str, object], column: str, most: int
) -> None:
    lines = take(capsys, hsds(tmp_path, [service_of(**said)]))
    assert lines == [
        f"nota: riga 1, colonna {column}: più lungo di {most} lettere: tenuto l'inizio",
        "added 1, changed 0, unchanged 0, refused 0",
    ]


@pytest.mark.parametrize("strange", [5, {"foo": 1}, {"name": "Ente", "services": None}])
def test_one_strange_element_stops_no_other(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, strange: object
) -> None:
    lines = take(capsys, hsds(tmp_path, [service_of(), strange]))
    assert lines[-1] == "added 1, changed 0, unchanged 0, refused 1"
    with pytest.raises(CommandError):
        call_command("import_services", str(hsds(tmp_path, [strange])))


def test_a_number_without_end_is_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    file = tmp_path / "hsds.json"
    file.write_text(f'[{{"id": {"9" * 5000}}}]')
    with pytest.raises(CommandError, match="JSON"):
        call_command("import_services", str(file))


def test_a_service_that_hsds_changes_updates_and_its_old_hours_end(
    capsys: pytest.CaptureFixture[str], house: None, tmp_path: Path, today: date
) -> None:
    week = [{"freq": "WEEKLY", "byday": "MO", "opens_at": "10:00", "closes_at": "12:00"}]
    take(capsys, hsds(tmp_path, [service_of(schedules=week, description="Prima")]))
    week[0]["byday"] = "TU"
    assert (
        take(capsys, hsds(tmp_path, [service_of(schedules=week)]))[-1]
        == "added 0, changed 1, unchanged 0, refused 0"
    )
    service = Service.objects.get(source="hsds")
    assert (service.description, service.at_weekdays) == ("", [2])
    assert list(service.schedules.order_by("weekday").values_list("weekday", "valid_until")) == [
        (1, today),
        (2, None),
    ]


@pytest.mark.parametrize("text", ["{", '{"contents": 3}', "[1]", '{"a": 1}'])
def test_what_is_no_hsds_changes_nothing(tmp_path: Path, text: str) -> None:
    file = tmp_path / "no.json"
    file.write_text(text)
    with pytest.raises(CommandError, match="Nulla è cambiato"):
        call_command("import_services", str(file))


def test_a_dangerous_address_never_becomes_a_link(
    capsys: pytest.CaptureFixture[str], house: None, tmp_path: Path
) -> None:
    take(capsys, hsds(tmp_path, [service_of(url="javascript:alert(1)")]))
    assert Service.objects.get(source="hsds").website == ""


@pytest.mark.real_data
def test_the_927_consultori_come_in_and_are_found_in_roma_and_palermo(
    capsys: pytest.CaptureFixture[str], signed_in: SignedIn
) -> None:
    file = real("consultori_italia.csv")
    assert take(capsys, file, mapping="consultori") == ["added 927, changed 0, unchanged 0, refused 0"]
    assert take(capsys, file, mapping="consultori") == ["added 0, changed 0, unchanged 927, refused 0"]
    client = signed_in("assistente")
    for istat, name in (("058091", "ROMA"), ("082053", "PALERMO")):
        page = client.get("/services/", {"need": "futuro.genitorialita", "municipality": istat})
        found = page.context["cards"]
        assert len(found) >= 17
        assert all(card.where.upper().startswith(name) for card in found[:17])


@pytest.mark.real_data
def test_the_official_hsds_example_comes_in(capsys: pytest.CaptureFixture[str], house: None) -> None:
    file = real("hsds3_organization_full_example.json")
    assert take(capsys, file) == [
        "nota: riga 1, colonna latitude: il punto non sta sulla Terra: lasciato vuoto",
        "added 1, changed 0, unchanged 0, refused 0",
    ]
    assert take(capsys, file)[-1] == "added 0, changed 0, unchanged 1, refused 0"
    service = Service.objects.get(source="hsds")
    assert (service.name, service.age_from_months, service.languages) == (
        "Community Counselling",
        144,
        ["ur"],
    )
