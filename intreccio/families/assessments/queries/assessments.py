"""Assessments in sight: one, and where the moments of a case stand."""

import json
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection, models
from django.db.models import F, Func, QuerySet

from intreccio.families.assessments.models import Assessment, ChildWords, PointOfView, Sheet
from intreccio.families.cases.queries.cases import sees_families
from intreccio.ground.kernel.viewer import Viewer


def assessments_in_sight(viewer: Viewer) -> QuerySet[Assessment]:
    """Every assessment the viewer may open, voided ones too: they stay readable to those who could."""
    rows = Assessment.objects.select_related("household", "case", "team", "instrument")
    return with_kept(rows) if sees_families(viewer) else rows.none()


def standing_of(case_id: UUID) -> dict[str, bool]:
    """Moment → whether it is closed, mistakes left out: what `rules.moments` asks."""
    rows = Assessment.objects.filter(case_id=case_id, voided_at__isnull=True)
    return {
        moment: day is not None for moment, day in rows.order_by("moment").values_list("moment", "closed_on")
    }


def first_of(case_id: UUID) -> Assessment | None:
    """The look at the beginning, that later ones are compared with."""
    rows = Assessment.objects.filter(case_id=case_id, voided_at__isnull=True).select_related("instrument")
    return rows.order_by("moment").first()


def moments_of(case_id: UUID) -> list[Assessment]:
    """Every moment of a case, mistakes left out, to go from one to the other."""
    rows = Assessment.objects.filter(case_id=case_id, voided_at__isnull=True)
    return list(rows.only("id", "moment").order_by("moment"))


def points_on(assessment: Assessment) -> QuerySet[PointOfView]:
    """The voices of an assessment, mistakes too, to read and to act on."""
    return assessment.points_of_view.select_related("response", "heard_by__user").order_by("heard_on", "id")


def words_on(assessment: Assessment) -> QuerySet[ChildWords]:
    """What children said, mistakes left out."""
    return assessment.child_words.filter(voided_at__isnull=True).select_related("heard_by__user")


KEPT = """(
    SELECT coalesce(jsonb_agg(jsonb_build_array(k.assessment_id, k.person_id, k.heard_on,
      coalesce(nullif(k.listener, ''), u.name, ''), k.agreed) ORDER BY k.heard_on DESC), '[]')
    FROM words_kept(%s) k LEFT JOIN organisations_membership m ON m.id = k.heard_by_id
      LEFT JOIN accounts_colleague u ON u.id = m.user_id
)"""


@dataclass(frozen=True, slots=True)
class Kept:
    """That a child has spoken, and these eyes may not read it: on which day, to whom, whom the words are for."""

    day: date
    who: str
    agreed: str


def with_kept(rows: QuerySet[Assessment]) -> QuerySet[Assessment]:
    """The same looks, each with which children of the home have spoken for others, or keep it near: so that a page does not ask
    for it on its own."""
    said = Func(
        F("household_id"), template=KEPT.replace("%s", "%(expressions)s"), output_field=models.JSONField()
    )
    return rows.annotate(kept=said)


def kept_at_home(household_id: UUID, read: Any = None) -> list[tuple[UUID, UUID, Kept]]:
    """In which look which child has spoken and keeps the words to who listened, whether or not these eyes may read them.

    read: as `with_kept` has read it; otherwise one query.
    """
    if read is None:
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT {KEPT}", [household_id])
            read = json.loads(cursor.fetchone()[0])
    return [
        (UUID(look), UUID(person), Kept(date.fromisoformat(day), who, agreed))
        for look, person, day, who, agreed in read
    ]


def kept_in(assessment: Assessment) -> dict[UUID, Kept]:
    """The same of one look, by child."""
    found = kept_at_home(assessment.household_id, getattr(assessment, "kept", None))
    return {person: kept for look, person, kept in found if look == assessment.pk}


def unfinished_on(assessment: Assessment) -> QuerySet[Sheet]:
    """Sheets that were begun and that nobody has finished, mistakes left out."""
    rows = assessment.sheets.filter(voided_at__isnull=True, response__finished_at__isnull=True)
    return rows.select_related("instrument").order_by("heard_on", "id")
