"""Laws 7 and 8: a second edit finds both; a mistake is voided, not deleted."""

import pytest

from intreccio.ground.kernel.editing import void, write_over
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.models import History
from intreccio.ground.kernel.refused import Changed
from intreccio.parties.people.models import Household

HOUSEHOLD = key_for("household", "marchetti")


def test_the_second_edit_finds_the_first(acting_as):
    with acting_as("educatrice"):
        mine, theirs = Household.objects.get(pk=HOUSEHOLD), Household.objects.get(pk=HOUSEHOLD)
        assert write_over(theirs, version=theirs.version, name="Famiglia Haddad") == {"name"}
        with pytest.raises(Changed) as met:
            write_over(mine, version=mine.version, name="Famiglia Marchetti")
        assert met.value.current.name == "Famiglia Haddad"


def test_old_values_are_kept_with_who_changed_them(acting_as):
    with acting_as("educatrice") as viewer:
        row = Household.objects.get(pk=HOUSEHOLD)
        before = row.name
        write_over(row, version=row.version, name="Famiglia Haddad")
        kept = History.objects.filter(row_id=HOUSEHOLD).latest("at")
        assert kept.old["name"] == before
        assert kept.membership_id == viewer.membership_id
        assert kept.household_id == HOUSEHOLD


def test_a_voided_row_stays_readable_with_its_reason(acting_as):
    with acting_as("educatrice") as viewer:
        row = Household.objects.get(pk=HOUSEHOLD)
        void(row, by=viewer, reason="scritta due volte")
        again = Household.objects.get(pk=HOUSEHOLD)
        assert again.void_reason == "scritta due volte"
        assert again.voided_by == viewer.membership_id
