"""What was agreed for after the closing."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from intreccio.families.cases import actions, policies
from intreccio.families.cases.forms import MoveFollowUpForm, RecordFollowUpForm
from intreccio.families.cases.models import Case, CaseFollowUp
from intreccio.families.cases.queries.follow_ups import follow_ups_on, read_again
from intreccio.families.cases.rules.closing import why_not_follow_up
from intreccio.families.cases.views.finding import find_case, lead, show
from intreccio.families.cases.vocabulary import HowItGoes
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.once import second_tap_first
from intreccio.ground.kernel.refused import Changed, refuse_if
from intreccio.ground.kernel.viewer import Viewer


def _find(request: HttpRequest, case: Case, follow_up_id: UUID) -> CaseFollowUp:
    """Of this case; what is over says so before anybody writes."""
    found = get_object_or_404(follow_ups_on(case), pk=follow_up_id)
    if request.method != "POST":
        reason = why_not_follow_up(is_done=found.done_on is not None, is_voided=found.voided_at is not None)
        refuse_if(reason, code="follow_up_over")
    return found


@second_tap_first
def record_follow_up(request: HttpRequest, case_id: UUID, follow_up_id: UUID) -> HttpResponse:
    """How the family is; where it needs something, the way to go on is one step away."""
    viewer, case = find_case(request, case_id, "record_follow_up")
    follow_up = _find(request, case, follow_up_id)
    page = "families/cases/pages/record_follow_up.html"
    form = RecordFollowUpForm(request.POST or None, follow_up=follow_up)
    if not form.is_valid():
        return show(request, case, form, page, follow_up=follow_up)

    def write() -> str:
        said = {name: form.cleaned_data[name] for name in ("outcome", "words", "version")}
        actions.record_follow_up(follow_up, **said, by=viewer, today=today())
        return reverse(_where_next(viewer, said["outcome"]), args=[case.pk])

    try:
        return lead(request, form, write, _("Fatto: è scritto come va."))
    except Changed:
        now = read_again(follow_up)
        return show(request, case, form.over(now), page, follow_up=now, changed=True)


def _where_next(viewer: Viewer, outcome: str) -> str:
    needs = outcome == HowItGoes.NEEDS_SOMETHING and policies.reopen_case(viewer)
    return "reopen_case" if needs else "case_page"


@second_tap_first
def move_follow_up(request: HttpRequest, case_id: UUID, follow_up_id: UUID) -> HttpResponse:
    """To another day, with the reason."""
    viewer, case = find_case(request, case_id, "move_follow_up")
    follow_up = _find(request, case, follow_up_id)
    page = "families/cases/pages/move_follow_up.html"
    form = MoveFollowUpForm(request.POST or None, follow_up=follow_up)
    if not form.is_valid():
        return show(request, case, form, page, follow_up=follow_up)

    def write() -> str:
        said = {name: form.cleaned_data[name] for name in ("due_on", "reason", "version")}
        actions.move_follow_up(follow_up, **said, by=viewer, today=today())
        return reverse("case_page", args=[case.pk])

    try:
        return lead(request, form, write, _("Fatto: è spostato."))
    except Changed:
        now = read_again(follow_up)
        return show(request, case, form.over(now), page, follow_up=now, changed=True)
