"""What waits next on a path: worked out of what is written, and reckoned again where that changes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q

from intreccio.families.plans.models import FamilyPath
from intreccio.families.plans.queries.letters import days_that_return, letters_gone
from intreccio.families.plans.rules.letters import waiting_letters, written
from intreccio.parties.people.models import HouseholdMembership, Person
from intreccio.workshop.protocols.rules.calendar import timeline
from intreccio.workshop.protocols.rules.running import next_of
from intreccio.workshop.protocols.vocabulary import Subject


@dataclass(frozen=True, slots=True)
class Walked:
    """From which day it is counted, for whom (None: for all), what was lost, who keeps in touch."""

    zero: date
    person: Person | None
    loss: str
    contact_id: UUID


def look_on(path: FamilyPath) -> None:
    """What waits next. It is worked out of what is written, and is nobody's edit."""
    what = what_waits(path, Walked(path.zero, path.person, path.loss, path.contact_id))
    FamilyPath.objects.filter(pk=path.pk).update(**what)
    for name, value in what.items():
        setattr(path, name, value)


def look_again(household_id: UUID, *, team_ids: Iterable[UUID]) -> None:
    """Something about a family was corrected below: its open paths, and those of whoever is of it, are reckoned again."""
    of_it = HouseholdMembership.objects.filter(household_id=household_id).values("person_id")
    rows = FamilyPath.objects.filter(
        Q(household_id=household_id) | Q(person_id__in=of_it), ended_on__isnull=True, voided_at__isnull=True,
        team_id__in=list(team_ids),
    )  # fmt: skip
    for path in rows.select_related("protocol_version", "person__merged_into").order_by("pk"):
        look_on(path)


def what_waits(path: FamilyPath, walked: Walked) -> dict[str, Any]:
    """The first step of which nothing is said, and the letters that have still to go, with their days."""
    said = path.protocol_version.definition
    lines = timeline(said, walked.zero, about=Subject.FAMILY, loss=walked.loss)
    step, day = next_of(lines, _marked(path), since=path.begun_on)
    letters = waiting_letters(
        said, walked.zero, days_that_return(walked.zero, walked.person), letters_gone(path),
        since=path.begun_on, about=Subject.FAMILY, loss=walked.loss,
    )  # fmt: skip
    return {"next_step": step, "next_on": day, **written(letters)}


def _marked(path: FamilyPath) -> set[str]:
    return set(path.marks.filter(voided_at__isnull=True).values_list("step", flat=True))
