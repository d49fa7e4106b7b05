"""What every act about school does first."""

import pytest

from intreccio.answers.school.actions.steps import lock_family, lock_row, told
from intreccio.answers.school.tests.conftest import class_of, family_of
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.models import Event
from intreccio.ground.kernel.refused import NotAllowed


def test_the_family_is_held_before_its_row(acting_as, django_assert_num_queries):
    with acting_as("educatrice") as viewer:
        row = class_of("nadia-1")
        with django_assert_num_queries(2) as asked:
            lock_row(row, "write_schooling", by=viewer)
        first, second = (one["sql"] for one in asked.captured_queries)
        assert "people_household" in first
        assert "FOR UPDATE" in first
        assert "school_schooling" in second


def test_only_the_team_in_charge_holds_a_family(acting_as):
    """Irene's team reads the record of the Conti, whom another team accompanies."""
    with acting_as("educatrice") as viewer, pytest.raises(NotAllowed):
        lock_family(family_of("conti"), "write_schooling", by=viewer)


def test_an_act_is_told_with_the_family_of_its_row(acting_as):
    with acting_as("educatrice") as viewer:
        event = told("schooling.edited", class_of("nadia-1"), by=viewer, fields=["section"])
        assert Event.objects.get(pk=event.pk).household_id == key_for("household", "marchetti")
