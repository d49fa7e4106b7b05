"""The families one works with, and the visits of today: from where a note begins."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from intreccio.families.cases.models import Case, CaseWorker
from intreccio.families.cases.queries.cases import sees_families
from intreccio.families.diary.models import Visit
from intreccio.families.diary.queries.to_tell import TO_TELL
from intreccio.ground.kernel.viewer import Viewer
from intreccio.ground.kernel.written import WrittenOut

MOST = 200
VISITS = WrittenOut(
    Visit, "v",
    f"SELECT {{v}}, {{c}}, {{h}} FROM {TO_TELL} ORDER BY v.day DESC, v.hour, v.id LIMIT %(most)s",  # noqa: S608  # fixed texts
    c="v.case", h="c.household",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mine:
    """Visits agreed for today or gone by, and my families by name."""

    visits: list[Visit]
    cases: list[Case]


def mine_of(viewer: Viewer, today: date) -> Mine:
    """Two queries."""
    asked = {"me": viewer.membership_id, "day": today, "most": MOST}
    at_work = CaseWorker.objects.filter(membership_id=viewer.membership_id, until__isnull=True).values(
        "case_id"
    )
    theirs = Q(pk__in=at_work) | Q(responsible_id=viewer.membership_id)
    cases = Case.objects.filter(theirs, ended_on__isnull=True, voided_at__isnull=True).select_related(
        "household"
    )
    return Mine(
        VISITS.rows(**asked) if sees_families(viewer) else [],
        list(cases.order_by("household__name", "pk")[:MOST]),
    )


def shown(mine: Mine) -> list[UUID]:
    """The families that a page of these shows."""
    return list({*(each.household_id for each in mine.visits), *(each.household_id for each in mine.cases)})
