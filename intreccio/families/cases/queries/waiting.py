"""What waits for somebody today among the families they answer for."""

from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from intreccio.families.cases.models import OPEN, Case
from intreccio.families.cases.rules.waiting import Limits
from intreccio.families.cases.vocabulary import Stage
from intreccio.ground.kernel.viewer import Viewer
from intreccio.ground.parameters.queries import value_at
from intreccio.parties.organisations.queries.mine import of_my_teams


def limits_on(day: date) -> Limits:
    """The days agreed in the network, as they hold on a day."""
    value = value_at("case_waiting_days", day)
    return Limits(preliminary=int(value["preliminary"]), quiet=int(value["quiet"]))


def _of_my_teams(viewer: Viewer) -> QuerySet[Case]:
    return Case.objects.filter(OPEN, of_my_teams("cases_case.team_id")).select_related("household", "team")


def without_responsible(viewer: Viewer, most: int) -> list[Case]:
    """Families given to my teams that nobody answers for by name yet."""
    return list(_of_my_teams(viewer).filter(responsible__isnull=True).order_by("team_since", "id")[:most])


def long_preliminaries(viewer: Viewer, most: int, *, limits: Limits, today: date) -> list[Case]:
    """Preliminary analyses of my teams that have lasted longer than agreed, and have a reference."""
    rows = _of_my_teams(viewer).filter(
        stage=Stage.PRELIMINARY,
        stage_since__lt=today - timedelta(days=limits.preliminary),
        responsible__isnull=False,
    )
    return list(rows.order_by("stage_since", "id")[:most])


def quiet_for(
    viewer: Viewer, most: int, *, limits: Limits, today: date
) -> list[tuple[Case, datetime | None]]:
    """Families I am the reference of, of whom nothing has been written for long; with when something last was."""
    if not viewer.team_ids:
        return []
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT case_id, last FROM quiet_cases(%s, %s)", [today - timedelta(days=limits.quiet), most]
        )
        last: dict[UUID, datetime | None] = dict(cursor.fetchall())
    rows = (
        Case.objects.filter(pk__in=list(last)).select_related("household").order_by("stage_since", "id")
        if last
        else []
    )
    return [(case, last[case.pk]) for case in rows]
