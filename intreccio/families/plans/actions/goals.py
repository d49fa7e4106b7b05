"""Goals of a version in preparation, and what holds two of them together."""

from typing import Any
from uuid import UUID

from django.db import transaction

from intreccio.families.plans.actions.steps import lock_plan, of_family, told
from intreccio.families.plans.models import Goal, GoalLink, Plan
from intreccio.families.plans.queries.looks import known_looks
from intreccio.families.plans.queries.versions import are_linked, next_order
from intreccio.families.plans.rules.families import why_not_families, why_not_own_time
from intreccio.families.plans.rules.goals import why_not_aim, why_not_link
from intreccio.families.plans.rules.looks import why_not_look
from intreccio.families.plans.vocabulary import Side
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.editing import void, write_over
from intreccio.ground.kernel.keys import new_key
from intreccio.ground.kernel.refused import Words, refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.actions.charge import require_member
from intreccio.parties.people.models import Person


@transaction.atomic
def add_goal(plan: Plan, *, person: Person | None, by: Viewer, **values: Any) -> Goal:
    """Something that should change, for a child or for a parent. Raises Refused with the reason."""
    held = lock_plan(plan, "add_goal", by=by)
    if person is not None:
        require_member(person, held.case.household)
    refuse_if(why_not_aim(start=values["start"], aim=values["aim"]), code="aim")
    refuse_if(_why_not_look(values), code="look")
    _require_of_a_child(values["side"], values)
    key = new_key()
    goal = Goal(
        id=key, origin=key, plan=held, person=person, order=next_order(held), **of_family(held), **values
    )
    goal.save(force_insert=True)
    told("goal.added", goal, held, by=by, side=goal.side, strand=goal.strand, need=goal.need_code)
    return goal


@transaction.atomic
def edit_goal(goal: Goal, *, version: int, person: Person | None, by: Viewer, **values: Any) -> None:
    """Corrects a goal as read at `version`. Raises Refused, or Changed where somebody wrote first."""
    held = lock_plan(goal.plan, "edit_goal", by=by)
    if person is not None:
        require_member(person, held.case.household)
    refuse_if(why_not_aim(start=values.get("start", goal.start), aim=values.get("aim", goal.aim)), code="aim")
    refuse_if(_why_not_look(values), code="look")
    _require_of_a_child(values.get("side", goal.side), values, goal)
    changed = write_over(goal, version=version, person_id=person.pk if person else None, **values)
    if changed:
        told("goal.edited", goal, held, by=by, fields=changed)


def _why_not_look(values: dict[str, Any]) -> Words | None:
    look = values.get("look", "")
    return why_not_look(look, known_looks(today())) if look else None


def _require_of_a_child(side: str, values: dict[str, Any], goal: Goal | None = None) -> None:
    """The five families and a time of one's own are of children's goals."""
    families = values.get("goal_families", goal.goal_families if goal else [])
    own_time = values.get("own_time", goal.own_time if goal else "")
    refuse_if(why_not_families(side, families), code="goal_families")
    refuse_if(why_not_own_time(side, own_time), code="own_time")


@transaction.atomic
def void_goal(goal: Goal, *, reason: str, by: Viewer) -> None:
    """A goal written by mistake, or that is not wanted after all: it stays readable, and no longer holds anybody."""
    held = lock_plan(goal.plan, "void_goal", by=by)
    for link in [*_links(goal.links_to_parents), *_links(goal.links_to_children)]:
        void(link, by=by, reason=reason.strip())
    void(goal, by=by, reason=reason.strip())
    told("goal.voided", goal, held, by=by)


def _links(links: Any) -> Any:
    return links.filter(voided_at__isnull=True)


@transaction.atomic
def link_goals(goal: Goal, other_id: UUID, *, words: str = "", by: Viewer) -> GoalLink:
    """Two goals hold each other: when one moves, the other can. Raises Refused with the reason."""
    held = lock_plan(goal.plan, "link_goals", by=by)
    other = held.goals.filter(pk=other_id, voided_at__isnull=True).first()
    refuse_if(
        why_not_link(
            goal.side, other.side if other else "", same_plan=other is not None,
            linked=other is not None and are_linked(goal.pk, other.pk),
        ),
        code="cannot_link",
    )  # fmt: skip
    child, parent = (goal.pk, other_id) if goal.side == Side.CHILDREN else (other_id, goal.pk)
    link = GoalLink(
        plan=held, child_goal_id=child, parent_goal_id=parent, words=words.strip(), **of_family(held)
    )
    link.save(force_insert=True)
    told("goal.linked", goal, held, by=by, other=str(other_id))
    return link


@transaction.atomic
def unlink_goals(link: GoalLink, *, reason: str, by: Viewer) -> None:
    """Two goals no longer hold each other; it stays readable that they did."""
    held = lock_plan(link.plan, "unlink_goals", by=by)
    void(link, by=by, reason=reason.strip())
    told("goal.unlinked", link.child_goal, held, by=by, other=str(link.parent_goal_id))
