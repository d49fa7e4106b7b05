"""What a family has lost, as far as its paths and its home say: what makes a path fall silent."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from intreccio.families.plans.models import FamilyPath
from intreccio.families.plans.rules.stilled import Lost
from intreccio.ground.kernel.clock import today
from intreccio.parties.people.models import HouseholdMembership, Person
from intreccio.parties.people.queries.members import is_awaited
from intreccio.parties.people.vocabulary import BirthPrecision

AWAITED, DEATH = "pregnancy_loss", "death"


def losses_of(household_id: UUID) -> Iterator[Lost]:
    """What a path was begun for, and who was awaited and was not born. Two queries."""
    begun = FamilyPath.objects.filter(
        household_id=household_id, voided_at__isnull=True, loss__in=(AWAITED, DEATH)
    )
    for zero, person_id, loss in begun.values_list("zero", "person_id", "loss"):
        yield Lost(zero, person_id, awaited=loss == AWAITED)
    unborn = HouseholdMembership.objects.kept().filter(
        household_id=household_id,
        person__birth_precision=BirthPrecision.EXPECTED,
        person__died_on__isnull=False,
    )
    for person_id, day in unborn.values_list("person_id", "person__died_on").distinct():
        if day is not None:
            yield Lost(day, person_id, awaited=True)


def how_is(person_id: UUID, household_id: UUID, *, without: UUID | None = None) -> tuple[bool, date | None]:
    """Whether somebody is born; since when they are no more, or were found never to have been of this home.

    without: a stay that is being annulled just now.
    """
    row = Person.objects.select_related("merged_into").filter(pk=person_id, voided_at__isnull=True).first()
    if row is None:
        return False, today()
    whom = row.merged_into or row
    stays = HouseholdMembership.objects.kept().filter(
        household_id=household_id, person_id__in=(row.pk, whom.pk)
    )
    is_here = (stays.exclude(pk=without) if without else stays).exists()
    return not is_awaited(whom, today()), whom.died_on or (None if is_here else today())
