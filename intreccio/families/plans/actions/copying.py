"""A version is begun from the one in force: what still holds is carried over, and remembers where it comes from."""

from uuid import UUID

from django.db.models import F

from intreccio.families.plans.actions.steps import of_family
from intreccio.families.plans.models import Goal, GoalLink, Plan, PlanAction
from intreccio.families.plans.queries.versions import is_agreed
from intreccio.families.plans.vocabulary import ActionState

OF_A_GOAL = (
    "order",
    "side",
    "strand",
    "person_id",
    "need_code",
    "look",
    "title",
    "why",
    "steps",
    "start",
    "aim",
    "origin",
    "child_words",
    "picture",
    "goal_families",
    "own_time",
)
OF_AN_ACTION = (
    "what",
    "person_id",
    "worker_id",
    "service_id",
    "somebody",
    "resource_id",
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


def catch_up(former: Plan, target: Plan) -> None:
    """What was done, moved or added to the former version while this one was in preparation.

    Where somebody has said yes to this one already, what they said yes to stays as they read it: that something is done goes
    over, who does it and by when do not, and what was added stands outside of their yes (`Acceptance.covers`).
    """
    agreed = is_agreed(target)
    copies = list(
        PlanAction.objects.select_related("carried_from").filter(
            goal__plan=target, carried_from__goal__plan=former
        )
    )
    for copy in copies:
        now = copy.carried_from
        if now is None or copy.state != ActionState.TO_DO:
            continue
        # What was corrected in preparation stays as it was corrected; that it is done is true of both.
        names = (
            OF_AN_ACTION[1:]  # the words stay those that were read
            if copy.version == 1 and not agreed
            else ("state", "state_since")
            if now.state != ActionState.TO_DO
            else ()
        )
        changed = {name: getattr(now, name) for name in names if getattr(now, name) != getattr(copy, name)}
        if changed:
            PlanAction.objects.filter(pk=copy.pk).update(version=F("version") + 1, **changed)
    goals = dict(target.goals.filter(voided_at__isnull=True).values_list("carried_from_id", "pk"))
    added = PlanAction.objects.filter(
        goal__in=[key for key in goals if key], voided_at__isnull=True, state=ActionState.TO_DO
    )
    PlanAction.objects.bulk_create(
        PlanAction(
            goal_id=goals[action.goal_id],
            carried_from=action,
            **of_family(target),
            **_columns(action, OF_AN_ACTION),
        )
        for action in added.exclude(pk__in=[copy.carried_from_id for copy in copies])
    )


def _columns(row: Goal | PlanAction, names: tuple[str, ...]) -> dict[str, object]:
    return {name: getattr(row, name) for name in names}
