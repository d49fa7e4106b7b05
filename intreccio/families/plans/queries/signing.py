"""The words of a version as a yes is about them."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from intreccio.families.plans.models import Acceptance, Plan
from intreccio.families.plans.queries.reading import Doing, Told, goals_of
from intreccio.families.plans.rules.signing import (
    FIRST,
    FORM,
    WordedAction,
    WordedGoal,
    WordedLink,
    imprint_of,
)


def imprint_read(goals: Iterable[Told], form: str = FORM, covers: Collection[UUID] | None = None) -> str:
    """Of goals that have been read already: no query. Where a yes says what it covers, of those actions and no others."""
    told = list(goals)
    links = (WordedLink(str(goal.id), str(link.other), link.words) for goal in told for link in goal.links)
    return imprint_of((_goal(goal, covers) for goal in told), links, form)


@dataclass(frozen=True, slots=True)
class Signable:
    """What a yes that is said now is about."""

    imprint: str
    covers: list[UUID]

    @property
    def columns(self) -> Mapping[str, object]:
        """As a yes keeps it."""
        return {"imprint": self.imprint, "form": FORM, "covers": self.covers}


def signable(plan: Plan) -> Signable:
    """Of a version that is held. Two queries."""
    goals = goals_of(plan)
    return Signable(imprint_read(goals), [doing.id for goal in goals for doing in goal.actions])


def imprint_now(plan: Plan) -> str:
    """Of a version that is held. Two queries."""
    return signable(plan).imprint


def read_again(row: Acceptance, goals: Iterable[Told]) -> str:
    """The imprint of what a yes is about, as it is read now, by the recipe of that yes."""
    return imprint_read(goals, row.form or FIRST, row.covers if row.form else None)


def outside(row: Acceptance, goals: Iterable[Told]) -> set[UUID]:
    """The actions that were added after a yes was said; a yes of before does not tell."""
    told = {doing.id for goal in goals for doing in goal.actions}
    return told.difference(row.covers) if row.form else set()


def _goal(goal: Told, covers: Collection[UUID] | None) -> WordedGoal:
    actions = [_action(doing) for doing in goal.actions if covers is None or doing.id in covers]
    return WordedGoal(
        str(goal.id), goal.side, goal.strand, str(goal.written_person or ""), goal.need_code, goal.title, goal.why,
        goal.words, goal.start, goal.aim, actions, goal.child_words, goal.picture, goal.families, goal.own_time,
    )  # fmt: skip


def _action(doing: Doing) -> WordedAction:
    by_when = doing.by_when.isoformat() if doing.by_when else ""
    return WordedAction(str(doing.id), doing.what, _who(doing), doing.rhythm, by_when)


def _who(doing: Doing) -> str:
    """Keys, not names: who marries and changes name has not changed what was agreed."""
    ties = (("person", doing.written_person), ("worker", doing.worker_id), ("service", doing.service_id))
    return next((f"{kind} {key}" for kind, key in ties if key), f"somebody {doing.somebody}")
