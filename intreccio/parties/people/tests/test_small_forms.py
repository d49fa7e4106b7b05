"""The small pages: each writes its one thing, and closed things stay readable."""

from intreccio.ground.kernel.models import Reading
from intreccio.parties.people.models import (
    Aspect,
    Grant,
    HomeAddress,
    HouseholdMembership,
    Identifier,
    PersonName,
    ProtectedAddress,
)
from intreccio.parties.people.tests.world import (
    BAH,
    CONTI,
    ELENA,
    EST,
    HADDAD,
    ILARIA,
    ILARIA_AGAIN,
    LEO,
    MARCHETTI,
    MATTIA,
    TOSI,
    address,
    hidden,
    send,
    text,
)

EMPTY = {"since": "", "until": ""}


def test_names_codes_and_telephones(signed_in, acting_as):
    client = signed_in("educatrice")
    send(client, address("add_name", MARCHETTI, LEO), kind="used", given="Leone", family="", **EMPTY)
    with acting_as("educatrice"):
        name = PersonName.objects.get(person=LEO, given="Leone").pk
        code = Identifier.objects.get(person=LEO).pk
    send(
        client, address("edit_name", MARCHETTI, LEO, name), kind="used", given="Leoncino", family="", **EMPTY
    )
    page = text(client.get(address("person_page", MARCHETTI, LEO)))
    assert "<h1>Leoncino Haddad</h1>" in page
    assert "Il codice è di una donna, qui è scritto un uomo." in page
    wrong = send(
        client,
        address("edit_identifier", MARCHETTI, LEO, code),
        kind="codice_fiscale",
        value="boh 123",
        **EMPTY,
    )
    assert wrong.status_code == 302
    assert "BOH123" in text(client.get(address("person_page", MARCHETTI, LEO)))
    send(
        client,
        address("add_identifier", MARCHETTI, LEO),
        kind="codice_fiscale",
        value="STP0301230000012",
        **EMPTY,
    )
    assert "Dalla forma sembra: STP" in text(client.get(address("person_page", MARCHETTI, LEO)))
    assert (
        send(client, address("add_name", MARCHETTI, LEO), kind="used", given="", family="").status_code == 422
    )


def test_a_mistaken_row_stays_readable_with_its_reason(signed_in, acting_as):
    client = signed_in("educatrice")
    with acting_as("educatrice"):
        code = Identifier.objects.get(person=LEO).pk
    path = address("void_row", MARCHETTI, "identifier", code)
    assert send(client, path, reason="").status_code == 422
    assert send(client, path, reason="è di sua cugina").status_code == 302
    page = text(client.get(address("person_page", MARCHETTI, LEO)))
    assert "era uno sbaglio: è di sua cugina" in page
    assert "Il codice è di una donna" not in page


def test_who_leaves_is_read_among_who_lived_here(signed_in, acting_as, today):
    client = signed_in("lucia")
    with acting_as("lucia"):
        stay = HouseholdMembership.objects.get(household=CONTI, person=MATTIA).pk
    send(client, address("leave_home", CONTI, stay), until=str(today), note="dal papà")
    page = text(client.get(address("household_page", CONTI)))
    assert "Chi viveva qui" in page
    assert "dal papà" in page


def test_somebody_is_brought_into_a_second_home(signed_in, acting_as, today):
    client = signed_in("awa")
    path = address("bring_person", HADDAD)
    page = client.post(path, {"words": "elena"})
    assert str(ELENA) in text(page)
    sent = {**hidden(page), "person": str(ELENA), "role": "other", "kind": "lives", "since": str(today)}
    assert client.post(path, sent).status_code == 302
    with acting_as("davide"):
        assert HouseholdMembership.objects.filter(household=HADDAD, person=ELENA).exists()
    assert "Nessuno con queste parole" in text(client.post(path, {"words": "ilaria"}))
    stranger = client.post(path, {**sent, "person": str(ILARIA)})
    assert stranger.status_code == 200


def test_a_home_moves(signed_in, acting_as, today):
    client = signed_in("lucia")
    place = {
        "line": "Via Nuova 1",
        "postal_code": "20073",
        "municipality_code": "015159",
        "elsewhere": "",
        "since": str(today),
    }
    assert send(client, address("write_address", CONTI), **place).status_code == 302
    page = text(client.get(address("address_list", CONTI)))
    assert page.index("Via Nuova 1") < page.index("Via Marcora 8")
    with acting_as("lucia"):
        row = HomeAddress.objects.get(household=CONTI, until__isnull=True).pk
    assert (
        send(client, address("edit_address", CONTI, row), **{**place, "line": "Via Nuova 2"}).status_code
        == 302
    )
    assert send(client, address("write_address", CONTI), **{**place, "postal_code": "2"}).status_code == 422


