"""Versions of a plan: the first one is drafted, the next ones are revised from it; one at a time is in force."""

from datetime import date
from uuid import UUID

from django.db import transaction

from intreccio.families.cases.actions import begin_plan
from intreccio.families.cases.models import Case
from intreccio.families.cases.vocabulary import Motive, Stage
from intreccio.families.plans import policies
from intreccio.families.plans.actions.copying import catch_up, copy_goals
from intreccio.families.plans.actions.steps import lock_open_case, lock_plan, told
from intreccio.families.plans.models import Plan
from intreccio.families.plans.queries.deciding import needed_for
from intreccio.families.plans.queries.handing import PURPOSE
from intreccio.families.plans.queries.hearing import unheard_on
from intreccio.families.plans.queries.versions import (
    has_version,
    last_ended,
    last_number,
    said_yes,
    standing_in_force,
)
from intreccio.families.plans.rules.force import Aimed, empty_side, why_not_put_in_force
from intreccio.families.plans.rules.stages import why_not_draft, why_not_revise
from intreccio.families.plans.vocabulary import PlanState, Side
from intreccio.ground.kernel.editing import write_over
from intreccio.ground.kernel.refused import refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.workshop.messages.actions.links import close_links


@transaction.atomic
def draft_plan(case: Case, *, by: Viewer, today: date) -> Plan:
    """Begins the first version of a family's plan; of a way that was reopened, the next one from where it ended.

    Raises Refused with the reason.
    """
    policies.draft_plan.require(by)
    held = lock_open_case(case, by=by)
    refuse_if(
        why_not_draft(
            in_charge=held.stage != Stage.PRELIMINARY,
            has_draft=has_version(held, PlanState.DRAFT),
            in_force=has_version(held, PlanState.IN_FORCE),
        ),
        code="cannot_draft",
    )
    last = last_ended(held)
    draft = _begin(held, last, by=by, today=today)
    if last is not None:
        copy_goals(last, draft)
    return draft


@transaction.atomic
def revise_plan(plan: Plan, *, by: Viewer, today: date) -> Plan:
    """Begins the next version, with the goals, links and open actions of the one in force. Raises Refused."""
    held = lock_plan(plan, "revise_plan", by=by)
    refuse_if(why_not_revise(has_draft=has_version(held.case, PlanState.DRAFT)), code="cannot_draft")
    draft = _begin(held.case, held, by=by, today=today)
    copy_goals(held, draft)
    return draft


def _begin(case: Case, replaces: Plan | None, *, by: Viewer, today: date) -> Plan:
    plan = Plan(
        household_id=case.household_id, team_id=case.team_id, case=case, number=last_number(case) + 1,
        replaces=replaces, begun_on=today, review_where=replaces.review_where if replaces else "",
    )  # fmt: skip
    plan.save(force_insert=True)
    told("plan.begun", plan, plan, by=by, number=plan.number)
    return plan


@transaction.atomic
def put_in_force(
    plan: Plan, *, review_on: date, review_where: str = "", without_reason: str = "", unheard_reason: str = "",
    one_side_reason: str = "", by: Viewer, today: date,
) -> None:  # fmt: skip
    """From today this version is what was agreed; the one before it stays to be read. Raises Refused with the reason.

    without_reason: why it begins without the yes of somebody who decides for a child; kept only where one is missing.
    unheard_reason: the same of a boy or girl of an age to be heard whose word on this version is not written.
    one_side_reason: why it has goals of one generation only: a minor alone, adults whose children live elsewhere.
    """
    held = lock_plan(plan, "put_in_force", by=by)
    needed, unheard = needed_for(by, held, today), unheard_on(by, held, today)
    goals = list(held.goals.filter(voided_at__isnull=True))
    refuse_if(
        why_not_put_in_force(
            [Aimed(goal.side, goal.title, goal.steps) for goal in goals],
            family_said_yes=said_yes(held, today), review_on=review_on, today=today,
            undecided=needed.why_not(without_reason), unheard=unheard.why_not(unheard_reason), one_side_reason=one_side_reason,
        ),
        code="cannot_put_in_force",
    )  # fmt: skip
    former = standing_in_force(held.case)
    if former is not None:
        catch_up(former, held)
        _end(former, PlanState.REPLACED, by=by, today=today)
    write_over(
        held, version=held.version, state=PlanState.IN_FORCE, in_force_since=today, review_on=review_on,
        review_where=review_where.strip(), without_reason=without_reason.strip() if needed.missing else "",
        unheard_reason=unheard_reason.strip() if unheard.missing else "",
        one_side_reason=one_side_reason.strip() if empty_side([goal.side for goal in goals]) else "",
    )  # fmt: skip
    counted = {side.value: sum(goal.side == side for goal in goals) for side in Side}
    told("plan.in_force", held, held, by=by, number=held.number, goals=counted, without=bool(needed.missing),
         unheard=len(unheard.names))  # fmt: skip
    if held.case.stage == Stage.IN_CHARGE:
        begin_plan(held.case, motive=Motive.AGREED, by=by, today=today)


@transaction.atomic
def end_plan(case: Case, *, by: Viewer, today: date) -> None:
    """The family's way ends, and the plan in force with it; the case is held by whoever ends it."""
    plan = standing_in_force(case)
    close_addresses(case.pk)
    if plan is not None:
        _end(plan, PlanState.ENDED, by=by, today=today)


def close_addresses(case_id: UUID) -> None:
    """The way has ended, or was opened by mistake: nobody signs what stands on it any more."""
    for plan in Plan.objects.filter(case_id=case_id):
        close_links(PURPOSE, plan)


def _end(plan: Plan, state: PlanState, *, by: Viewer, today: date) -> None:
    close_links(PURPOSE, plan)
    write_over(plan, version=plan.version, state=state, ended_on=today)
    told("plan.ended", plan, plan, by=by, number=plan.number, state=state.value)
