"""A plan comes into force: the case goes on with it."""

from datetime import date

from django.db import transaction

from intreccio.families.cases import policies
from intreccio.families.cases.actions.steps import lock_case, write_step
from intreccio.families.cases.models import Case
from intreccio.families.cases.rules.stages import why_not_step
from intreccio.families.cases.vocabulary import Stage
from intreccio.ground.kernel.editing import write_over
from intreccio.ground.kernel.refused import refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.actions.deeds import record_family_deed


@transaction.atomic
def begin_plan(case: Case, *, motive: str, by: Viewer, today: date) -> None:
    """The first plan of a case has come into force. Raises Refused with the reason."""
    policies.begin_plan.require(by)
    held = lock_case(case, by=by)
    source = held.stage
    refuse_if(
        why_not_step("begin_plan", source, motive=motive, day=today, today=today, since=held.stage_since),
        code="stage",
    )
    write_over(held, version=held.version, stage=Stage.PLAN, stage_since=today)
    write_step(held, verb="begin_plan", source=source, day=today, motive=motive, words="", by=by)
    record_family_deed("case.plan_begun", held, held.household, by=by, motive=motive)
