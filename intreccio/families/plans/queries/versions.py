"""Versions of a plan, and rows of one, in sight."""

from datetime import date
from uuid import UUID

from django.db.models import Max, Q, QuerySet

from intreccio.families.cases.models import Case
from intreccio.families.cases.queries.cases import sees_families
from intreccio.families.cases.vocabulary import Stage
from intreccio.families.plans.models import (
    Acceptance,
    Disagreement,
    Goal,
    GoalLink,
    GoalScore,
    Plan,
    PlanAction,
    PlanPrinciples,
)
from intreccio.families.plans.rules.force import family_said_yes
from intreccio.families.plans.vocabulary import PlanState
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.models import HouseholdMembership, Person
from intreccio.parties.people.rules.ages import GROWN, may_be_minor


def plans_in_sight(viewer: Viewer) -> QuerySet[Plan]:
    """Every version the viewer may open."""
    rows = Plan.objects.select_related("case__household", "case__team", "case__responsible__user")
    return rows if sees_families(viewer) else rows.none()


def goals_in_sight(viewer: Viewer) -> QuerySet[Goal]:
    """Goals that stand, with the version they are of."""
    rows = Goal.objects.filter(voided_at__isnull=True)
    return rows.select_related("plan__case__household") if sees_families(viewer) else rows.none()


def links_in_sight(viewer: Viewer) -> QuerySet[GoalLink]:
    """What holds two goals together."""
    rows = GoalLink.objects.filter(voided_at__isnull=True)
    rows = rows.select_related("plan__case__household", "child_goal", "parent_goal")
    return rows if sees_families(viewer) else rows.none()


def scores_in_sight(viewer: Viewer) -> QuerySet[GoalScore]:
    """How far goals were, mistakes left out."""
    rows = GoalScore.objects.filter(voided_at__isnull=True)
    return rows.select_related("goal__plan__case__household") if sees_families(viewer) else rows.none()


def acceptances_in_sight(viewer: Viewer) -> QuerySet[Acceptance]:
    """Who said yes, mistakes left out."""
    rows = Acceptance.objects.filter(voided_at__isnull=True)
    return rows.select_related("plan__case__household") if sees_families(viewer) else rows.none()


def disagreements_in_sight(viewer: Viewer) -> QuerySet[Disagreement]:
    """What is not agreed on, mistakes left out."""
    rows = Disagreement.objects.filter(voided_at__isnull=True)
    return rows.select_related("plan__case__household") if sees_families(viewer) else rows.none()


def marks_in_sight(viewer: Viewer) -> QuerySet[Acceptance]:
    """Yeses that have a picture of their signature, mistakes too: it stays readable to those who could."""
    rows = Acceptance.objects.filter(mark__isnull=False).select_related("mark")
    return rows if sees_families(viewer) else rows.none()


def actions_in_sight(viewer: Viewer) -> QuerySet[PlanAction]:
    """Who does what."""
    rows = PlanAction.objects.filter(voided_at__isnull=True)
    return rows.select_related("goal__plan__case__household") if sees_families(viewer) else rows.none()


def looks_in_sight(viewer: Viewer, case_id: UUID) -> QuerySet[PlanPrinciples]:
    """Looks at the six principles in every version of a family's plan."""
    rows = PlanPrinciples.objects.filter(plan__case_id=case_id).select_related("plan")
    return rows if sees_families(viewer) else rows.none()


def versions_of(viewer: Viewer, case_id: UUID) -> list[Plan]:
    """All versions of a family's plan, the last first."""
    rows = Plan.objects.filter(case_id=case_id, voided_at__isnull=True).order_by("-number")
    return list(rows) if sees_families(viewer) else []


def has_version(case: Case, state: PlanState) -> bool:
    """What the rules of beginning ask; with the case held."""
    return Plan.objects.filter(case=case, state=state, voided_at__isnull=True).exists()


def standing_in_force(case: Case) -> Plan | None:
    """The version that is in force."""
    row = Plan.objects.filter(case=case, state=PlanState.IN_FORCE, voided_at__isnull=True).first()
    if row is not None:
        row.case = case
    return row


def last_number(case: Case) -> int:
    """The number of the last version; 0 where there is none."""
    found: int | None = Plan.objects.filter(case=case).aggregate(last=Max("number"))["last"]
    return found or 0


def next_order(plan: Plan) -> int:
    """The place of the next goal."""
    found: int | None = plan.goals.aggregate(last=Max("order"))["last"]
    return (found or 0) + 1


def are_linked(one: UUID, other: UUID) -> bool:
    """True where two goals hold each other already."""
    ends = [one, other]
    return GoalLink.objects.filter(
        child_goal_id__in=ends, parent_goal_id__in=ends, voided_at__isnull=True
    ).exists()


def is_agreed(plan: Plan) -> bool:
    """Whether somebody's yes stands on this version."""
    return plan.acceptances.filter(voided_at__isnull=True).exists()


def at_this_review(plan: Plan, goal: Goal, day: date) -> int | None:
    """The step that stands for a goal at the review of that day: the last one written, mistakes left out."""
    reviewing = plan.case.stage == Stage.REVIEW and day >= plan.case.stage_since
    of_the_review = Q(day__gte=plan.case.stage_since) if reviewing else Q(day=day)
    rows = goal.scores.filter(of_the_review, at_review=True, voided_at__isnull=True)
    return rows.order_by("-day", "-id").values_list("level", flat=True).first()


def last_ended(case: Case) -> Plan | None:
    """The version with which the family's way ended, before it went on again."""
    rows = Plan.objects.filter(case=case, state=PlanState.ENDED, voided_at__isnull=True)
    return rows.order_by("-number").first()


def said_yes(plan: Plan, day: date) -> bool:
    """Whether the family has: somebody grown up, or who decides for a child; where nobody of age lives there, whoever does."""
    rows = plan.acceptances.filter(worker__isnull=True, voided_at__isnull=True)
    homes = HouseholdMembership.objects.filter(household_id=plan.household_id, voided_at__isnull=True)
    stays = list(homes.select_related("person__merged_into"))
    roles: dict[UUID, set[str]] = {}
    for stay in stays:
        roles.setdefault(_kept(stay.person).pk, set()).add(stay.role)

    def is_minor(person: Person | None) -> bool:
        if person is None:
            return True
        kept = _kept(person)
        is_called_grown = bool(roles.get(kept.pk)) and roles[kept.pk] <= GROWN
        return may_be_minor(kept.birth_date, kept.birth_precision, day, untold=not is_called_grown)

    here = [stay.person for stay in stays if stay.until is None or stay.until > day]
    said = [row.person for row in rows.select_related("person__merged_into")]
    return family_said_yes(map(is_minor, said), adults=not all(map(is_minor, here)))


def _kept(person: Person) -> Person:
    """Of two rows that are one person, the one that counts."""
    return person.merged_into or person
