"""Whoever stands in for a colleague finds in Oggi what of the plan waits for them, for those days."""

from datetime import date, timedelta

import pytest

from intreccio.families.cases.actions import name_deputy
from intreccio.families.cases.models import Case
from intreccio.families.plans.queries.waiting import waiting_for
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.keys import key_for

D = today()
FAMILY = key_for("household", "marchetti")


@pytest.fixture
def waits(acting_as):
    """What of the Marchetti family's plan waits for somebody on a day."""

    def asked(account: str, day: date = D) -> set[tuple[str, str]]:
        with acting_as(account) as viewer:
            lines = waiting_for(viewer, 60, today=day)
        return {(line.kind, line.what) for line in lines if line.household_id == FAMILY}

    return asked


def test_who_stands_in_finds_what_waits_for_who_is_away(acting_as, waits):
    theirs, before = waits("educatrice"), waits("psicologa")
    assert theirs - before
    with acting_as("coordinatrice") as by:
        case = Case.objects.select_related("household").get(pk=key_for("case", "marchetti"))
        absent, deputy = key_for("membership", "educatrice"), key_for("membership", "psicologa")
        name_deputy(
            case,
            absent_id=absent,
            deputy_id=deputy,
            since=D,
            until=D + timedelta(days=3),
            why="holiday",
            by=by,
            today=D,
        )
    assert waits("psicologa") == before | theirs
    assert waits("psicologa", D + timedelta(days=3)) == waits("psicologa", D + timedelta(days=3)) - (
        theirs - before
    )
    assert waits("awa") == set(), "nobody else"
