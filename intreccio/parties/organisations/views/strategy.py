"""Goals of a team's strategy."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from intreccio.ground.design.sheets import Sheet, answer, values_of
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.once import second_tap_first
from intreccio.ground.kernel.panels import viewer_of
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.organisations import policies
from intreccio.parties.organisations.actions import strategy as actions
from intreccio.parties.organisations.forms.strategy import LookForm, ReasonForm, StrategyGoalForm
from intreccio.parties.organisations.models import StrategyGoal, Team
from intreccio.parties.organisations.queries import strategy as queries
from intreccio.parties.organisations.views.teams import find_team


@require_safe
def team_strategy(request: HttpRequest, team_id: UUID) -> HttpResponse:
    """Every goal: why, by when, how it will be seen, and each look at it."""
    viewer, team = viewer_of(request), find_team(team_id)
    policies.read_strategy.require(viewer)
    goals = queries.goals_of(team, today())
    context = {
        "team": team,
        "open_goals": [goal for goal in goals if not goal.is_over],
        "past_goals": [goal for goal in goals if goal.is_over],
        "mistaken": queries.mistaken_goals_of(team),
        "writes": policies.writes_strategy(viewer, team),
        "begins": policies.writes_strategy(viewer, team) and not team.is_closed_on(today()),
    }
    return render(request, "parties/organisations/pages/team_strategy.html", context)


@second_tap_first
def add_strategy_goal(request: HttpRequest, team_id: UUID) -> HttpResponse:
    """What we want to change."""
    viewer, team = viewer_of(request), find_team(team_id)
    policies.require_writes_strategy(viewer, team)
    people = queries.carers(viewer, team, today())
    form = StrategyGoalForm(request.POST or None, team=team, people=people)

    def write() -> str:
        actions.add_strategy_goal(team, actions.Wanted(**form.said()), by=viewer, today=today())
        return _page_of(team)

    return answer(
        request, _sheet(team, _("Un obiettivo della strategia"), _("Aggiungi l'obiettivo")), form, write
    )


@second_tap_first
def edit_strategy_goal(request: HttpRequest, strategy_goal_id: UUID) -> HttpResponse:
    """Other words, another day, somebody else."""
    viewer, goal = _goal(request, strategy_goal_id)
    people = queries.carers(viewer, goal.team, today(), also=goal.carer_id)
    form = StrategyGoalForm(request.POST or None, team=goal.team, people=people, initial=_written(goal))

    def write() -> str:
        version = form.cleaned_data["version"] or 0
        wanted = actions.Wanted(**form.said())
        actions.edit_strategy_goal(goal, wanted, version=version, by=viewer, today=today())
        return _page_of(goal.team)

    def now() -> dict[str, object]:
        return _written(queries.all_goals().get(pk=goal.pk))

    return answer(request, _sheet(goal.team, _("Correggi l'obiettivo"), _("Salva")), form, write, now=now)


@second_tap_first
def look_at_strategy_goal(request: HttpRequest, strategy_goal_id: UUID) -> HttpResponse:
    """Where it stands: a step and words. Reached or left, it is over."""
    viewer, goal = _goal(request, strategy_goal_id)
    form = LookForm(request.POST or None)

    def write() -> str:
        said = form.cleaned_data
        actions.look_at_strategy_goal(
            goal, day=said["day"], step=said["step"], words=said["words"], by=viewer, today=today()
        )
        return _page_of(goal.team)

    sheet = _sheet(goal.team, _("A che punto siamo"), _("Salva"), lead=goal.change)
    return answer(request, sheet, form, write)


@second_tap_first
def void_strategy_goal(request: HttpRequest, strategy_goal_id: UUID) -> HttpResponse:
    """A goal written by mistake."""
    viewer, goal = _goal(request, strategy_goal_id)
    form = ReasonForm(request.POST or None)

    def write() -> str:
        actions.void_strategy_goal(goal, reason=form.cleaned_data["reason"], by=viewer)
        return _page_of(goal.team)

    sheet = _sheet(goal.team, _("Annulla l'obiettivo"), _("Annulla l'obiettivo"), lead=goal.change)
    return answer(request, sheet, form, write)


@second_tap_first
def void_strategy_look(request: HttpRequest, strategy_look_id: UUID) -> HttpResponse:
    """A look written by mistake."""
    viewer, look = viewer_of(request), get_object_or_404(queries.all_looks(), pk=strategy_look_id)
    policies.require_writes_strategy(viewer, look.goal.team)
    form = ReasonForm(request.POST or None)

    def write() -> str:
        actions.void_strategy_look(look, reason=form.cleaned_data["reason"], by=viewer)
        return _page_of(look.goal.team)

    sheet = _sheet(look.goal.team, _("Annulla lo sguardo"), _("Annulla lo sguardo"), lead=look.words)
    return answer(request, sheet, form, write)


def _goal(request: HttpRequest, key: UUID) -> tuple[Viewer, StrategyGoal]:
    viewer, goal = viewer_of(request), get_object_or_404(queries.all_goals(), pk=key)
    policies.require_writes_strategy(viewer, goal.team)
    return viewer, goal


def _written(goal: StrategyGoal) -> dict[str, object]:
    written = values_of(goal, ("change", "why", "due", "sign", "indicator", "version"))
    return {**written, "carer": str(goal.carer_id), "for_project": goal.project_id is not None}


def _page_of(team: Team) -> str:
    return reverse("team_strategy", args=[team.pk])


def _sheet(team: Team, title: str, button: str, lead: str = "") -> Sheet:
    return Sheet(title, button, _("Strategia di %s") % team.name, _page_of(team), lead=lead)
