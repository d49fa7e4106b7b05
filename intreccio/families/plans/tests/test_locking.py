"""What every act of a plan begins with, and what a new version is made of."""

import pytest

from intreccio.families.cases.models import Case
from intreccio.families.plans.actions.copying import copy_goals
from intreccio.families.plans.actions.limits import load_limits
from intreccio.families.plans.actions.steps import lock_open_case, lock_plan, of_family
from intreccio.families.plans.models import Goal, Plan
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.refused import NotAllowed, Refused
from intreccio.ground.parameters.queries import value_at


def test_lock_plan_answers_the_version_as_it_stands_now(acting_as, plan_of):
    with acting_as("educatrice") as viewer:
        plan = plan_of("marchetti")
        Plan.objects.filter(pk=plan.pk).update(review_where="altrove")
        held = lock_plan(plan, "score_goal", by=viewer)
        assert (held.review_where, held.case.household.pk) == ("altrove", plan.household_id)
        with pytest.raises(Refused, match="state"):
            lock_plan(plan, "edit_goal", by=viewer)


def test_lock_plan_asks_role_and_team(acting_as, plan_of):
    with acting_as("educatrice") as viewer, pytest.raises(NotAllowed):
        lock_plan(plan_of("rossetti_lima"), "put_in_force", by=viewer)
    with acting_as("coordinatrice") as viewer, pytest.raises(NotAllowed):
        lock_plan(plan_of("lombardo"), "add_action", by=viewer)


def test_lock_open_case_refuses_a_way_that_has_ended(acting_as):
    with acting_as("assistente") as viewer:
        ended = Case.objects.select_related("household").get(pk=key_for("case", "gatti"))
        with pytest.raises(Refused, match="ended"):
            lock_open_case(ended, by=viewer)


def test_copy_goals_leaves_out_what_was_a_mistake(acting_as, plan_of, goal_of):
    with acting_as("educatrice"):
        source = plan_of("marchetti")
        goal_of("marchetti-1-c3")
        Plan.objects.filter(pk=source.pk).update(state="draft")  # in force, its goals are no longer written
        Goal.objects.filter(pk=key_for("goal", "marchetti-1-p2")).update(
            void_reason="prova", voided_at="2026-01-01T00:00Z"
        )
        source.links.filter(parent_goal_id=key_for("goal", "marchetti-1-p2")).update(
            void_reason="prova", voided_at="2026-01-01T00:00Z"
        )
        Plan.objects.filter(pk=source.pk).update(state="in_force")
        target = Plan(case=source.case, number=9, begun_on=source.begun_on, **of_family(source))
        target.save(force_insert=True)
        copy_goals(source, target)
        assert target.goals.count() == 5
        assert target.links.count() == 2


def test_load_limits_twice_writes_none(acting_as):
    with acting_as("educatrice"):
        assert load_limits("default") == 0


def test_the_days_agreed_hold_today(acting_as, today):
    with acting_as("educatrice"):
        assert value_at("plan_waiting_days", today)["linked"] == 30
