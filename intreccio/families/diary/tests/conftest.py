"""What the tests of this area ask for."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from intreccio.families.cases.models import Case
from intreccio.families.diary.models import RestrictedNote, SupportLine
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.keys import key_for, new_key

UNDER_WAY, ASKED, ENDED, FAR = "cattaneo_young", "rossetti_lima_family", "sala_parents", "hossain_parents"
EVERYBODY = (
    "coordinatrice",
    "assistente",
    "educatrice",
    "psicologa",
    "livia",
    "davide",
    "comune",
    "scuola",
    "admin",
)


def person(key: str) -> Any:
    """The key of a person of the district."""
    return key_for("person", key)


def line_of(key: str) -> SupportLine:
    """A line of the district, in the eyes of whoever acts now."""
    rows = SupportLine.objects.select_related("household", "case")
    return rows.get(pk=key_for("support_line", key))


def case_of(key: str) -> Case:
    """A case of the district."""
    return Case.objects.select_related("household").get(pk=key_for("case", key))


def note_of(key: str) -> RestrictedNote:
    """A note, where it is in sight."""
    return RestrictedNote.objects.select_related("line__household").get(pk=key_for("restricted_note", key))


def meeting_key(line: str, day: date) -> Any:
    """The id of a meeting of the first cycle of a line."""
    return key_for("support_meeting", line, "1", str(day))


def joins(keeper: Any, account: str, team: str = "equipe_nord") -> None:
    """Somebody begins to work in a team, long ago."""
    keeper.execute(
        "INSERT INTO organisations_teammembership (id, version, team_id, membership_id, profession, since)"
        " SELECT %s, 1, %s, %s, profession, since FROM organisations_teammembership WHERE membership_id = %s LIMIT 1",
        [new_key(), key_for("team", team), *[key_for("membership", account)] * 2],
    )


def leaves(keeper: Any, account: str, day: date) -> None:
    """From this day on somebody works in no team any more."""
    keeper.execute(
        "UPDATE organisations_teammembership SET until = %s WHERE membership_id = %s",
        [day, key_for("membership", account)],
    )


def page(name: str, key: str, *more: Any) -> str:
    """The address of a page of a line of the district."""
    return reverse(name, args=[key_for("support_line", key), *more])


def only(**expected: int) -> dict[str, int]:
    """The answers named, and 404 for everybody else."""
    return {account: expected.get(account, 404) for account in EVERYBODY}


@pytest.fixture
def answers(signed_in: Any) -> Callable[[str], dict[str, int]]:
    """What each account is answered on an address."""
    return lambda address: {account: signed_in(account).get(address).status_code for account in EVERYBODY}


@pytest.fixture
def day() -> date:
    """Today."""
    return today()
