"""Plans of a school, apart from one another: PEI with PEI, PDP with PDP."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from intreccio.answers.school.models import SchoolPlan
from intreccio.answers.school.vocabulary import LAWS, PlanKind
from intreccio.families.cases.queries.cases import sees_families
from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Kept:
    """One kind of plan, with its name, its law, and those there are: the last year first."""

    kind: str
    name: Words
    law: Words
    plans: list[SchoolPlan]

    @property
    def has_two(self) -> bool:
        """Of one year more than one: the child had been written twice, or in two homes."""
        return len({plan.year for plan in self.plans}) < len(self.plans)


def school_plans_in_sight(viewer: Viewer) -> QuerySet[SchoolPlan]:
    """Every one the viewer may read: row security leaves out all but the team at work."""
    rows = SchoolPlan.objects.select_related("household__team", "child", "document")
    return rows if sees_families(viewer) else rows.none()


def plans_of(viewer: Viewer, rows: Iterable[UUID]) -> list[Kept]:
    """Those of a child in whichever home the viewer works with, never in one list. One query."""
    found = list(
        school_plans_in_sight(viewer)
        .filter(child_id__in=list(rows), voided_at__isnull=True)
        .order_by("-year", "-signed_on")
    )
    return [
        Kept(kind, kind.label, LAWS[kind], [row for row in found if row.kind == kind]) for kind in PlanKind
    ]
