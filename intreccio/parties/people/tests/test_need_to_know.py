"""What the database itself shows, whoever asks."""

import pytest
from django.db import transaction
from django.db.utils import ProgrammingError

from intreccio.ground.kernel.keys import key_for
from intreccio.parties.people.actions.households import create_household, hand_over
from intreccio.parties.people.models import Household, HouseholdMembership, Person, PersonName


def test_the_team_finds_its_family(acting_as):
    with acting_as("educatrice"):
        assert Household.objects.filter(name="Famiglia Marchetti Haddad").exists()
        assert Person.objects.filter(names__given="Leo").exists()


@pytest.mark.parametrize("account", ["scuola", "comune", "admin", "sara", "elio"])
def test_a_stranger_finds_nothing(acting_as, account):
    with acting_as(account):
        assert not Household.objects.filter(pk=key_for("household", "marchetti")).exists()
        assert not PersonName.objects.filter(person_id=key_for("person", "elena")).exists()


def test_nobody_acting_is_an_error_not_an_empty_page(db):
    with pytest.raises(ProgrammingError, match="no actor is set"), transaction.atomic():
        list(Household.objects.all())


def test_a_family_changes_hands_with_all_its_rows(acting_as, today):
    to_team = key_for("team", "equipe_sud")
    with acting_as("assistente") as viewer:
        household = create_household(
            by=viewer,
            name="Famiglia Prova",
            municipality_code="015189",
            team_id=key_for("team", "equipe_nord"),
            today=today,
        )
        hand_over(household, to_team_id=to_team, by=viewer, reason_code="moved")
        assert not Household.objects.filter(pk=household.pk).exists()
    with acting_as("sara"):
        assert Household.objects.get(pk=household.pk).team_id == to_team


def test_a_known_id_does_not_open_a_person(acting_as, today):
    with acting_as("sara") as viewer:
        household = create_household(
            by=viewer,
            name="Famiglia Altra",
            municipality_code="015024",
            team_id=key_for("team", "equipe_sud"),
            today=today,
        )
        with pytest.raises(ProgrammingError), transaction.atomic():
            HouseholdMembership(
                household=household,
                team_id=household.team_id,
                person_id=key_for("person", "leo"),
                role="child",
                since=today,
            ).save(force_insert=True)


def test_a_stay_cannot_come_to_speak_of_a_stranger(acting_as):
    """Changing whose stay it is would open a person as surely as writing a new one."""
    stranger = key_for("person", "leo")
    with acting_as("sara"):
        mine = HouseholdMembership.objects.filter(team_id=key_for("team", "equipe_sud")).first()
        assert mine is not None
        with pytest.raises(ProgrammingError), transaction.atomic():
            HouseholdMembership.objects.filter(pk=mine.pk).update(person_id=stranger)


@pytest.mark.parametrize(
    ("account", "writes"), [("educatrice", True), ("comune", False), ("scuola", False), ("admin", False)]
)
def test_who_only_reads_families_writes_no_person(acting_as, account, writes):
    with acting_as(account):
        try:
            with transaction.atomic():
                Person().save(force_insert=True)
        except ProgrammingError:
            assert not writes
        else:
            assert writes
