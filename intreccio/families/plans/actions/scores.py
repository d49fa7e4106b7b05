"""How far a goal is. Written once; a mistake is annulled with its reason."""

from datetime import date

from django.db import transaction

from intreccio.families.cases.vocabulary import Stage
from intreccio.families.plans.actions.steps import lock_plan, of_family, told
from intreccio.families.plans.models import Goal, GoalScore
from intreccio.families.plans.queries.versions import at_this_review
from intreccio.families.plans.rules.goals import why_not_at_review, why_not_score
from intreccio.ground.kernel.editing import void
from intreccio.ground.kernel.refused import refuse_if
from intreccio.ground.kernel.viewer import Viewer


@transaction.atomic
def score_goal(
    goal: Goal, *, level: int, day: date, words: str = "", at_review: bool = False, by: Viewer, today: date
) -> GoalScore:
    """How far a goal is on a day, on its own scale. Raises Refused with the reason."""
    held = lock_plan(goal.plan, "score_goal", by=by)
    refuse_if(why_not_score(day=day, today=today, since=held.in_force_since), code="cannot_score")
    reviewing = held.case.stage == Stage.REVIEW
    refuse_if(why_not_at_review(says_so=at_review, is_reviewing=reviewing), code="no_review")
    before = at_this_review(held, goal, day) if at_review else None
    score = GoalScore(
        goal=goal, level=level, day=day, words=words.strip(), at_review=at_review, by_id=by.membership_id,
        **of_family(held),
    )  # fmt: skip
    score.save(force_insert=True)
    told(
        "goal.scored", goal, held, by=by, level=level, start=goal.start, aim=goal.aim, at_review=at_review,
        before=before, after=at_this_review(held, goal, day) if at_review else None,
        on=day.isoformat(), side=goal.side, need=goal.need_code,
    )  # fmt: skip
    return score


@transaction.atomic
def void_score(score: GoalScore, *, reason: str, by: Viewer) -> None:
    """A step written by mistake: it stays readable, and no longer counts."""
    held = lock_plan(score.goal.plan, "void_score", by=by)
    before = at_this_review(held, score.goal, score.day) if score.at_review else None
    void(score, by=by, reason=reason.strip())
    after = at_this_review(held, score.goal, score.day) if score.at_review else None
    told(
        "goal.score_voided", score.goal, held, by=by, level=score.level, aim=score.goal.aim, at_review=score.at_review,
        before=before, after=after, on=score.day.isoformat(),
    )  # fmt: skip
