"""What the tests of this area ask for."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from intreccio.families.referrals import actions
from intreccio.families.referrals.models import Referral
from intreccio.ground.kernel.keys import key_for
from intreccio.offer.directory.models import Service
from intreccio.parties.people.models import Household


def service(key: str) -> Service:
    return Service.objects.select_related("organisation").get(pk=key_for("service", key))


@pytest.fixture
def hat() -> Callable[[str], UUID]:
    """`hat("educatrice")`: the membership of a demo account."""
    return lambda account: key_for("membership", account)


@pytest.fixture
def asked(today: date) -> Callable[..., actions.Asked]:
    """What is asked for Leo, of whoever may answer."""

    def make(to: str = "spazio_gioco_il_cortile", **instead: Any) -> actions.Asked:
        said: dict[str, Any] = {
            "service": service(to), "need": "futuro.educative", "urgency": "weeks",
            "request": "Leo aspetta il posto a scuola: cerchiamo due mattine per giocare.",
            "answer_by": today + timedelta(days=7), "shared": ["name", "age", "reach", "languages"],
            "consent": "voice", "consent_on": today, "consent_of": key_for("person", "elena"),
            "person_id": key_for("person", "leo"),
        }  # fmt: skip
        return actions.Asked(**{**said, **instead})

    return make


@pytest.fixture
def send(acting_as: Any, asked: Any, today: date) -> Callable[..., UUID]:
    """A request for Leo leaves, and its id."""

    def sent(to: str = "spazio_gioco_il_cortile", by: str = "educatrice", **instead: Any) -> UUID:
        with acting_as(by) as viewer:
            family = Household.objects.get(pk=key_for("household", "marchetti"))
            return actions.create_referral(family, asked=asked(to, **instead), by=viewer, today=today).pk

    return sent


@pytest.fixture
def step(acting_as: Any, today: date) -> Callable[..., None]:
    """`step("accept_referral", key, by="tommaso")`."""

    def taken(verb: str, key: UUID, by: str = "tommaso", **said: Any) -> None:
        with acting_as(by) as viewer:
            day = {} if verb == "start_referral" else {"today": today}
            getattr(actions, verb)(
                Referral.objects.select_related("service").get(pk=key), by=viewer, **day, **said
            )

    return taken
