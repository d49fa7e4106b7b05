"""What waits next on a path: worked out of what is written, and reckoned again where that changes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q

from intreccio.families.plans.models import FamilyPath
from intreccio.families.plans.queries.letters import days_that_return, letters_gone
from intreccio.families.plans.queries.stilled import how_is, losses_of
from intreccio.families.plans.rules.letters import waiting_letters, written
from intreccio.families.plans.rules.stilled import stilled_on
from intreccio.ground.kernel.editing import write_over
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.actions.deeds import record_family_deed
from intreccio.parties.people.models import HouseholdMembership, Person
from intreccio.parties.people.vocabulary import BirthPrecision
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
    out_of_sight: UUID | None = None  # somebody whose row is seen no more

    @property
    def whom(self) -> UUID | None:
        """The key of the person; None for the whole family."""
        return self.person.pk if self.person else self.out_of_sight


def look_on(path: FamilyPath, *, without: UUID | None = None) -> None:
    """What waits next. It is worked out of what is written, and is nobody's edit. without: a stay that is being annulled."""
    what = what_waits(
        path, Walked(path.zero, path.person, path.loss, path.contact_id, path.person_id), without=without
    )
    FamilyPath.objects.filter(pk=path.pk).update(**what)
    for name, value in what.items():
        setattr(path, name, value)


def look_again(household_id: UUID, *, team_ids: Iterable[UUID], without: UUID | None = None) -> None:
    """Something of a family was corrected: its open paths, and those of whoever is of it, are reckoned again."""
    of_it = HouseholdMembership.objects.filter(household_id=household_id).values("person_id")
    rows = FamilyPath.objects.filter(
        Q(household_id=household_id) | Q(person_id__in=of_it), ended_on__isnull=True, voided_at__isnull=True,
        team_id__in=list(team_ids),
    )  # fmt: skip
    for path in rows.select_related("protocol_version", "person__merged_into").order_by("pk"):
        look_on(path, without=without)


def count_from_expected(person_id: UUID, *, by: Viewer) -> None:
    """The day on which a birth is expected was corrected: a text that counts from it counts from the new one. Once the child is born
    it goes on from the day that was expected."""
    rows = FamilyPath.objects.select_for_update(of=("self",)).filter(
        Q(person_id=person_id) | Q(person__merged_into_id=person_id), ended_on__isnull=True, voided_at__isnull=True,
        team_id__in=by.team_ids,
    )  # fmt: skip
    expected = Person.objects.filter(pk=person_id, birth_precision=BirthPrecision.EXPECTED).first()
    if expected is None or expected.birth_date is None:
        return
    for path in rows.select_related("protocol_version", "case__household").order_by("pk"):
        awaits = path.protocol_version.definition["zero"].get("counter", {}).get("before")
        if awaits and path.zero != expected.birth_date and not _beside(path, expected.birth_date):
            write_over(path, version=path.version, zero=expected.birth_date)
            record_family_deed("path.edited", path, path.case.household, by=by, fields=["zero"])


def _beside(path: FamilyPath, zero: date) -> bool:
    """Whether the same path is there already from that day: two of them are told apart by a person."""
    same = FamilyPath.objects.filter(
        case_id=path.case_id,
        protocol_version_id=path.protocol_version_id,
        person_id=str(path.person_id),
        zero=zero,
    )
    return same.filter(ended_on__isnull=True, voided_at__isnull=True).exists()


def what_waits(path: FamilyPath, walked: Walked, *, without: UUID | None = None) -> dict[str, Any]:
    """The first step of which nothing is said, and the letters that have still to go, with their days; nothing where it is silent."""
    said = path.protocol_version.definition
    if day := _stilled_on(path, walked, without):
        return {"next_step": "", "next_on": None, "stilled_on": day, **written([])}
    lines = timeline(said, walked.zero, about=Subject.FAMILY, loss=walked.loss)
    step, day = next_of(lines, _marked(path), since=path.begun_on)
    letters = waiting_letters(
        said, walked.zero, days_that_return(walked.zero, walked.person), letters_gone(path),
        since=path.begun_on, about=Subject.FAMILY, loss=walked.loss,
    )  # fmt: skip
    return {"next_step": step, "next_on": day, "stilled_on": None, **written(letters)}


def _stilled_on(path: FamilyPath, walked: Walked, without: UUID | None) -> date | None:
    """Asked only of a text that can fall silent: of one that awaits somebody, or where somebody is named."""
    said, whom = path.protocol_version.definition, walked.whom
    if said.get("losses") or not (whom or said["zero"].get("counter")):
        return None
    is_born, gone_on = how_is(whom, path.household_id, without=without) if whom else (False, None)
    losses = list(losses_of(path.household_id))
    return stilled_on(said, walked.zero, whom, gone_on=gone_on, is_born=is_born, losses=losses)


def _marked(path: FamilyPath) -> set[str]:
    return set(path.marks.filter(voided_at__isnull=True).values_list("step", flat=True))
