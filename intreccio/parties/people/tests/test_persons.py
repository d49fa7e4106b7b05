"""What people do with persons, their names, codes, telephones and stays."""

from datetime import timedelta

import pytest

from intreccio.ground.kernel.models import Event, History
from intreccio.ground.kernel.refused import NotAllowed, Refused
from intreccio.parties.people.actions.life import leave_home
from intreccio.parties.people.actions.person_rows import (
    add_contact_point,
    add_identifier,
    add_name,
    edit_contact_point,
    edit_identifier,
    edit_name,
)
from intreccio.parties.people.actions.persons import Draft, add_person, bring_person, edit_person
from intreccio.parties.people.models import (
    ContactPoint,
    Household,
    HouseholdMembership,
    Identifier,
    Person,
    PersonName,
    SearchWord,
)
from intreccio.parties.people.tests.world import CONTI, ELENA, HADDAD, LEO, MARCHETTI, MATTIA, ROSA, TOSI


def words_of(person):
    return set(SearchWord.objects.filter(person=person).values_list("word", flat=True))


def test_add_person_with_all_that_is_known(acting_as, today):
    draft = Draft(
        given="Ada", family="Riva", role="relative", fiscal_code="rva dax 80a41 f205z", phone="333 555 0101"
    )
    with acting_as("educatrice") as viewer:
        person = add_person(Household.objects.get(pk=MARCHETTI), draft, by=viewer, since=today)
        assert words_of(person) == {"ada", "riva", "3335550101", "rvadax80a41f205z"}
        assert Identifier.objects.get(person=person).value == "RVADAX80A41F205Z"
        event = Event.objects.filter(household_id=MARCHETTI, kind="person.added").latest("at")
        assert "Riva" not in str(event.codes)


def test_an_awaited_birth_needs_no_name_but_a_date(acting_as, today):
    with acting_as("educatrice") as viewer:
        household = Household.objects.get(pk=MARCHETTI)
        baby = Draft(given="", family="", birth_date=today + timedelta(days=60), birth_precision="expected")
        assert add_person(household, baby, by=viewer, since=today)
        with pytest.raises(Refused):
            add_person(
                household, Draft(given="", family="", birth_precision="expected"), by=viewer, since=today
            )


def test_who_only_reads_a_family_adds_nobody(acting_as, today):
    with acting_as("educatrice") as viewer, pytest.raises(NotAllowed):
        add_person(Household.objects.get(pk=CONTI), Draft(given="Ada", family="Riva"), by=viewer, since=today)


def test_bring_person_only_whom_one_sees_and_only_once(acting_as, today):
    with acting_as("awa") as viewer:
        household = Household.objects.get(pk=HADDAD)
        person = Person.objects.get(pk=ELENA)
        bring_person(person, household, by=viewer, role="parent", kind="lives", since=today)
        with pytest.raises(Refused):
            bring_person(person, household, by=viewer, role="parent", kind="lives", since=today)
    with acting_as("davide"):
        assert PersonName.objects.filter(person=ELENA, given="Elena").exists()
        assert {"elena", "marchetti"} <= words_of(ELENA)
    with acting_as("sara") as viewer, pytest.raises(NotAllowed):
        bring_person(
            person, Household.objects.get(pk=TOSI), by=viewer, role="parent", kind="lives", since=today
        )


def test_edit_person_keeps_the_old_value_in_the_history(acting_as):
    with acting_as("educatrice") as viewer:
        leo = Person.objects.get(pk=LEO)
        values = {
            name: getattr(leo, name)
            for name in ("birth_precision", "birthplace_code", "citizenships", "died_on")
        }
        household = Household.objects.get(pk=MARCHETTI)
        changed = edit_person(
            leo, household, by=viewer, version=1, sex="F", birth_date=leo.birth_date, **values
        )
        assert changed == {"sex"}
        assert History.objects.filter(row_id=LEO, old__sex="M").exists()


def test_leave_home_ends_a_stay_once(acting_as, today):
    with acting_as("lucia") as viewer:
        stay = HouseholdMembership.objects.get(household=CONTI, person=ROSA)
        leave_home(stay, by=viewer, version=1, until=today, note="è tornata a casa sua")
        with pytest.raises(Refused):
            leave_home(stay, by=viewer, version=2, until=today)


def test_a_persons_words_follow_their_rows_into_both_homes(acting_as):
    with acting_as("educatrice") as viewer:
        household, leo = Household.objects.get(pk=MARCHETTI), Person.objects.get(pk=LEO)
        name = add_name(
            leo, household, by=viewer, kind="used", given="Leone", family="", since=None, until=None
        )
        edit_name(
            name,
            household,
            by=viewer,
            version=1,
            kind="used",
            given="Leoncino",
            family="",
            since=None,
            until=None,
        )
        point = add_contact_point(leo, household, by=viewer, kind="phone", value="333 777 0001", note="")
        edit_contact_point(
            point, household, by=viewer, version=1, kind="phone", value="333 777 0002", note=""
        )
        code = add_identifier(
            leo, household, by=viewer, kind="stp", value="stp 030 123 0000099", since=None, until=None
        )
        edit_identifier(
            code,
            household,
            by=viewer,
            version=1,
            kind="stp",
            value="STP0301230000098",
            since=None,
            until=None,
        )
    for account in ("educatrice", "davide"):
        with acting_as(account):
            words = words_of(LEO)
            assert {"leoncino", "3337770002", "stp0301230000098"} <= words
            assert not {"leone", "3337770001", "stp0301230000099"} & words


def test_nobody_writes_a_row_through_somebody_elses_door(acting_as):
    with acting_as("educatrice") as viewer, pytest.raises(Refused):
        add_name(
            Person.objects.get(pk=MATTIA), Household.objects.get(pk=MARCHETTI), by=viewer,
            kind="used", given="Matti", family="", since=None, until=None,
        )  # fmt: skip


def test_a_telephone_of_mistake_stays_readable(acting_as):
    with acting_as("educatrice"):
        point = ContactPoint.objects.get(person=ELENA, voided_at__isnull=False)
        assert point.void_reason
        assert "3330109999" not in words_of(ELENA)
