"""What was annulled in a family's plans: it stays readable, with its reason (law 8)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from intreccio.families.plans.models import Acceptance, Disagreement, Goal, GoalLink, GoalScore, PlanAction
from intreccio.ground.design.templatetags.design import spoken
from intreccio.ground.kernel.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Mistake:
    """A row that no longer counts: what it said, when it was annulled and why."""

    what: str
    at: datetime
    reason: str


def mistakes_of(viewer: Viewer, case_id: UUID) -> list[Mistake]:
    """Of every version, the last annulled first. Six queries; row security shows them to who reads the plan."""
    return sorted(_mistakes(case_id), key=lambda each: each.at, reverse=True)


def _mistakes(case_id: UUID) -> Iterator[Mistake]:
    voided = {"voided_at__isnull": False}
    for goal in Goal.objects.filter(plan__case_id=case_id, **voided):
        yield _told(_("Obiettivo: %s") % goal.title, goal)
    for score in GoalScore.objects.filter(goal__plan__case_id=case_id, **voided).select_related("goal"):
        words = {
            "goal": score.goal.title,
            "level": f"{score.level:+d}".replace("-", "−"),
            "day": spoken(score.day),
        }
        yield _told(_("A che punto siamo, %(goal)s: %(level)s, %(day)s") % words, score)
    for link in GoalLink.objects.filter(plan__case_id=case_id, **voided).select_related(
        "child_goal", "parent_goal"
    ):
        words = {"one": link.child_goal.title, "other": link.parent_goal.title}
        yield _told(_("Si tengono: %(one)s, %(other)s") % words, link)
    for action in PlanAction.objects.filter(goal__plan__case_id=case_id, **voided):
        yield _told(_("Azione: %s") % action.what, action)
    for row in Disagreement.objects.filter(plan__case_id=case_id, **voided):
        yield _told(_("Disaccordo: «%s»") % row.words, row)
    for yes in Acceptance.objects.filter(plan__case_id=case_id, **voided).select_related("plan"):
        words = {"number": str(yes.plan.number), "day": spoken(yes.day)}
        yield _told(_("Un sì alla versione %(number)s, del %(day)s") % words, yes)


def _told(what: str, row: Goal | GoalScore | GoalLink | PlanAction | Acceptance | Disagreement) -> Mistake:
    # Only rows that were annulled come here.
    return Mistake(what, row.voided_at or datetime.min, row.void_reason)
