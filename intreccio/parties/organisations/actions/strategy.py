"""Goals of a team's strategy: written, corrected, looked at, annulled."""

from dataclasses import asdict, dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from intreccio.ground.kernel.editing import void, write_over
from intreccio.ground.kernel.events import record
from intreccio.ground.kernel.refused import refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.organisations import policies
from intreccio.parties.organisations.models import StrategyGoal, StrategyLook, Team
from intreccio.parties.organisations.rules.strategy import why_not_begin, why_not_due, why_not_look


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a goal says. carer_id: the hat of who takes care of it."""

    change: str
    why: str
    due: date
    sign: str
    carer_id: UUID
    indicator: str = ""
    project_id: UUID | None = None


@transaction.atomic
def add_strategy_goal(team: Team, wanted: Wanted, *, by: Viewer, today: date) -> StrategyGoal:
    """What a team, or its whole project, wants to change. Raises Refused with the reason."""
    policies.require_writes_strategy(by, team)
    refuse_if(why_not_begin(closed=team.is_closed_on(today)), code="closed")
    refuse_if(why_not_due(wanted.due, today=today), code="due")
    goal = StrategyGoal(team=team, **asdict(wanted))
    goal.save(force_insert=True)
    record("strategy_goal.added", goal, by=by, codes=_codes(goal))
    return goal


@transaction.atomic
def edit_strategy_goal(goal: StrategyGoal, wanted: Wanted, *, version: int, by: Viewer, today: date) -> None:
    """Corrects a goal as read at `version`. Raises Refused with the reason, or Changed where somebody wrote first."""
    policies.require_writes_strategy(by, goal.team)
    refuse_if(why_not_due(wanted.due, today=today, was=goal.due), code="due")
    fields = write_over(goal, version=version, **asdict(wanted))
    if fields:
        record("strategy_goal.edited", goal, by=by, fields=fields, codes=_codes(goal))


@transaction.atomic
def look_at_strategy_goal(
    goal: StrategyGoal, *, day: date, step: str, words: str, by: Viewer, today: date
) -> StrategyLook:
    """Where a goal stands on a day. Raises Refused with the reason."""
    policies.require_writes_strategy(by, goal.team)
    refuse_if(why_not_look(day, today=today, words=words), code="look")
    look = StrategyLook(goal=goal, day=day, step=step, words=words, by_id=by.membership_id)
    look.save(force_insert=True)
    record("strategy_goal.looked_at", goal, by=by, codes={**_codes(goal), "step": step})
    return look


@transaction.atomic
def void_strategy_goal(goal: StrategyGoal, *, reason: str, by: Viewer) -> None:
    """A goal written by mistake."""
    policies.require_writes_strategy(by, goal.team)
    void(goal, by=by, reason=reason)
    record("strategy_goal.voided", goal, by=by, codes=_codes(goal))


@transaction.atomic
def void_strategy_look(look: StrategyLook, *, reason: str, by: Viewer) -> None:
    """A look written by mistake: the one before it counts again."""
    policies.require_writes_strategy(by, look.goal.team)
    void(look, by=by, reason=reason)
    record("strategy_look.voided", look, by=by, codes=_codes(look.goal))


def _codes(goal: StrategyGoal) -> dict[str, str]:
    return {"team": str(goal.team_id)}
