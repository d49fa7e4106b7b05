"""What a child reads of a plan: how far a goal is, in one word."""

from collections.abc import Collection
from dataclasses import dataclass

from intreccio.families.plans.vocabulary import ActionState, HowFar


@dataclass(frozen=True, slots=True)
class Goes:
    """A goal as this rule reads it: its steps, whether anybody has looked at it, how far each action is."""

    start: int
    now: int
    aim: int
    is_looked_at: bool
    deeds: Collection[str]


def how_far(goal: Goes, *, has_begun: bool) -> HowFar:
    """has_begun: the version counts, or has counted. Only a look says that something is done: deeds alone say that it began."""
    if goal.is_looked_at and goal.now >= goal.aim:
        return HowFar.DONE
    if goal.is_looked_at:
        return HowFar.BEGUN if goal.now > goal.start else HowFar.TRYING
    if ActionState.DONE in goal.deeds:
        return HowFar.BEGUN
    return HowFar.TRYING if has_begun and ActionState.TO_DO in goal.deeds else HowFar.TO_COME
