"""What the tests of this area ask for."""

from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse

from intreccio.families.assessments.models import Assessment, PointOfView
from intreccio.families.cases.actions import change_responsible
from intreccio.families.cases.models import Case
from intreccio.ground.kernel.keys import key_for


@pytest.fixture
def look_at() -> Callable[[str], Assessment]:
    """`look_at("marchetti_t0")`: an assessment of the district, in the eyes of whoever acts now."""
    return lambda key: Assessment.objects.select_related("household").get(pk=key_for("assessment", key))


@pytest.fixture
def voice_of() -> Callable[..., PointOfView]:
    """`voice_of("pellegrini_t0", "team")`."""

    def find(key: str, voice: str, person: str = "") -> PointOfView:
        rows = PointOfView.objects.select_related("assessment__household", "response__instrument")
        return rows.get(pk=key_for("point_of_view", key, voice, person))

    return find


@pytest.fixture
def refers_to(acting_as: Any, today: Any) -> Callable[..., None]:
    """`refers_to("assistente")`: the family refers to them from now on."""

    def name(account: str, family: str = "pellegrini") -> None:
        with acting_as("coordinatrice") as viewer:
            case = Case.objects.select_related("household").get(pk=key_for("case", family))
            key = key_for("membership", account)
            change_responsible(case, membership_id=key, version=case.version, by=viewer, today=today)

    return name


EVERYBODY = (
    "coordinatrice",
    "assistente",
    "educatrice",
    "psicologa",
    "davide",
    "comune",
    "scuola",
    "sara",
    "admin",
)


@pytest.fixture
def answers(signed_in: Any) -> Callable[[str], dict[str, int]]:
    """What each account is answered on an address."""
    return lambda address: {account: signed_in(account).get(address).status_code for account in EVERYBODY}


def only(**expected: int) -> dict[str, int]:
    """The answers named, and 404 for everybody else."""
    return {account: expected.get(account, 404) for account in EVERYBODY}


def page(name: str, key: str, *more: Any) -> str:
    """The address of a page of an assessment of the district."""
    return reverse(name, args=[key_for("assessment", key), *more])
