"""What is strong beside what is needed."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from intreccio.ground.kernel.viewer import Viewer
from intreccio.ground.kernel.words import in_language
from intreccio.ground.kernel.written import WrittenOut
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


# Written out: composed by the ORM this would cost more than to answer, at every opening of a page.
TOLD = WrittenOut(
    Aspect,
    "a",
    """
    SELECT {a}, (SELECT n.label FROM needs_need n WHERE n.code = a.need_code LIMIT 1) AS line
    FROM people_aspect a WHERE a.household_id = %(household)s ORDER BY a.since, a.id
    """,
)


def aspects_of(viewer: Viewer, seen: Seen) -> Aspects:
    """All of a household's. One query; nothing below the level *record*."""
    if not seen.shows_record:
        return Aspects([], [], [])
    rows: list[Any] = TOLD.rows(household=seen.household.pk)
    told = [Told(row, in_language(row.line or "")) for row in rows]
    present = [each for each in told if each.aspect.until is None and each.aspect.voided_at is None]
    return Aspects(
        strong=[each for each in present if each.aspect.kind == AspectKind.STRONG],
        needed=[each for each in present if each.aspect.kind == AspectKind.NEEDED],
        past=[each for each in told if each not in present],
    )


def aspect_of(viewer: Viewer, household_id: UUID, aspect_id: UUID) -> Aspect | None:
    """One of a household's."""
    return Aspect.objects.filter(household_id=household_id, pk=aspect_id).first()
