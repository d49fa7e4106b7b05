"""What the tests of this area ask for."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest

from intreccio.families.plans.models import Goal, Plan
from intreccio.ground.kernel.keys import key_for

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
def plan_of() -> Callable[..., Plan]:
    """`plan_of("marchetti")`: the first version of a demo family's plan, in the eyes of whoever acts now."""
    return lambda key, number=1: Plan.objects.select_related("case__household").get(
        pk=key_for("plan", f"{key}-{number}")
    )


@pytest.fixture
def goal_of() -> Callable[[str], Goal]:
    """`goal_of("marchetti-1-c1")`."""
    return lambda key: Goal.objects.select_related("plan__case__household").get(pk=key_for("goal", key))


@pytest.fixture
def hat() -> Callable[[str], UUID]:
    """`hat("educatrice")`: the membership of a demo account."""
    return lambda account: key_for("membership", account)


@pytest.fixture
def answers(signed_in: Any) -> Callable[[str], dict[str, int]]:
    """What each account is answered on an address."""
    return lambda address: {account: signed_in(account).get(address).status_code for account in EVERYBODY}
