"""What is strong beside what is needed."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import OuterRef, Subquery

from intreccio.ground.kernel.viewer import Viewer
from intreccio.ground.needs.models import Need
from intreccio.parties.people.models import Aspect
from intreccio.parties.people.queries.households import Seen
from intreccio.parties.people.vocabulary import AspectKind


@dataclass(frozen=True, slots=True)
class Told:
    """An aspect with the line of needs it belongs to and whose words it is."""

    aspect: Aspect
    line: str

    @property
    def detail(self) -> str:
        """«Opportunità educative · lo dice Elena»."""
        return " · ".join(part for part in (self.line, self.aspect.said_by) if part)


@dataclass(frozen=True, slots=True)
class Aspects:
    """Open ones of both kinds, and those that have ended or were a mistake."""

    strong: list[Told]
    needed: list[Told]
    past: list[Told]


def aspects_of(viewer: Viewer, seen: Seen) -> Aspects:
    """All of a household's. One query; nothing below the level *record*."""
    if not seen.shows_record:
        return Aspects([], [], [])
    lines = Need.objects.filter(code=OuterRef("need_code")).values("label")[:1]
    rows = (
        Aspect.objects.filter(household=seen.household).annotate(line=Subquery(lines)).order_by("since", "id")
    )
    told = [Told(row, row.line or "") for row in rows]
    present = [each for each in told if each.aspect.until is None and each.aspect.voided_at is None]
    return Aspects(
        strong=[each for each in present if each.aspect.kind == AspectKind.STRONG],
        needed=[each for each in present if each.aspect.kind == AspectKind.NEEDED],
        past=[each for each in told if each not in present],
    )


def aspect_of(viewer: Viewer, household_id: UUID, aspect_id: UUID) -> Aspect | None:
    """One of a household's."""
    return Aspect.objects.filter(household_id=household_id, pk=aspect_id).first()
