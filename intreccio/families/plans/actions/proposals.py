"""What a meeting decided comes to the plan: proposed, taken up, left aside."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from intreccio.families.cases.models import ConferenceDecision
from intreccio.families.plans import policies
from intreccio.families.plans.actions.doing import Deed, Doer, add_action
from intreccio.families.plans.actions.steps import lock_open_case
from intreccio.families.plans.models import ActionProposal, Goal, PlanAction
from intreccio.families.plans.rules.proposals import why_not_leave, why_not_take_up
from intreccio.families.plans.vocabulary import PlanState, ProposalState
from intreccio.ground.kernel.editing import write_over
from intreccio.ground.kernel.refused import refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.actions.deeds import record_family_deed


@transaction.atomic
def propose_action(decision_id: UUID, *, by: Viewer) -> ActionProposal:
    """Of every decision, in the same transaction. The case is held by whoever decides."""
    decision = ConferenceDecision.objects.select_related("conference__case__household").get(pk=decision_id)
    case = decision.conference.case
    proposal = ActionProposal(
        household_id=case.household_id, team_id=case.team_id, case=case, decision=decision
    )
    proposal.save(force_insert=True)
    record_family_deed("action.proposed", proposal, case.household, by=by, need=decision.need_code)
    return proposal


@transaction.atomic
def take_up_proposal(
    proposal: ActionProposal, goal: Goal, *, version: int, by: Viewer, today: date
) -> PlanAction:
    """Becomes an action for a goal of the version in preparation. Raises Refused, or Changed where somebody wrote first."""
    policies.take_up_proposal.require(by)
    case = lock_open_case(proposal.case, by=by)
    now = ActionProposal.objects.select_related("decision").get(pk=proposal.pk)
    decision = now.decision
    refuse_if(
        why_not_take_up(
            now.state, in_draft=goal.plan.state == PlanState.DRAFT, same_case=goal.plan.case_id == case.pk,
            is_voided=decision.voided_at is not None,
        ),
        code="cannot_take_up",
    )  # fmt: skip
    # A day that has passed in the meantime is no longer a day to come: it is said again in the plan.
    by_when = decision.by_when if decision.by_when and decision.by_when >= today else None
    doer = Doer(decision.person_id, decision.membership_id, None, decision.somebody)
    action = add_action(goal, Deed(decision.what, by_when), doer, by=by, today=today)
    write_over(now, version=version, state=ProposalState.TAKEN_UP, action_id=action.pk, settled_on=today)
    record_family_deed("action.taken_up", now, case.household, by=by, need=decision.need_code)
    return action


@transaction.atomic
def leave_proposal(proposal: ActionProposal, *, reason: str, version: int, by: Viewer, today: date) -> None:
    """Left aside, with the reason. Raises Refused, or Changed where somebody wrote first."""
    policies.leave_proposal.require(by)
    case = lock_open_case(proposal.case, by=by)
    now = ActionProposal.objects.get(pk=proposal.pk)
    refuse_if(why_not_leave(now.state, reason=reason), code="settled")
    write_over(now, version=version, state=ProposalState.LEFT_ASIDE, reason=reason.strip(), settled_on=today)
    record_family_deed("action.left_aside", now, case.household, by=by)


@transaction.atomic
def drop_proposal(decision_id: UUID, *, by: Viewer, today: date) -> None:
    """Its decision was a mistake: while nobody has taken it up, there is nothing to look at."""
    now = (
        ActionProposal.objects.select_related("case__household")
        .filter(decision_id=decision_id, state=ProposalState.WAITING)
        .first()
    )
    if now is not None:
        write_over(
            now,
            version=now.version,
            state=ProposalState.LEFT_ASIDE,
            reason=_("la decisione è stata annullata"),
            settled_on=today,
        )
        record_family_deed("action.left_aside", now, now.case.household, by=by)
