"""A version is begun from the one in force: what still holds is carried over, and remembers where it comes from."""

from uuid import UUID

from intreccio.families.plans.actions.steps import of_family
from intreccio.families.plans.models import Goal, GoalLink, Plan, PlanAction
from intreccio.families.plans.vocabulary import ActionState

OF_A_GOAL = (
    "order",
    "side",
    "strand",
    "person_id",
    "need_code",
    "title",
    "why",
    "steps",
    "start",
    "aim",
    "origin",
)
OF_AN_ACTION = (
    "what",
    "person_id",
    "worker_id",
    "service_id",
    "somebody",
    "by_when",
    "rhythm",
    "state",
    "state_since",
)


def copy_goals(source: Plan, target: Plan) -> None:
    """Goals with their links and what is still to be done for them."""
    new: dict[UUID, Goal] = {}
    for goal in source.goals.filter(voided_at__isnull=True).order_by("order", "id"):
        new[goal.pk] = Goal(plan=target, carried_from=goal, **of_family(target), **_columns(goal, OF_A_GOAL))
    Goal.objects.bulk_create(new.values())
    GoalLink.objects.bulk_create(
        GoalLink(
            plan=target, child_goal=new[link.child_goal_id], parent_goal=new[link.parent_goal_id], words=link.words,
            **of_family(target),
        )
        for link in source.links.filter(voided_at__isnull=True)
    )  # fmt: skip
    PlanAction.objects.bulk_create(
        PlanAction(
            goal=new[action.goal_id],
            carried_from=action,
            **of_family(target),
            **_columns(action, OF_AN_ACTION),
        )
        for action in PlanAction.objects.filter(
            goal__in=list(new), voided_at__isnull=True, state=ActionState.TO_DO
        )
    )


def _columns(row: Goal | PlanAction, names: tuple[str, ...]) -> dict[str, object]:
    return {name: getattr(row, name) for name in names}
