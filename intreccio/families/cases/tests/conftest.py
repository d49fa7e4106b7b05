"""What the tests of this area ask for."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from intreccio.families.cases.models import Case
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.panels import registers
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
            by=by,
            name="Famiglia Prova",
            municipality_code="015189",
            team_id=key_for("team", team),
            today=today,
        )

    return make


EVERYBODY = (
    "coordinatrice",
    "assistente",
    "educatrice",
    "psicologa",
    "awa",
    "davide",
    "comune",
    "scuola",
    "sara",
    "admin",
    "elio",
)


@pytest.fixture
def answers(signed_in: Any) -> Callable[..., dict[str, int]]:
    """What each account is answered on an address: `answers("/cases/…")["sara"]`."""
    return lambda address, **query: {
        account: signed_in(account).get(address, query).status_code for account in EVERYBODY
    }


def only(**expected: int) -> dict[str, int]:
    """The answers named, and 404 for everybody else."""
    return {account: expected.get(account, 404) for account in EVERYBODY}


@pytest.fixture(autouse=True)
def nobody_above_objects(monkeypatch):
    """What the areas above hold back is told by their own tests."""
    monkeypatch.setitem(registers.objections, "why_not_close", [])
