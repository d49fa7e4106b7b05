"""Going together: one, those of a family, those that hold a closing back."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Q, QuerySet

from intreccio.families.around.models import Outing
from intreccio.families.around.rules.outings import Standing
from intreccio.families.around.vocabulary import OutingState, StoppedBy
from intreccio.families.cases.queries.cases import sees_families
from intreccio.ground.kernel.viewer import Viewer

FOLLOWED = Exists(Outing.objects.filter(again_of=OuterRef("pk")))
# Where one was to go with somebody who has died nobody goes, and nobody is asked. In SQL, `o` is the outing.
IS_NO_MORE = Q(person__died_on__isnull=False) | Q(person__merged_into__died_on__isnull=False)
NO_MORE = """EXISTS (SELECT FROM people_person p LEFT JOIN people_person r ON r.id = p.merged_into_id
        WHERE p.id = o.person_id AND coalesce(r.died_on, p.died_on) IS NOT NULL)"""


def outings_in_sight(viewer: Viewer) -> QuerySet[Outing]:
    """Every one that the viewer may open."""
    rows = Outing.objects.select_related(
        "household__team", "case__team", "service__organisation", "goes__user"
    )
    return rows.annotate(is_followed=FOLLOWED) if sees_families(viewer) else rows.none()


def standing_of(outing: Outing) -> Standing:
    """Where it stands, as its rule reads it."""
    followed = getattr(outing, "is_followed", None)
    if followed is None:
        followed = Outing.objects.filter(again_of=outing).exists()
    return Standing(outing.state, bool(followed), bool(outing.let_go))


@dataclass(frozen=True, slots=True)
class Going:
    """One as a box shows it."""

    id: UUID
    service: str
    goes: str
    day: date
    state: str
    stopped_code: str
    is_open: bool

    @property
    def stopped(self) -> str:
        """In plain words."""
        return str(StoppedBy(self.stopped_code).label) if self.stopped_code else ""

    @property
    def said(self) -> str:
        """Where it stands."""
        return str(OutingState(self.state).label)


def outings_of(household_id: UUID) -> list[Going]:
    """Of a family: what is still to be done first, then the last ones. One query."""
    rows = Outing.objects.filter(household_id=household_id)
    rows = rows.annotate(is_followed=FOLLOWED, is_no_more=ExpressionWrapper(IS_NO_MORE, BooleanField()))
    said = [_going(row) for row in rows.select_related("service", "goes__user").order_by("-day", "-id")]
    return sorted(said, key=lambda each: not each.is_open)


def _going(row: Outing) -> Going:
    name = row.goes.user.name if row.goes else ""
    is_open = standing_of(row).is_open and not getattr(row, "is_no_more", False)
    return Going(row.pk, row.service.name, name, row.day, row.state, row.stopped, is_open)


def still_open(household_id: UUID) -> int:
    """How many hold a closing back."""
    waits = Q(state=OutingState.PLANNED) | (Q(state=OutingState.NOT_IN, let_go="") & ~FOLLOWED)
    return Outing.objects.filter(waits, household_id=household_id).exclude(IS_NO_MORE).count()


def tries_before(outing: Outing) -> Iterable[Outing]:
    """What was tried before it, the last first."""
    rows = {
        row.pk: row for row in Outing.objects.filter(case_id=outing.case_id, service_id=outing.service_id)
    }
    before = rows.get(outing.again_of_id) if outing.again_of_id else None
    while before is not None:
        yield before
        before = rows.get(before.again_of_id) if before.again_of_id else None
