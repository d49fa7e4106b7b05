from django.db import migrations

from intreccio.ground.kernel.security import Guard
from intreccio.parties.people.policies import (
    follows_household,
    names_its_family,
    of_the_same_family,
    sees,
    writes,
)
from intreccio.parties.people.vocabulary import Level


def standing(*states: str, through: str = "") -> str:
    """The version that a row is of stands in one of these states (`rules/stages.py` says the same of verbs)."""
    goal = "JOIN plans_goal g ON g.plan_id = p.id WHERE g.id = goal_id" if through else "WHERE p.id = plan_id"
    return (
        f"{writes()} AND EXISTS (SELECT 1 FROM plans_plan p {goal} AND p.voided_at IS NULL"
        f" AND p.state IN ({', '.join(map(repr, states))}))"
    )


WHILE_IT_LASTS = ("draft", "in_force")
# What was agreed is not rewritten.
EDITED = {
    "plans_plan": writes(),
    "plans_goal": standing("draft"),
    "plans_planaction": standing(*WHILE_IT_LASTS, through="goal"),
    "plans_disagreement": standing(*WHILE_IT_LASTS),
}
# Written once: all that may be said of them later is that they were a mistake.
WRITTEN_ONCE = {
    "plans_goallink": (standing("draft"), ""),
    "plans_goalscore": (standing("in_force", through="goal"), " AND by_id = (SELECT my_membership())"),
    "plans_acceptance": (standing(*WHILE_IT_LASTS), " AND written_by_id = (SELECT my_membership())"),
}
ONLY_VOIDED = "voided_at, voided_by, void_reason"
SAME_FAMILY = (
    ("plans_plan", "case_id", "cases_case"),
    ("plans_plan", "replaces_id", "plans_plan"),
    ("plans_goal", "plan_id", "plans_plan"),
    ("plans_goal", "carried_from_id", "plans_goal"),
    ("plans_goallink", "plan_id", "plans_plan"),
    ("plans_goallink", "child_goal_id", "plans_goal"),
    ("plans_goallink", "parent_goal_id", "plans_goal"),
    ("plans_goalscore", "goal_id", "plans_goal"),
    ("plans_planaction", "goal_id", "plans_goal"),
    ("plans_planaction", "carried_from_id", "plans_planaction"),
    ("plans_disagreement", "plan_id", "plans_plan"),
    ("plans_acceptance", "plan_id", "plans_plan"),
)


class Migration(migrations.Migration):
    """Rows of families: seen at level *record*, written by the team in charge, moved with their household."""

    dependencies = [("plans", "0001_initial"), ("people", "0002_sight"), ("cases", "0006_same_family")]
    operations = [
        *[follows_household(table) for table in (*EDITED, *WRITTEN_ONCE)],
        *[names_its_family(table) for table in ("plans_plan", "plans_goal", "plans_planaction")],
        *[of_the_same_family(*tie) for tie in SAME_FAMILY],
        *[
            Guard(
                table,
                see=sees(Level.RECORD),
                add=ours,
                change=ours,
                history="record",
                household="household_id",
            )
            for table, ours in EDITED.items()
        ],
        *[
            Guard(
                table,
                see=sees(Level.RECORD),
                add=f"{ours}{by_whom}",
                change=ours,
                history="record",
                household="household_id",
                columns=ONLY_VOIDED,
            )
            for table, (ours, by_whom) in WRITTEN_ONCE.items()
        ],
    ]
