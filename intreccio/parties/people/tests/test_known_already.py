"""The hint against writing a family twice: what it says, and to whom it says nothing."""

import pytest
from django.db import connection

from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.keys import new_key
from intreccio.ground.kernel.models import Reading
from intreccio.ground.kernel.refused import NotAllowed, Refused
from intreccio.ground.kernel.viewer import House
from intreccio.parties.people.models import Identifier
from intreccio.parties.people.queries import known_already
from intreccio.parties.people.tests.world import (
    AMINATA,
    BAH,
    ELENA,
    MARCHETTI,
    NADIA,
    address,
    birth_of,
    text,
)


@pytest.fixture
def nadia(acting_as):
    """When she was born."""
    return birth_of(acting_as, NADIA)


def test_in_sight_by_name(acting_as, nadia):
    with acting_as("educatrice") as viewer:
        hint = known_already(viewer, "haddad", nadia)
        # Nadia lives in two homes: one in sight, the other only as somebody known.
        assert [household.pk for household in hint.in_sight] == [MARCHETTI]
        assert hint.out_of_sight
        reading = Reading.objects.get(membership_id=viewer.membership_id, page="known_already")
        assert reading.shown == [MARCHETTI]


def test_by_fiscal_code_however_it_is_spaced(acting_as):
    with acting_as("educatrice") as viewer:
        code = Identifier.objects.get(person=ELENA).value
        assert known_already(viewer, "", None, f"{code[:6]} {code[6:].lower()}").in_sight
    with acting_as("tommaso") as viewer:
        hint = known_already(viewer, "", None, code)
        assert not hint.in_sight
        assert hint.out_of_sight


def test_a_protected_family_is_not_hinted_at_out_of_sight(acting_as):
    day = birth_of(acting_as, AMINATA)
    with acting_as("tommaso") as viewer:
        assert not known_already(viewer, "Bah", day)
    with acting_as("educatrice") as viewer:
        assert [household.pk for household in known_already(viewer, "Bah", day).in_sight] == [BAH]


@pytest.mark.parametrize("account", ["scuola", "consultorio", "psicologa", "comune", "admin"])
def test_never_for_partners_and_who_does_not_take_families_in(acting_as, signed_in, nadia, account):
    with acting_as(account) as viewer, pytest.raises(NotAllowed):
        known_already(viewer, "Haddad", nadia)
    assert signed_in(account).post(address("known_already"), {"surname": "Haddad"}).status_code == 403


def test_a_surname_alone_asks_nothing(acting_as):
    with acting_as("educatrice") as viewer:
        assert not known_already(viewer, "Haddad", None)


def test_so_many_times_an_hour_and_no_more(acting_as, nadia):
    with acting_as("educatrice") as viewer:
        for _ in range(20):
            known_already(viewer, "Haddad", nadia)
        with pytest.raises(Refused) as no:
            known_already(viewer, "Haddad", nadia)
        assert no.value.code == "too_many_hints"
        assert no.value.way_out


def asked_by_hand(cursor, name, born):
    cursor.execute(
        "SELECT households, within FROM ask_if_known(%s, %s, %s, %s)", [new_key(), [name], [born], [""]]
    )
    return cursor.fetchone()


def test_who_asks_beside_the_pages_is_counted_and_written_down_all_the_same(acting_as, nadia):
    with acting_as("educatrice") as viewer, connection.cursor() as cursor:
        answers = [asked_by_hand(cursor, "haddad", nadia) for _ in range(21)]
        with pytest.raises(Refused):
            known_already(viewer, "Haddad", nadia)
        reading = Reading.objects.get(membership_id=viewer.membership_id, page="known_already")
        assert reading.shown == [key for key in answers[0][0] if key]
    assert [within for _, within in answers] == [True] * 20 + [False]
    assert answers[-1][0] == []


def test_nobody_looks_without_being_counted(db):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT has_function_privilege(current_user, 'known_already(text[], date, text)', 'EXECUTE')"
        )
        assert cursor.fetchone() == (False,)


def test_who_has_no_role_is_told_nothing(db, nadia):
    with acting(House("jobs")), connection.cursor() as cursor:
        assert asked_by_hand(cursor, "haddad", nadia) is None


def test_the_fragment_that_other_forms_ask_for(signed_in, nadia):
    client = signed_in("assistente")
    sent = {"surname": "Haddad", "birth_date": nadia.isoformat(), "fiscal_code": ""}
    page = client.post(address("known_already"), sent)
    assert "Famiglia Marchetti Haddad" in text(page)
    assert "<html" not in page.content.decode()
    assert (
        client.post(address("known_already"), {"surname": "Zzz", "birth_date": "2001-01-01"}).content.strip()
        == b""
    )
    assert client.get(address("known_already")).status_code == 405
