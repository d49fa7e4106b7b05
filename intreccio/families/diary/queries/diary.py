"""A family's diary, and the visits agreed with it."""

from uuid import UUID

from django.db.models import QuerySet

from intreccio.families.cases.models import Case
from intreccio.families.cases.queries.cases import sees_families
from intreccio.families.diary.models import Visit, VisitNote
from intreccio.families.diary.vocabulary import VisitState
from intreccio.ground.kernel.viewer import Viewer
from intreccio.ground.kernel.written import WrittenOut

# Written out: composed by the ORM this would cost more than to answer, at every opening of a diary.
TO_COME = WrittenOut(
    Visit,
    "v",
    f"""SELECT {{v}} FROM diary_visit v WHERE v.case_id = %(case)s AND v.state = '{VisitState.PLANNED}'
    ORDER BY v.day, v.hour, v.id""",  # noqa: S608  # fixed texts
)


def visits_in_sight(viewer: Viewer) -> QuerySet[Visit]:
    """Every visit the viewer may open."""
    rows = Visit.objects.select_related("case__household", "case__team")
    return rows if sees_families(viewer) else rows.none()


def visit_notes_in_sight(viewer: Viewer) -> QuerySet[VisitNote]:
    """Every note the viewer may read, mistakes too."""
    rows = VisitNote.objects.select_related(
        "case__household", "case__team", "author__user", "author__organisation"
    )
    return rows if sees_families(viewer) else rows.none()


def visit_of(viewer: Viewer, case: Case, key: UUID | None) -> Visit | None:
    """A visit of this case; None where there is none in sight."""
    return visits_in_sight(viewer).filter(pk=key, case_id=case.pk).first() if key else None


def visits_to_come(viewer: Viewer, case: Case) -> list[Visit]:
    """Those of which nothing is written yet, the next first; one that has gone by waits for its note."""
    return TO_COME.rows(case=case.pk) if sees_families(viewer) else []