def test_a_protected_address_is_written_and_each_opening_recorded(signed_in, acting_as, today):
    client = signed_in("assistente")
    place = {
        "line": "Via Segreta 9",
        "postal_code": "",
        "municipality_code": "",
        "elsewhere": "",
        "since": str(today),
    }
    send(client, address("protect_address", MARCHETTI), reason="una minaccia", **place)
    assert "Via Segreta" not in text(client.get(address("household_page", MARCHETTI)))
    assert "Viale Lombardia" not in text(client.get(address("household_page", MARCHETTI)))
    page = client.get(address("protected_address", MARCHETTI))
    assert "Via Segreta 9" in text(page)
    assert page["Cache-Control"] == "no-store"
    with acting_as("assistente"):
        assert Reading.objects.filter(household_id=MARCHETTI, page="protected_address").exists()
        row = ProtectedAddress.objects.get(household=BAH).pk
    assert signed_in("educatrice").get(address("void_row", BAH, "protected_address", row)).status_code == 403


def test_what_is_needed_is_added_and_closed(signed_in, acting_as, today):
    client = signed_in("educatrice")
    said = {"kind": "needed", "words": "Un nido", "said_by": "Elena", "person": str(LEO), "since": str(today)}
    send(client, address("add_aspect", MARCHETTI), needs=["futuro.genitorialita"], **said)
    page = text(client.get(address("household_page", MARCHETTI)))
    assert "Sostegno alla genitorialità · Elena" in page
    with acting_as("educatrice"):
        row = Aspect.objects.get(words="Un nido").pk
    send(client, address("edit_aspect", MARCHETTI, row), words="Un nido vicino", said_by="Elena")
    send(client, address("close_aspect", MARCHETTI, row), until=str(today))
    assert (
        "Un nido vicino"
        in text(client.get(address("household_page", MARCHETTI))).split("Che cosa c'era prima")[1]
    )
    wrong = {**said, "person": str(MATTIA)}
    assert send(client, address("add_aspect", MARCHETTI), **wrong).status_code == 422


def test_a_family_is_opened_and_closed_to_others(signed_in, acting_as, today):
    client = signed_in("assistente")
    said = {"level": "2", "purpose": "collaboration", "since": str(today), "until": ""}
    path = address("grant", MARCHETTI)
    assert send(client, path, to=f"team:{EST}", reason="", **said).status_code == 422
    assert send(client, path, to=f"team:{EST}", reason="vivono anche a Opera", **said).status_code == 302
    page = text(client.get(address("household_sight", MARCHETTI)))
    assert "Équipe Opera e Pieve" in page
    assert "vivono anche a Opera" in page
    assert signed_in("davide").get(address("household_page", MARCHETTI)).status_code == 200
    with acting_as("assistente"):
        given = Grant.objects.get(household=MARCHETTI, to_team=EST).pk
    assert send(client, address("withdraw", MARCHETTI, given), reason="basta così").status_code == 302
    assert "basta così" in text(client.get(address("household_sight", MARCHETTI)))
    assert signed_in("davide").get(address("household_page", MARCHETTI)).status_code == 404
    assert client.get(address("withdraw", CONTI, given)).status_code in {403, 404}


def test_two_rows_are_merged_and_parted(signed_in):
    client = signed_in("tommaso")
    path = address("merge_persons", TOSI, ILARIA)
    page = client.post(path, {"words": "ilaria"})
    assert str(ILARIA_AGAIN) in text(page)
    sent = {**hidden(page), "sought": "ilaria", "other": str(ILARIA_AGAIN), "reason": "stesso telefono"}
    assert client.post(path, sent).status_code == 302
    assert text(client.get(address("household_page", TOSI))).count("Ilaria Tosi</a>") == 1
    assert "<h1>Ilaria Tosi</h1>" in text(client.get(address("person_page", TOSI, ILARIA_AGAIN)))
    part = address("part_persons", TOSI, ILARIA, ILARIA_AGAIN)
    assert send(client, part, reason="sono cugine").status_code == 302
    assert text(client.get(address("household_page", TOSI))).count("Ilaria Tosi</a>") == 2
