"""Reading: the list of a team, the page of a case."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from intreccio.families.cases.models import Case
from intreccio.families.cases.queries.beside import beside
from intreccio.families.cases.queries.cases import case_list as listed
from intreccio.families.cases.queries.log import Step, log_of, summary_in
from intreccio.families.cases.queries.sight import sight_of
from intreccio.families.cases.queries.story import stage_line, story
from intreccio.families.cases.queries.teams import my_teams
from intreccio.families.cases.queries.workers import Worker, workers_of
from intreccio.families.cases.rules.waiting import next_verb
from intreccio.families.cases.views.finding import find_case, may_weigh, steps_for
from intreccio.families.cases.vocabulary import Stage
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.panels import panels_and_onward, viewer_of
from intreccio.ground.kernel.reading import record_reading
from intreccio.ground.kernel.viewer import Viewer
from intreccio.ground.needs.queries import words_of_needs


@require_safe
def case_list(request: HttpRequest) -> HttpResponse:
    """A team's families at one stage, the longest there first."""
    viewer = viewer_of(request)
    teams = my_teams(viewer)
    team = next((one for one in teams if str(one.pk) == request.GET.get("team")), None)
    asked = request.GET.get("stage", "")
    stage = asked if asked in Stage.values else Stage.IN_CHARGE.value
    page = listed(viewer, team_id=team.pk if team else None, stage=stage, after=request.GET.get("after", ""))
    if page.rows:
        record_reading(viewer, "case_list", shown=[row.household_id for row in page.rows])
    context = {"teams": teams, "team": team, "stages": Stage.choices, "stage": stage, "page": page}
    return render(request, "families/cases/pages/case_list.html", context)


@require_safe
def case_page(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Where a family stands with us: stages, who works with them, the story, who sees and who has looked."""
    viewer, case = find_case(request, case_id)
    workers, (steps, follow_ups) = workers_of(case), log_of(case)
    panels, onward = panels_and_onward(request, "case.page", case=case)
    context = {
        "case": case,
        "family": case.household,
        "stages": stage_line(case),
        "next": next_verb(stage=case.stage, has_responsible=any(one.answers for one in workers)),
        "onward": onward,
        "may": steps_for(viewer, case),
        **_team(viewer, case, workers, steps),
        "follow_ups": follow_ups,
        "story": story(steps, workers, follow_ups),
        **_beginning(case),
        **sight_of(case.household_id, today()),
        "panels": panels,
    }
    return render(request, "families/cases/pages/case_page.html", context)


def _team(viewer: Viewer, case: Case, workers: list[Worker], steps: list[Step]) -> dict[str, object]:
    """Who works with them, who stands in, how much work it asks, the meetings, what another team has written."""
    aside = beside(case, today())
    at_work = [(one, aside.for_absent(one.membership_id)) for one in workers if one.until is None]
    summary = summary_in(case, steps)
    return {"workers": at_work, "beside": aside, "may_weigh": may_weigh(viewer, case), "summary": summary}


def _beginning(case: Case) -> dict[str, object]:
    return {"needs": words_of_needs(case.needs).values(), "origin": _origin(case)}


def _origin(case: Case) -> str:
    """Where the first word can be read again; who may not read it finds nothing there."""
    if case.from_contact:
        return reverse("contact_page", args=[case.from_contact])
    return reverse("signal_page", args=[case.from_signal]) if case.from_signal else ""
