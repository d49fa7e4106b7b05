"""What has come to its day and waits in Oggi: principles to look at again, the agenda, goals of the strategy. One query for all."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from typing import Any
from uuid import UUID

from django.db.models import DateField, QuerySet, TimeField, UUIDField, Value
from django.db.models.functions import Cast, Coalesce

from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.organisations.models import ProjectPrinciples
from intreccio.parties.organisations.queries.agenda import appointments_that_ask
from intreccio.parties.organisations.queries.principles import again_for
from intreccio.parties.organisations.queries.strategy import goals_that_ask

PRINCIPLES, APPOINTMENT, GOAL = "principles", "appointment", "goal"
NO_WORDS = Value("")


@dataclass(frozen=True, slots=True)
class Dated:
    """A line. `key`: the row to act on; the rest is an appointment's."""

    kind: str
    key: UUID
    title: str
    day: date
    whom: str
    about: str
    agreed: str
    next_step: str
    hour: time | None
    next_on: date | None
    team_id: UUID | None

    @property
    def with_whom(self) -> str:
        """The body, and who of it."""
        return " · ".join(each for each in (self.title, self.whom) if each)


def dated_waits(viewer: Viewer, day: date, most: int) -> list[Dated]:
    """At most so many of each kind, the first first."""
    bare: Iterable[Any] = (
        *[NO_WORDS] * 4,
        Cast(Value(None), TimeField()),
        Cast(Value(None), DateField()),
        Cast(Value(None), UUIDField()),
    )
    principles = again_for(viewer, ProjectPrinciples.objects.all(), "project", day)
    kinds: list[QuerySet[Any, Any]] = [
        principles.values_list(Value(PRINCIPLES), "project_id", "project__name", "again_on", *bare),
        goals_that_ask(viewer, day).values_list(Value(GOAL), "pk", "change", "due", *bare),
        appointments_that_ask(viewer, day).values_list(
            Value(APPOINTMENT), "pk", Coalesce("body__name", NO_WORDS), "day", "whom", "about", "agreed", "next_step",
            "hour", "next_on", "team_id",
        ),
    ]  # fmt: skip
    first, *others = (rows[:most] for rows in kinds)
    return sorted((Dated(*row) for row in first.union(*others, all=True)), key=lambda row: row.day)
