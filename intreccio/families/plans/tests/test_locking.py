"""What every act of a plan begins with, and what a new version is made of."""

from datetime import timedelta

import pytest

from intreccio.families.cases.models import Case
from intreccio.families.plans import actions
from intreccio.families.plans.actions.copying import copy_goals
from intreccio.families.plans.actions.limits import load_limits
from intreccio.families.plans.actions.steps import lock_open_case, lock_plan, of_family
from intreccio.families.plans.models import Plan
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.refused import NotAllowed, Refused
from intreccio.ground.parameters.queries import value_at
from intreccio.parties.people.models import Person


def test_lock_plan_answers_the_version_as_it_stands_now(acting_as, plan_of):
    with acting_as("educatrice") as viewer:
        plan = plan_of("marchetti")
        Plan.objects.filter(pk=plan.pk).update(review_where="altrove")
        held = lock_plan(plan, "score_goal", by=viewer)
        assert (held.review_where, held.case.household.pk) == ("altrove", plan.household_id)
        with pytest.raises(Refused, match="state"):
            lock_plan(plan, "edit_goal", by=viewer)


def test_lock_plan_asks_role_and_team(acting_as, plan_of):
    with acting_as("psicologa") as viewer, pytest.raises(NotAllowed):
        lock_plan(plan_of("rossetti_lima"), "put_in_force", by=viewer)
    with acting_as("coordinatrice") as viewer, pytest.raises(NotAllowed):
        lock_plan(plan_of("lombardo"), "add_action", by=viewer)


def test_lock_open_case_refuses_a_way_that_has_ended(acting_as):
    with acting_as("assistente") as viewer:
        ended = Case.objects.select_related("household").get(pk=key_for("case", "gatti"))
        with pytest.raises(Refused, match="ended"):
            lock_open_case(ended, by=viewer)


def test_copy_goals_leaves_out_what_was_a_mistake(acting_as, plan_of, today):
    with acting_as("assistente") as viewer:
        draft = actions.revise_plan(plan_of("marchetti"), by=viewer, today=today)
        mistaken = draft.goals.get(carried_from=key_for("goal", "marchetti-1-p2"))
        actions.void_goal(mistaken, reason="prova", by=viewer)
        elena = actions.Signer(Person.objects.get(pk=key_for("person", "elena")))
        actions.accept_plan(draft, elena, how="voice", day=today, by=viewer, today=today)
        actions.put_in_force(
            draft, review_on=today + timedelta(days=90), by=viewer, today=today, without_reason="è in viaggio"
        )
        target = Plan(case=draft.case, number=9, begun_on=today, **of_family(draft))
        target.save(force_insert=True)
        copy_goals(draft, target)
        assert target.goals.count() == 5
        assert target.links.count() == 2


def test_load_limits_twice_writes_none(acting_as):
    with acting_as("educatrice"):
        assert load_limits("default") == 0


def test_the_days_agreed_hold_today(acting_as, today):
    with acting_as("educatrice"):
        assert value_at("plan_waiting_days", today)["linked"] == 30
