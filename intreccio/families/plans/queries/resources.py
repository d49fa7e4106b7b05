"""What a family brings: on the plan without a query of its own, on its page with everything."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from intreccio.families.plans.models import FamilyResource, Plan
from intreccio.families.plans.queries.people import first_name
from intreccio.families.plans.vocabulary import ResourceKind
from intreccio.parties.people.queries.members import Member

Choice = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Brings:
    """«Elena sa fare: cucinare per tanti»."""

    who: str
    kind: str
    what: str

    @property
    def how(self) -> str:
        """«sa fare»."""
        return str(ResourceKind(self.kind).label)


def standing(day: date) -> Q:
    """What one can count on, on a day."""
    return Q(voided_at__isnull=True, since__lte=day) & (Q(until__isnull=True) | Q(until__gt=day))


def brought_to(plan: Any, family: Mapping[UUID, Member]) -> list[Brings]:
    """In words, of a plan that was read with them."""
    return [
        Brings(
            whose(family, one["person"] and UUID(one["person"]), one["somebody"]), one["kind"], one["what"]
        )
        for one in plan.brings
    ]


def whose_is(family: Mapping[UUID, Member], row: FamilyResource) -> str:
    """The same, of a row; of somebody who was written twice, by the name they have now."""
    person = row.person
    return whose(family, (person.merged_into_id or person.pk) if person else row.person_id, row.somebody)


def whose(family: Mapping[UUID, Member], person_id: UUID | None, somebody: str) -> str:
    """Of one person, of somebody by name, or of all of them."""
    return first_name(family, person_id) if person_id else somebody or _("Tutta la famiglia")


def resources_of(plan: Plan) -> QuerySet[FamilyResource]:
    """Everything that was written of a family, mistakes too."""
    rows = FamilyResource.objects.filter(household_id=plan.household_id).select_related("person")
    return rows.order_by("since", "id")


# What somebody near does for a family `%(household)s`, or gives it, on a `%(day)s`, by name: not what they like, nor what they have
# lived through.
GIVEN_BY_NAME = """SELECT r.somebody, r.what, r.since FROM plans_familyresource r
  WHERE r.household_id = %(household)s AND r.somebody <> '' AND r.kind IN ('skill', 'thing', 'time', 'people') AND r.voided_at IS NULL
    AND r.since <= %(day)s AND (r.until IS NULL OR r.until > %(day)s) ORDER BY r.since, r.id"""


def resources_to_lean_on(plan: Plan, day: date) -> list[Choice]:
    """What an action can count on."""
    rows = resources_of(plan).filter(standing(day))
    return [(str(key), what) for key, what in rows.values_list("pk", "what")]
