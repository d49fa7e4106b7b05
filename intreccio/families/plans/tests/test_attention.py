"""A goal that stands still, a review that is to prepare, and who said yes, as a team is invited to look at them."""

from datetime import timedelta

import pytest

from intreccio.families.cases.queries.attention import prompts_of_household
from intreccio.families.plans import actions
from intreccio.families.plans.models import GoalScore, Plan
from intreccio.ground.kernel.keys import key_for

SALA = key_for("household", "sala")
KEY = "sala-1-c1"


def found(today, kind="goal_stalled", key=KEY, household=SALA):
    """The prompt of a goal, or of the plan's review where `key` is empty."""
    rows = [one for one in prompts_of_household(household, today=today) if one.kind == kind]
    return next((one for one in rows if not key or one.subject_id == key_for("goal", key)), None)


def test_a_goal_that_stands_still_is_said_with_its_day(acting_as, today):
    with acting_as("assistente"):
        prompt = found(today)
        assert prompt is not None
        assert (today - prompt.since).days > 60
        assert prompt.what


def test_a_step_forward_or_back_silences_it(acting_as, goal_of, today):
    with acting_as("assistente") as viewer:
        goal = goal_of(KEY)
        actions.score_goal(goal, level=min(goal.start + 1, 2), day=today, by=viewer, today=today)
        assert found(today) is None
        assert found(today + timedelta(days=59)) is None


def test_the_same_step_again_does_not_silence_it_but_is_something_new(acting_as, goal_of, today):
    with acting_as("assistente") as viewer:
        before = found(today)
        goal = goal_of(KEY)
        last = GoalScore.objects.filter(goal=goal, voided_at=None).order_by("-day", "-id").first()
        level = last.level if last else goal.start
        actions.score_goal(goal, level=level, day=today, by=viewer, today=today)
        after = found(today)
        assert after.since == before.since
        assert after.as_of == today > before.as_of


def test_an_action_that_is_done_silences_it_and_one_that_is_dropped_does_not(acting_as, goal_of, today):
    with acting_as("assistente") as viewer:
        goal = goal_of(KEY)
        for state, is_still in (("dropped", True), ("done", False)):
            doer = actions.Doer(somebody="la zia")
            made = actions.add_action(goal, actions.Deed("Una telefonata"), doer, by=viewer, today=today)
            actions.finish_action(made, state=state, version=1, by=viewer, today=today)
            assert bool(found(today)) is is_still


def test_a_goal_where_it_was_to_arrive_does_not_stand_still(acting_as, goal_of, today):
    with acting_as("assistente") as viewer:
        goal = goal_of(KEY)
        actions.score_goal(goal, level=goal.aim, day=today, by=viewer, today=today)
        assert found(today + timedelta(days=400)) is None


def test_a_review_whose_day_has_gone_is_to_prepare_and_then_to_write(acting_as, today):
    with acting_as("assistente"):
        plan = Plan.objects.get(case_id=key_for("case", "sala"), state="in_force")
        assert found(plan.review_on, "review_overdue", "") is None
        prompt = found(plan.review_on + timedelta(days=1), "review_overdue", "")
        assert (prompt.since, prompt.what) == (plan.review_on, "")


def test_a_draft_asks_for_nothing(acting_as, today):
    with acting_as("educatrice"):
        household = key_for("household", "rossetti_lima")
        assert found(today, "goal_stalled", "", household) is None


@pytest.mark.parametrize("kind", ["goal_stalled", "review_overdue"])
def test_another_team_reads_none_of_it(acting_as, today, kind):
    with acting_as("sara"):
        assert found(today, kind, "") is None


def test_a_yes_of_the_family_is_a_contact(acting_as, today):
    with acting_as("assistente"):
        plan = Plan.objects.get(case_id=key_for("case", "sala"), state="in_force")
        heard = max(row.day for row in plan.acceptances.filter(person__isnull=False, voided_at=None))
        assert found(today, "no_contact", "").since >= heard
