"""What the tests of this area ask for: meetings of the demo district, planned here."""

import re
from collections.abc import Callable
from datetime import date, time, timedelta
from typing import Any

import pytest

from intreccio.families.cases.actions import plan_conference
from intreccio.families.cases.actions.conferences import Doer, Prepared
from intreccio.families.cases.models import Case, Conference
from intreccio.ground.kernel.clock import today as this_day
from intreccio.ground.kernel.keys import key_for

NORTH = key_for("team", "equipe_nord")
FAR = date(2031, 3, 3)  # a Monday in which the district has nothing


def hat(account: str) -> Any:
    """The membership of a demo account."""
    return key_for("membership", account)


def words(response: Any) -> str:
    """What can be read."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def prepared(day: date, at: time | None, *accounts: str) -> Prepared:
    """What is said of a meeting to come."""
    asked = tuple(Doer(membership_id=hat(account)) for account in accounts)
    return Prepared("team", day, at, "Sala grande", ("I pomeriggi",), asked)


@pytest.fixture
def plans(acting_as: Any) -> Callable[..., Conference]:
    """`plans(day, time(9), "educatrice")`: a meeting of a family, planned by the social worker."""

    def plan(
        day: date, at: time | None, *accounts: str, family: str = "marchetti", by: str = "assistente"
    ) -> Conference:
        with acting_as(by) as viewer:
            case = Case.objects.select_related("household").get(pk=key_for("case", family))
            return plan_conference(case, prepared(day, at, *accounts), by=viewer, today=this_day())

    return plan


@pytest.fixture
def tomorrow(today: date) -> date:
    """The day after that of the test."""
    return today + timedelta(days=1)
