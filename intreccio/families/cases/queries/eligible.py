"""Who in a family is below eighteen: at home, awaited, or a child of theirs who lives elsewhere."""

from datetime import date
from uuid import UUID

from django.db.models import Q

from intreccio.families.cases.rules.eligible import why_a_reason
from intreccio.ground.kernel.refused import Words
from intreccio.ground.parameters.queries import value_at
from intreccio.parties.people.models import HouseholdMembership
from intreccio.parties.people.rules.ages import is_minor
from intreccio.parties.people.vocabulary import HomeRole, LivingKind

CODE = "in_charge_minors"


def minors_in(household_id: UUID, day: date) -> int:
    """Each once, in whatever sense they are of it. Of a child whose day of birth is not written, the doubt counts. One query."""
    homes = HouseholdMembership.objects.kept().filter(
        Q(until__isnull=True) | Q(until__gt=day) | Q(kind=LivingKind.KIN),
        ~Q(kind=LivingKind.KIN) | Q(role=HomeRole.CHILD),
        household_id=household_id, person__died_on__isnull=True,
    )  # fmt: skip
    rows = homes.values_list("person__merged_into_id", "person_id", "person__birth_date", "role")
    return len(
        {
            root or key
            for root, key, birth, role in rows
            if is_minor(birth, day) or (birth is None and role == HomeRole.CHILD)
        }
    )


def at_least(day: date) -> int:
    """How many there have to be, so that nobody has to say why (a dated parameter)."""
    return int(value_at(CODE, day))


def asked_of(household_id: UUID, day: date) -> Words | None:
    """For the page where a family is taken in charge. Two queries."""
    return why_a_reason(minors=minors_in(household_id, day), at_least=at_least(day))
