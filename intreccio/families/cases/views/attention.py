"""What asks for attention in a team; set aside with a reason, taken back."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from intreccio.families.cases import actions, policies
from intreccio.families.cases.actions.attention import still_there
from intreccio.families.cases.forms import AttentionFilter, SetAsideForm, TakeBackForm
from intreccio.families.cases.models import Case
from intreccio.families.cases.queries.attention import Prompt, prompt_of, prompts_of_team, set_aside_of
from intreccio.families.cases.queries.board import groups_of, who_answers
from intreccio.families.cases.queries.said import said_of
from intreccio.families.cases.queries.sources import kinds
from intreccio.families.cases.queries.teams import my_teams
from intreccio.families.cases.rules.attention import why_not_take_back
from intreccio.families.cases.views.finding import find_case, lead, show
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.once import second_tap_first
from intreccio.ground.kernel.panels import viewer_of
from intreccio.ground.kernel.reading import record_reading
from intreccio.ground.kernel.refused import refuse_if


@require_safe
def attention_list(request: HttpRequest) -> HttpResponse:
    """One team's prompts, by kind; filters are codes."""
    viewer, day = viewer_of(request), today()
    teams = my_teams(viewer)
    team = next((one for one in teams if str(one.pk) == request.GET.get("team")), next(iter(teams), None))
    prompts = prompts_of_team(team.pk, today=day) if team else []
    form = AttentionFilter(request.GET, teams=teams, people=who_answers(prompts))
    chosen = form.chosen(request.GET.get("after", ""))
    groups = groups_of(prompts, chosen)
    drawn = [(group, [said_of(viewer, one, today=day) for one in group.prompts]) for group in groups]
    if shown := {one.household_id for group in groups for one in group.prompts}:
        record_reading(viewer, "attention_list", shown=shown)
    context = {
        "team": team, "form": form, "chosen": chosen, "groups": drawn, "kinds": list(kinds().items()),
        "may_set_aside": policies.set_aside_prompt(viewer),
    }  # fmt: skip
    return render(request, "families/cases/pages/attention_list.html", context)


def _find_prompt(case: Case, kind: str, subject_id: UUID) -> Prompt:
    """As it shows now. Raises Http404 for what is not of this case, Refused where there is nothing to set aside any more."""
    prompt = prompt_of(case, kind, subject_id, today=today()) if kind in kinds() else None
    if prompt is None and (subject_id != case.pk or kind not in kinds()):
        raise Http404
    return still_there(prompt)


@second_tap_first
def set_aside_prompt(request: HttpRequest, case_id: UUID, kind: str, subject_id: UUID) -> HttpResponse:
    """With a reason, until a day or until something new happens."""
    viewer, case = find_case(request, case_id, "set_aside_prompt")
    prompt = _find_prompt(case, kind, subject_id)
    form = SetAsideForm(request.POST or None, prompt=prompt)
    if not form.is_valid():
        said = said_of(viewer, prompt, today=today())
        return show(request, case, form, "families/cases/pages/set_aside_prompt.html", said=said)

    def write() -> str:
        said = {name: form.cleaned_data[name] for name in ("reason", "words", "until")}
        actions.set_aside_prompt(case, kind=kind, subject_id=subject_id, **said, by=viewer, today=today())
        return f"{reverse('attention_list')}?team={case.team_id}"

    return lead(request, form, write, _("Fatto: è messo da parte, e si legge perché."))


@second_tap_first
def take_back_prompt(request: HttpRequest, case_id: UUID, set_aside_id: UUID) -> HttpResponse:
    """It shows again."""
    viewer, case = find_case(request, case_id, "take_back_prompt")
    row = set_aside_of(case, set_aside_id)
    if row is None:
        raise Http404
    if request.method != "POST":
        refuse_if(why_not_take_back(is_back=row.voided_at is not None), code="taken_back")
    form = TakeBackForm(request.POST or None)
    if not form.is_valid():
        return show(request, case, form, "families/cases/pages/take_back_prompt.html", row=row)

    def write() -> str:
        actions.take_back_prompt(row, reason=form.cleaned_data["reason"], by=viewer)
        return f"{reverse('attention_list')}?team={case.team_id}"

    return lead(request, form, write, _("Fatto: torna tra i richiami."))
