"""The words of a version as a yes is about them."""

from collections.abc import Iterable

from intreccio.families.plans.models import Plan
from intreccio.families.plans.queries.reading import Doing, Told, goals_of
from intreccio.families.plans.rules.signing import WordedAction, WordedGoal, WordedLink, imprint_of


def imprint_read(goals: Iterable[Told]) -> str:
    """Of goals that have been read already: no query."""
    told = list(goals)
    links = (WordedLink(str(goal.id), str(link.other), link.words) for goal in told for link in goal.links)
    return imprint_of(map(_goal, told), links)


def imprint_now(plan: Plan) -> str:
    """Of a version that is held. Two queries."""
    return imprint_read(goals_of(plan))


def _goal(goal: Told) -> WordedGoal:
    return WordedGoal(
        str(goal.id), goal.side, goal.strand, str(goal.written_person or ""), goal.need_code, goal.title, goal.why,
        goal.words, goal.start, goal.aim, [_action(doing) for doing in goal.actions],
    )  # fmt: skip


def _action(doing: Doing) -> WordedAction:
    by_when = doing.by_when.isoformat() if doing.by_when else ""
    return WordedAction(str(doing.id), doing.what, _who(doing), doing.rhythm, by_when)


def _who(doing: Doing) -> str:
    """Keys, not names: who marries and changes name has not changed what was agreed."""
    ties = (("person", doing.written_person), ("worker", doing.worker_id), ("service", doing.service_id))
    return next((f"{kind} {key}" for kind, key in ties if key), f"somebody {doing.somebody}")
