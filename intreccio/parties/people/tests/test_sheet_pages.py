"""The pages of a list: from the file that somebody has already to the families, and back."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment

from intreccio.ground.kernel.models import Reading
from intreccio.parties.people.models import Household, HouseholdMembership
from intreccio.parties.people.tests.sheets import HEADER, NORD, ROWS, file_of
from intreccio.parties.people.tests.world import address, hidden, text
from intreccio.workshop.imports.actions.working import work_sheet
from intreccio.workshop.imports.models import Sheet, SheetContent
from intreccio.workshop.imports.rules.grids import read_grid

pytestmark = pytest.mark.django_db
NEW = "/households/sheets/new"


def uploaded(client, data: bytes, name: str = "elenco.csv"):
    once = hidden(client.get(NEW))
    return client.post(NEW, {**once, "team_id": str(NORD), "file": SimpleUploadedFile(name, data)})


def key_in(response) -> str:
    return response["Location"].split("/")[3]


@pytest.fixture
def client(signed_in):
    return signed_in("coordinatrice")


def looked_at(client, data: bytes) -> str:
    """Uploaded, its columns as they were guessed; answers the id."""
    key = key_in(uploaded(client, data))
    columns = address("map_sheet", key)
    page = client.get(columns)
    said = {field.name: field.initial for field in page.context["form"].visible_fields()}
    assert client.post(columns, {**hidden(page), **said})["Location"] == address("preview_sheet", key)
    return key


def test_the_whole_way_in_and_out(client):
    key = looked_at(client, file_of())
    page = text(client.get(address("preview_sheet", key)))
    assert "Persone che entrano</dt><dd><b>3</b>" in page
    answer = client.post(address("bring_in_sheet", key))
    assert answer["Location"] == address("import_page", key)
    assert "Comincia fra un momento" in text(client.get(address("import_page", key)))
    client.post(address("bring_in_sheet", key))
    work_sheet(key)
    page = text(client.get(address("import_page", key)))
    assert "Famiglia Zorzanello" in page
    assert "Famiglia Quaranta" in page
    assert "Famiglia Zorzanello" in text(client.post(address("search"), {"words": "zorzanello"}))
    assert client.get(address("undo_sheet", key)).status_code == 200
    client.post(address("undo_sheet", key))
    client.post(address("undo_sheet", key))
    work_sheet(key)
    page = text(client.get(address("import_page", key)))
    assert "Famiglie tolte</dt><dd>2" in page
    assert "Zorzanello" not in page


def test_what_is_wrong_is_said_row_by_row_and_doubles_are_chosen(client, acting_as):
    rows = [
        *ROWS,
        ("3", "Zorzanello", "Bice", "madre", "04/03/1988", "", "Rozzano", ""),
        ("3", "", "", "", "", "", "Opera", ""),
    ]
    key = looked_at(client, file_of(rows))
    page = text(client.get(address("preview_sheet", key)))
    assert "Riga 5, Bice Zorzanello: porta dentro comunque" in page
    assert "è già alla riga 2" in page
    assert "manca un nome o un cognome" in page
    no_rows = {"shown": ["9" * 5000, "9" * 20, "²"], "taken": ["9" * 5000, "9" * 20]}
    assert client.post(address("preview_sheet", key), no_rows).status_code < 400
    client.post(address("preview_sheet", key), {"shown": ["5"], "taken": ["5"]})
    assert "Persone che entrano</dt><dd><b>4</b>" in text(client.get(address("preview_sheet", key)))
    client.post(address("bring_in_sheet", key), {"shown": ["5"]})
    work_sheet(key)
    with acting_as("coordinatrice") as viewer:
        assert Sheet.objects.get(pk=key).counts == {"families": 2, "persons": 3, "wrong": 1, "skipped": 1}
        assert Reading.objects.filter(membership_id=viewer.membership_id, page="preview_sheet").exists()


def test_the_same_headers_are_not_asked_twice(client):
    key = key_in(uploaded(client, file_of()))
    page = client.get(address("map_sheet", key))
    client.post(address("map_sheet", key), {**hidden(page), "family": "2", "given": "1"})
    again = client.get(address("map_sheet", key_in(uploaded(client, file_of(ROWS[:1])))))
    chosen = {field.name: field.initial for field in again.context["form"].visible_fields() if field.initial}
    assert chosen == {"family": "2", "given": "1"}


@pytest.mark.parametrize(
    ("columns", "words"),
    [
        ({}, "Serve almeno la colonna del nome"),
        ({"given": "1", "family": "1"}, "è già scelta più su"),
        ({"given": "99"}, ""),
    ],
)
def test_columns_that_cannot_be_are_sent_back(client, columns, words):
    key = key_in(uploaded(client, file_of()))
    page = client.get(address("map_sheet", key))
    answer = client.post(address("map_sheet", key), {**hidden(page), **columns})
    assert answer.status_code == 422
    assert words in answer.content.decode()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"Nome;Cognome\n", "solo l&#x27;intestazione"),
        (b"\xd0\xcf\x11\xe0", "senza password"),
        (b"", "vuoto"),
    ],
)
def test_a_file_that_cannot_be_read_is_sent_back(client, data, words):
    answer = uploaded(client, data)
    assert answer.status_code == 422
    assert words in answer.content.decode()


@pytest.mark.parametrize(
    "data",
    [
        "Zqbranca;Ortensia;madre;Rozzano;figlio tolto dal tribunale\nZqbranca;Pia;figlia;Rozzano;va a scuola\n",
        "Zqbranca;Ortensia;via Roma 1;ha una zia di nome Pia\nZqbranca;Pia;;\n",
        "Nome del progetto;;;\nNominativo;Parentela;Nascita;Note\nZqtito;Lia;03/04/1985;x\n",
        "Nomi genitori;\nZqtito;Lia\n",
    ],
)
def test_a_first_row_of_which_nothing_is_known_is_asked_about(client, data):
    columns = address("map_sheet", key_in(uploaded(client, data.encode())))
    page = client.get(columns)
    assert data.split(";")[0] in text(page), "the row is shown"
    said = {**hidden(page), "family": "0", "given": "1"}
    assert "Dite se la prima riga" in client.post(columns, said).content.decode()
    answer = client.post(columns, {**said, "first_row": "other"})
    assert answer.status_code == 422
    assert "Aggiungete nel foglio, sopra a tutto" in answer.content.decode()
    assert client.post(columns, {**said, "first_row": "names"}).status_code == 302
    assert "first_row" not in client.get(columns).context["form"].fields, "and is not asked again"


@pytest.mark.parametrize(
    "data",
    [
        "Elenco famiglie al 30/11/2026;;;\nCognome;Nome;Parentela;Note\nZqtito;Lia;madre;x\n",
        "Elenco famiglie al 30/11/2026;;;\nNominativo;Parentela;Nascita;Note\nZqtito Lia;madre;;x\n",
        "Nome del progetto;;;\nCognome;Nome;Nascita;Note\nZqtito;Lia;03/04/1985;x\n",
        "Nomi genitori\nCognome;Nome;Nascita;Note\nZqtito;Lia;03/04/1985;x\n",
        "Elenco famiglie;;;\nCooperativa Ponte;;;\n\nCognome;Nome;Nascita;Note\nZqtito;Lia;03/04/1985;x\n",
    ],
)
def test_a_title_is_told_to_be_taken_away(client, data):
    answer = uploaded(client, data.encode())
    assert answer.status_code == 422
    assert "titolo" in answer.content.decode()


def test_names_of_columns_added_above_a_title_bring_in_no_family_of_it(client):
    header = "Cognome;Nome;Parentela;Note\n"
    key = looked_at(
        client, f"{header}Elenco famiglie al 30/11/2026;;;\n{header}Zqtito;Lia;madre;x\n".encode()
    )
    page = text(client.get(address("preview_sheet", key)))
    assert "Persone che entrano</dt><dd><b>1</b>" in page
    assert "un titolo sopra di loro" in page


def test_where_names_of_columns_are_known_nothing_is_asked_of_them(client):
    page = client.get(address("map_sheet", key_in(uploaded(client, file_of()))))
    assert "first_row" not in page.context["form"].fields


def test_a_second_tap_finds_the_same_sheet_and_another_file_another(client):
    once = hidden(client.get(NEW))

    def send(data: bytes):
        return client.post(NEW, {**once, "team_id": str(NORD), "file": SimpleUploadedFile("e.csv", data)})[
            "Location"
        ]

    assert send(file_of()) == send(file_of())
    assert send(file_of()) != send(file_of(ROWS[:1]))


def test_left_it_leaves_nothing(client, acting_as):
    key = looked_at(client, file_of())
    assert client.get(address("abandon_sheet", key)).status_code == 200
    assert client.post(address("abandon_sheet", key))["Location"] == address("sheet_list")
    assert client.get(address("preview_sheet", key)).status_code == 404
    with acting_as("coordinatrice"):
        assert not SheetContent.objects.filter(sheet=key).exists()
        assert not Household.objects.filter(imported_in=key).exists()


def test_a_list_as_a_cooperative_keeps_it_is_one_family_and_its_comments_are_said(client, acting_as):
    book = Workbook()
    sheet = book.active
    for row in (
        ["Famiglia n", "Cognome", "Nome", "Parentela", "Indirizzo"],
        [7, "Zorzanello", "Ada", "madre", "Via Roma 1"],
        [None, "Zorzanello", "Bea", "figlia", None],
        [None, "Zorzanello", "Ciro", "figlio", None],
    ):
        sheet.append(row)
    for column in "AE":
        sheet.merge_cells(f"{column}2:{column}4")
    sheet["C3"].comment = Comment("non dire al padre", "x")
    sheet["A1"].comment = Comment("il numero della cartella", "x")
    kept = BytesIO()
    book.save(kept)
    key = looked_at(client, kept.getvalue())
    page = text(client.get(address("preview_sheet", key)))
    assert "Famiglie nel foglio</dt><dd>1" in page
    assert "non dire al padre" in page
    assert "che restano nel foglio, perché non sono accanto a una persona</dt><dd>1" in page
    client.post(address("bring_in_sheet", key))
    work_sheet(key)
    with acting_as("coordinatrice"):
        stays = HouseholdMembership.objects.filter(household__imported_in=key)
        assert stays.values("household").distinct().count() == 1
        assert sorted(stays.values_list("note", flat=True)) == [
            "",
            "nell'elenco: 7",
            "non dire al padre",
        ]


def test_a_birth_merged_over_two_generations_is_of_the_first_alone_and_it_is_said(client, acting_as):
    book = Workbook()
    sheet = book.active
    for row in (
        ["Famiglia n", "Cognome", "Nome", "Parentela", "Nascita"],
        [7, "Zorzanello", "Ada", "madre", "04/03/1988"],
        [None, "Zorzanello", "Bea", "figlia", None],
    ):
        sheet.append(row)
    sheet.merge_cells("A2:A3")
    sheet.merge_cells("E2:E3")
    kept = BytesIO()
    book.save(kept)
    key = looked_at(client, kept.getvalue())
    assert "altra persona della famiglia, di un" in text(client.get(address("preview_sheet", key)))
    client.post(address("bring_in_sheet", key))
    work_sheet(key)
    with acting_as("coordinatrice"):
        stays = HouseholdMembership.objects.filter(household__imported_in=key)
        born = dict(stays.values_list("role", "person__birth_date"))
    assert str(born["parent"]) == "1988-03-04"
    assert born["child"] is None


def test_the_template_is_read_by_ourselves_and_every_column_is_known(client):
    book = client.get(address("families_template") + "?format=xlsx").content
    assert load_workbook(BytesIO(book)).active.max_row == 4
    for data in (book, client.get(address("families_template")).content):
        grid = read_grid(data)
        assert len(grid.rows) == 3
        key = looked_at(client, data)
        page = text(client.get(address("preview_sheet", key)))
        assert "Persone che entrano</dt><dd><b>3</b>" in page
        assert "Da guardare" not in page
        columns = client.get(address("map_sheet", key)).context["form"]
        assert all(field.initial != "" for field in columns.visible_fields())


def test_no_name_of_anybody_stands_in_an_address(client):
    key = looked_at(client, file_of())
    page = client.get(address("preview_sheet", key)).content.decode()
    addresses = [part.split('"')[0] for part in page.split('href="')[1:] + page.split('action="')[1:]]
    assert not [each for each in addresses if "orzanello" in each or HEADER[0] in each]


def test_who_may_not_is_not_offered_it(signed_in):
    assert "Porta dentro un elenco" in signed_in("assistente").get(address("household_list")).content.decode()
    assert (
        "Porta dentro un elenco"
        not in signed_in("educatrice").get(address("household_list")).content.decode()
    )
