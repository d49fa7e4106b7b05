"""What the family brings, written as the plan is. Events say of which kind it is, and not what."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from intreccio.families.cases.actions.steps import gone
from intreccio.families.plans.actions.steps import lock_plan, of_family, told
from intreccio.families.plans.models import FamilyResource, Plan
from intreccio.families.plans.rules.goals import why_not_yet_born
from intreccio.families.plans.rules.resources import why_not_resource
from intreccio.ground.kernel.editing import void, write_over
from intreccio.ground.kernel.refused import refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.actions.charge import require_member
from intreccio.parties.people.models import Person
from intreccio.parties.people.queries.members import is_awaited


@dataclass(frozen=True, slots=True)
class Brought:
    """Whose it is (a person, somebody by name, or all of them), of which kind, in which words, since when and until when."""

    person: Person | None
    somebody: str
    kind: str
    what: str
    since: date
    until: date | None = None


@transaction.atomic
def add_resource(plan: Plan, brought: Brought, *, by: Viewer, today: date) -> FamilyResource:
    """Something that one can count on. Raises Refused with the reason."""
    held = lock_plan(plan, "add_resource", by=by)
    resource = FamilyResource(**of_family(held), **_values(held, brought, today))
    resource.save(force_insert=True)
    told("resource.added", resource, held, by=by, about=resource.kind)
    return resource


@transaction.atomic
def edit_resource(
    plan: Plan, resource: FamilyResource, brought: Brought, *, version: int, by: Viewer, today: date
) -> None:
    """Corrects it, or says until when one could count on it. Raises Refused, or Changed where somebody wrote first."""
    held = lock_plan(plan, "edit_resource", by=by)
    values = _values(held, brought, today)
    changed = write_over(_of(held, resource), version=version, **values)
    if changed:
        told("resource.edited", resource, held, by=by, fields=changed, about=values["kind"])


@transaction.atomic
def void_resource(plan: Plan, resource: FamilyResource, *, reason: str, by: Viewer) -> None:
    """One that was written by mistake: it stays readable. What leaned on it no longer shows it."""
    held = lock_plan(plan, "void_resource", by=by)
    void(_of(held, resource), by=by, reason=reason.strip())
    told("resource.voided", resource, held, by=by, about=resource.kind)


def _of(plan: Plan, resource: FamilyResource) -> FamilyResource:
    found = FamilyResource.objects.filter(
        pk=resource.pk, household_id=plan.household_id, voided_at__isnull=True
    ).first()
    if found is None:
        raise gone()
    return found


def _values(plan: Plan, brought: Brought, today: date) -> dict[str, Any]:
    refuse_if(
        why_not_resource(
            person=brought.person is not None, somebody=brought.somebody, since=brought.since,
            until=brought.until, today=today,
        ),
        code="resource",
    )  # fmt: skip
    if brought.person is not None:
        require_member(brought.person, plan.case.household)
        refuse_if(why_not_yet_born(is_awaited(brought.person, today)), code="not_born")
    return {
        "person_id": brought.person.pk if brought.person else None, "somebody": brought.somebody.strip(),
        "kind": brought.kind, "what": brought.what.strip(), "since": brought.since, "until": brought.until,
    }  # fmt: skip
