"""What is stored of a family's plan, and of the paths beside it, by noun."""

from intreccio.families.plans.models.along import PathCheck, PathLetter
from intreccio.families.plans.models.paths import FamilyPath, PathMark
from intreccio.families.plans.models.plans import (
    OF_THE_PLAN,
    Acceptance,
    ActionProposal,
    Disagreement,
    FamilyResource,
    Goal,
    GoalLink,
    GoalScore,
    Plan,
    PlanAction,
    PlanPrinciples,
)

__all__ = [
    "OF_THE_PLAN",
    "Acceptance",
    "ActionProposal",
    "Disagreement",
    "FamilyPath",
    "FamilyResource",
    "Goal",
    "GoalLink",
    "GoalScore",
    "PathCheck",
    "PathLetter",
    "PathMark",
    "Plan",
    "PlanAction",
    "PlanPrinciples",
]
