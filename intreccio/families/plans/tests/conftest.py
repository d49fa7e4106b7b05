"""What the tests of this area ask for."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from intreccio.families.plans import actions
from intreccio.families.plans.models import Goal, Plan
from intreccio.ground.kernel.keys import key_for
from intreccio.parties.people.models import Person
from intreccio.workshop.messages.models import OneTimeLink

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


DRAFT, MOTHER = key_for("plan", "rossetti_lima-1"), key_for("person", "rossetti_lima_1")


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


@pytest.fixture
def give(acting_as: Any, today: Any) -> Callable[..., OneTimeLink]:
    """`give()`: the link that the social worker hands to the mother of the family whose plan is in preparation."""

    def hand() -> OneTimeLink:
        with acting_as("assistente") as viewer:
            plan = Plan.objects.select_related("case__household").get(pk=DRAFT)
            return actions.hand_plan(plan, Person.objects.get(pk=MOTHER), by=viewer, today=today)

    return hand


@pytest.fixture
def phone() -> Client:
    """The family's own telephone: nobody has signed in on it."""
    return Client()
