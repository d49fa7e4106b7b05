"""What a meeting proposed: taken up, or left aside."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from intreccio.families.cases.actions.steps import require_in_charge
from intreccio.families.plans import actions, policies
from intreccio.families.plans.forms import LeaveForm, TakeUpForm
from intreccio.families.plans.models import ActionProposal
from intreccio.families.plans.queries.proposals import goals_in_draft, proposals_in_sight
from intreccio.families.plans.rules.proposals import why_not_settle, why_not_take_up
from intreccio.families.plans.views.asking import Asked, answer, sent
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.once import second_tap_first
from intreccio.ground.kernel.panels import viewer_of
from intreccio.ground.kernel.reading import record_reading
from intreccio.ground.kernel.refused import refuse_if
from intreccio.ground.kernel.viewer import Viewer


@second_tap_first
def take_up_proposal(request: HttpRequest, proposal_id: UUID) -> HttpResponse:
    """An action of the version in preparation."""
    viewer, proposal = _find(request, proposal_id, "take_up_proposal")
    goals = goals_in_draft(proposal.case)
    _open(request, proposal, in_draft=bool(goals))
    form = TakeUpForm(sent(request), proposal=proposal, goals=goals)
    asked = Asked(
        proposal.case, _("Mettere nel progetto"), _("Mettila nel progetto"), _("Fatto: è un'azione del progetto."),
        lead=proposal.decision.what,
    )  # fmt: skip

    def write() -> str:
        goal, version = form.chosen, form.cleaned_data["version"] or 0
        actions.take_up_proposal(proposal, goal, version=version, by=viewer, today=today())
        return reverse("plan_page", args=[goal.plan_id])

    return answer(request, form, asked, write)


@second_tap_first
def leave_proposal(request: HttpRequest, proposal_id: UUID) -> HttpResponse:
    """Not now, and why."""
    viewer, proposal = _find(request, proposal_id, "leave_proposal")
    if request.method != "POST":
        refuse_if(why_not_settle(proposal.state), code="settled")
    form = LeaveForm(sent(request), proposal=proposal)
    asked = Asked(
        proposal.case, _("Lasciare da parte"), _("Lasciala da parte"), _("Fatto: resta scritto perché."),
        lead=proposal.decision.what,
    )  # fmt: skip

    def write() -> None:
        said = form.cleaned_data
        actions.leave_proposal(
            proposal, reason=said["reason"], version=said["version"] or 0, by=viewer, today=today()
        )

    return answer(request, form, asked, write)


def _open(request: HttpRequest, proposal: ActionProposal, *, in_draft: bool) -> None:
    """What it is too late or too early for is said before anybody chooses."""
    if request.method != "POST":
        voided = proposal.decision.voided_at is not None
        reason = why_not_take_up(proposal.state, in_draft=in_draft, same_case=True, is_voided=voided)
        refuse_if(reason, code="cannot_take_up")


def _find(request: HttpRequest, proposal_id: UUID, verb: str) -> tuple[Viewer, ActionProposal]:
    viewer, proposal = viewer_of(request), get_object_or_404(proposals_in_sight(), pk=proposal_id)
    policies.ABILITIES[verb].require(viewer)
    require_in_charge(proposal.team_id, by=viewer)
    if request.method != "POST":
        record_reading(viewer, verb, household_id=proposal.household_id, shown=[proposal.household_id])
    return viewer, proposal
