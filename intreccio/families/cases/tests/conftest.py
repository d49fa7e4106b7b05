"""What the tests of this area ask for."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from intreccio.families.cases.models import Case
from intreccio.ground.kernel.keys import key_for
from intreccio.parties.people.models import Household


@pytest.fixture
def case_of() -> Callable[[str], Case]:
    """The case of a demo family, in the eyes of whoever acts now."""
    return lambda key: Case.objects.select_related("household").get(pk=key_for("case", key))


@pytest.fixture
def hat() -> Callable[[str], UUID]:
    """`hat("educatrice")`: the membership of a demo account."""
    return lambda account: key_for("membership", account)


@pytest.fixture
def new_family(today: date) -> Callable[..., Household]:
    """A family of the actor's team, that nobody has taken in charge."""
    from intreccio.parties.people.actions.households import create_household

    def make(by: Any, team: str = "equipe_nord") -> Household:
        return create_household(
            by=by, name="Famiglia Prova", municipality_code="015189", team_id=key_for("team", team), today=today
        )

    return make
