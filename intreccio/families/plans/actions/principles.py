"""The six principles of a version of a plan, answered with words: our own work is looked at, not the family."""

from datetime import date

from django.db import transaction

from intreccio.families.plans.actions.steps import lock_plan, of_family, told
from intreccio.families.plans.models import Plan, PlanPrinciples
from intreccio.ground.kernel.viewer import Viewer
from intreccio.workshop.instruments.actions import Filled, columns_of


@transaction.atomic
def check_plan_principles(plan: Plan, filled: Filled, *, by: Viewer, today: date) -> PlanPrinciples:
    """How a version stands today; what was answered before stays. Holds nothing back. Raises Refused with the reason."""
    held = lock_plan(plan, "check_plan_principles", by=by)
    row = PlanPrinciples(
        plan=held, by_id=by.membership_id, **of_family(held), **columns_of(filled, today=today)
    )
    row.save(force_insert=True)
    told("plan.principles_checked", held, held, by=by, **filled.codes)
    return row
