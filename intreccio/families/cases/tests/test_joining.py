"""Two homes become one: what a family's way holds back."""

import pytest

from intreccio.families.cases.actions.opening import Reasons, open_case
from intreccio.families.cases.vocabulary import Motive
from intreccio.ground.kernel.refused import Refused
from intreccio.parties.people.actions.households import create_household
from intreccio.parties.people.actions.life import join_homes


@pytest.fixture
def new_home(today):
    """A home of the same team, of which nothing is open."""
    return lambda viewer, like: create_household(
        by=viewer, name="Casa nuova", municipality_code="015189", team_id=like.team_id, today=today
    )


def test_a_home_with_an_open_way_is_not_absorbed(acting_as, case_of, new_home, today):
    with acting_as("assistente") as viewer:
        gashi = case_of("gashi").household
        with pytest.raises(Refused) as no:
            join_homes(new_home(viewer, gashi), gashi, by=viewer, day=today)
        assert "percorso aperto" in str(no.value.reason)


def test_a_home_that_is_part_of_another_has_no_way_of_its_own(acting_as, case_of, new_home, today):
    with acting_as("assistente") as viewer:
        gashi = case_of("gashi").household
        second = new_home(viewer, gashi)
        join_homes(gashi, second, by=viewer, day=today)
        with pytest.raises(Refused, match="already_open"):
            open_case(second, reasons=Reasons(motive=Motive.AGREED), by=viewer, today=today)
