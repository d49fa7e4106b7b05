"""Goals of a team's strategy: how each stands, who could take care of one, and which ask to be looked at."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Prefetch, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.organisations.models import Membership, StrategyGoal, StrategyLook, Team
from intreccio.parties.organisations.queries.teams import on
from intreccio.parties.organisations.rules.strategy import ENDS, TO_BEGIN, asks_again, step_of
from intreccio.parties.organisations.vocabulary import GoalStep

STANDS = Q(voided_at__isnull=True)
TAGS = {
    GoalStep.TO_BEGIN: ("", "clock"),
    GoalStep.UNDER_WAY: ("net", "arrow-right"),
    GoalStep.WELL_ON: ("net", "arrow-right"),
    GoalStep.REACHED: ("ok", "check-circle"),
    GoalStep.LEFT: ("", "minus-circle"),
}


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal and its looks, the last first; those annulled apart."""

    row: StrategyGoal
    looks: list[StrategyLook]
    mistaken: list[StrategyLook]
    step: GoalStep
    asks: bool

    @property
    def is_over(self) -> bool:
        """Reached, or left."""
        return self.step in ENDS

    @property
    def tag(self) -> tuple[str, str, str]:
        """Colour, drawing and word of its step."""
        return *TAGS[self.step], str(self.step.label)


def goals_of(team: Team, day: date) -> list[Goal]:
    """Goals that stand, of a team and of its project, what comes first first and what is over last. Two queries."""
    return _in_order(_read(StrategyGoal.objects.filter(STANDS, _of(team)), day))


def open_goals_of(team: Team, day: date) -> list[Goal]:
    """Those that are not over, without their looks. One query."""
    rows = _with_step(StrategyGoal.objects.filter(STANDS, _of(team))).select_related("project", "carer__user")
    goals = (
        Goal(row, [], [], GoalStep(row.step), asks_again(step=row.step, due=row.due, today=day))
        for row in rows
    )
    return _in_order(goal for goal in goals if not goal.is_over)


def mistaken_goals_of(team: Team) -> QuerySet[StrategyGoal]:
    """What was written by mistake, with its reason."""
    return StrategyGoal.objects.filter(_of(team), voided_at__isnull=False).order_by("-voided_at")[:25]


def all_goals() -> QuerySet[StrategyGoal]:
    """Goals that stand, to act on."""
    return StrategyGoal.objects.filter(STANDS).select_related("team__project", "project", "carer__user")


def all_looks() -> QuerySet[StrategyLook]:
    """Looks that stand, to act on."""
    return StrategyLook.objects.filter(STANDS, goal__voided_at__isnull=True).select_related("goal__team")


def carers(viewer: Viewer, team: Team, day: date, *, also: UUID | None = None) -> list[tuple[str, str]]:
    """Who could take care of a goal: who works in the team, the viewer, and who does already."""
    here = Q(pk__in=Membership.objects.filter(_at_work(team, day)).values("pk"))
    rows = Membership.objects.filter(
        (on(day) & here) | Q(pk__in=[each for each in (viewer.membership_id, also) if each])
    )
    return [(str(row.pk), row.user.name) for row in rows.select_related("user").order_by("user__name", "pk")]


def _with_step(rows: QuerySet[StrategyGoal]) -> QuerySet[Any]:
    """Each with the step of its last look."""
    looks = StrategyLook.objects.filter(STANDS, goal=OuterRef("pk")).order_by("-day", "-id")
    return rows.annotate(step=Coalesce(Subquery(looks.values("step")[:1]), Value(TO_BEGIN)))


def _of(team: Team) -> Q:
    mine = Q(team=team)
    return mine | Q(project=team.project_id) if team.project_id else mine


def _at_work(team: Team, day: date) -> Q:
    return Q(teams__team=team, teams__since__lte=day) & (Q(teams__until=None) | Q(teams__until__gt=day))


def _read(rows: QuerySet[StrategyGoal], day: date) -> Iterable[Goal]:
    looks = StrategyLook.objects.select_related("by__user").order_by("-day", "-id")
    for row in rows.select_related("team", "project", "carer__user").prefetch_related(
        Prefetch("looks", looks)
    ):
        every = list(row.looks.all())
        standing = [look for look in every if look.voided_at is None]
        step = step_of([look.step for look in reversed(standing)])
        asks = asks_again(step=step, due=row.due, today=day)
        yield Goal(row, standing, [look for look in every if look.voided_at], GoalStep(step), asks)


def _in_order(goals: Iterable[Goal]) -> list[Goal]:
    return sorted(goals, key=lambda goal: (goal.is_over, goal.row.due, goal.row.pk))
