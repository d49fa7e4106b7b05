"""The families one works with, and the visits of today: from where a note begins."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import F, Q

from intreccio.families.cases.models import Case, CaseWorker
from intreccio.families.diary.models import Visit
from intreccio.families.diary.queries.diary import visits_in_sight
from intreccio.families.diary.vocabulary import VisitState
from intreccio.ground.kernel.viewer import Viewer

MOST = 200


@dataclass(frozen=True, slots=True)
class Mine:
    """Visits agreed for today or gone by, and my families by name."""

    visits: list[Visit]
    cases: list[Case]


def mine_of(viewer: Viewer, today: date) -> Mine:
    """Two queries."""
    visits = visits_in_sight(viewer).filter(
        Q(case__ended_on__isnull=True) | Q(day__lte=F("case__ended_on")), state=VisitState.PLANNED, day__lte=today,
        workers__contains=[viewer.membership_id], case__voided_at__isnull=True,
    )  # fmt: skip
    at_work = CaseWorker.objects.filter(membership_id=viewer.membership_id, until__isnull=True).values(
        "case_id"
    )
    theirs = Q(pk__in=at_work) | Q(responsible_id=viewer.membership_id)
    cases = Case.objects.filter(theirs, ended_on__isnull=True, voided_at__isnull=True).select_related(
        "household"
    )
    return Mine(
        list(visits.order_by("-day", "hour", "pk")[:MOST]),
        list(cases.order_by("household__name", "pk")[:MOST]),
    )


def shown(mine: Mine) -> list[UUID]:
    """The families that a page of these shows."""
    return list({*(each.household_id for each in mine.visits), *(each.household_id for each in mine.cases)})
