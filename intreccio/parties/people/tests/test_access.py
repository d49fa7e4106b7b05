"""Who gets which page, by role and relation: the answers are written by hand.

The family: Conti, of the Équipe Opera. Lucia answers for it; Chiara (educatrice) reads the record by a grant; the
school sees who they are; Sara is a stranger. The school only knows of the family Tosi.
"""

import pytest

from intreccio.parties.people.models import Aspect, HomeAddress, HouseholdMembership, PersonName
from intreccio.parties.people.tests.world import (
    BAH,
    CONTI,
    ILARIA,
    ILARIA_AGAIN,
    MARCHETTI,
    MATTIA,
    PROTECTED_LINE,
    TOSI,
    address,
)

READ = {
    "household_page": (200, 200, 200, 404),
    "household_story": (200, 200, 200, 404),
    "household_sight": (200, 200, 200, 404),
    "address_list": (200, 200, 200, 404),
    "person_page": (200, 200, 200, 404),
}
WRITE = (
    "edit_household",
    "grant",
    "write_address",
    "protect_address",
    "add_aspect",
    "add_person",
    "bring_person",
    "edit_person",
    "add_name",
    "add_identifier",
    "add_contact_point",
    "merge_persons",
)
OF_PERSON = {"person_page", "edit_person", "add_name", "add_identifier", "add_contact_point", "merge_persons"}
ACCOUNTS = ("lucia", "educatrice", "scuola", "sara")


def of_conti(name):
    return address(name, CONTI, MATTIA) if name in OF_PERSON else address(name, CONTI)


@pytest.mark.parametrize("name", READ)
def test_who_reads(signed_in, name):
    answers = tuple(signed_in(account).get(of_conti(name)).status_code for account in ACCOUNTS)
    assert answers == READ[name]


@pytest.mark.parametrize("name", WRITE)
@pytest.mark.parametrize("method", ["get", "post"])
def test_who_writes(signed_in, name, method):
    """In charge: the form (a post without a key is sent back). By a grant, at any level: a no. A stranger: nothing."""
    given = 200 if method == "get" or name == "bring_person" else 422
    answers = tuple(getattr(signed_in(account), method)(of_conti(name)).status_code for account in ACCOUNTS)
    assert answers == (given, 403, 403, 404)


@pytest.mark.parametrize("method", ["get", "post"])
def test_who_writes_a_row(signed_in, acting_as, method):
    with acting_as("lucia"):
        rows = {
            "edit_aspect": Aspect.objects.get(household=CONTI).pk,
            "close_aspect": Aspect.objects.get(household=CONTI).pk,
            "edit_address": HomeAddress.objects.get(household=CONTI).pk,
            "leave_home": HouseholdMembership.objects.get(household=CONTI, person=MATTIA).pk,
        }
        name = PersonName.objects.get(person=MATTIA).pk
    paths = [address(view, CONTI, row) for view, row in rows.items()]
    paths += [address("edit_name", CONTI, MATTIA, name), address("void_row", CONTI, "name", name)]
    for path in paths:
        answers = tuple(getattr(signed_in(account), method)(path).status_code for account in ACCOUNTS)
        assert answers == (200 if method == "get" else 422, 403, 403, 404), path


def test_who_only_knows_of_a_family_reads_its_name_and_no_person(signed_in):
    client = signed_in("scuola")
    page = client.get(address("household_page", TOSI))
    assert page.status_code == 200
    assert "Famiglia Tosi" in page.content.decode()
    assert "Ilaria" not in page.content.decode()
    assert client.get(address("person_page", TOSI, ILARIA)).status_code == 404
    assert client.get(address("address_list", TOSI)).status_code == 404


@pytest.mark.parametrize(
    ("account", "answer"),
    [
        ("educatrice", 200),
        ("assistente", 200),
        ("consultorio", 404),
        ("comune", 404),
        ("sara", 404),
        ("admin", 404),
    ],
)
def test_a_protected_address_is_for_who_works_in_the_team(signed_in, account, answer):
    page = signed_in(account).get(address("protected_address", BAH))
    assert page.status_code == answer
    assert (PROTECTED_LINE in page.content.decode()) is (answer == 200)


@pytest.mark.parametrize(
    "name", ["household_page", "household_story", "household_sight", "address_list", "edit_household"]
)
def test_a_protected_address_is_on_no_other_page(signed_in, name):
    page = signed_in("assistente").get(address(name, BAH))
    assert page.status_code == 200
    assert PROTECTED_LINE not in page.content.decode()
    assert PROTECTED_LINE not in signed_in("assistente").get(address("household_list")).content.decode()


@pytest.mark.parametrize(
    ("account", "listed", "created"),
    [
        ("assistente", 200, 200),
        ("educatrice", 200, 200),
        ("psicologa", 200, 403),
        ("scuola", 200, 403),
        ("comune", 200, 403),
        ("admin", 200, 403),
        ("elio", 200, 403),
    ],
)
def test_the_list_is_for_all_and_shows_to_each_their_own(signed_in, account, listed, created):
    client = signed_in(account)
    page = client.get(address("household_list"))
    assert page.status_code == listed
    assert client.get(address("create_household")).status_code == created
    assert client.post(address("create_household")).status_code == (422 if created == 200 else 403)
    seen = "Marchetti" in page.content.decode()
    assert seen is (account in {"assistente", "educatrice", "psicologa"})


def test_a_person_is_found_only_through_their_own_home(signed_in):
    client = signed_in("coordinatrice")
    assert client.get(address("person_page", TOSI, ILARIA)).status_code == 200
    assert client.get(address("person_page", MARCHETTI, ILARIA)).status_code == 404
    assert client.get(address("part_persons", TOSI, ILARIA, ILARIA_AGAIN)).status_code == 404
    assert client.get(address("void_row", TOSI, "nothing", ILARIA)).status_code == 404


def test_who_has_not_signed_in_is_led_to_the_door(client, db):
    assert client.get(address("household_page", CONTI)).status_code == 302
