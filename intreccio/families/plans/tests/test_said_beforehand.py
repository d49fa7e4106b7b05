"""What is said before it happens: what a paper cannot draw, a day that nobody can foresee, a strand that holds nothing."""

from datetime import date, timedelta
from html import unescape

import pytest
from django.urls import reverse

from intreccio.families.plans import actions
from intreccio.families.plans.models import Goal
from intreccio.families.plans.queries.glance import glances
from intreccio.families.plans.queries.versions import plans_in_sight
from intreccio.families.plans.rules.goals import why_not_add_action, why_not_so_far
from intreccio.families.plans.rules.strands import strands_held
from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.ground.kernel.refused import Refused

DRAFT = key_for("plan", "rossetti_lima-1")
D = date(2026, 11, 29)


def page(signed_in, name="plan_page", key="rossetti_lima-1"):
    return unescape(signed_in("educatrice").get(reverse(name, args=[key_for("plan", key)])).content.decode())


def test_the_page_names_the_words_that_a_paper_cannot_draw(signed_in, acting_as, plan_of):
    assert "Sulla carta non si leggono" not in page(signed_in)
    with acting_as("educatrice") as by:
        goal = plan_of("rossetti_lima").goals.filter(voided_at=None).first()
        values = {"title": "Priya parla ߒߞߏ con la nonna"}
        actions.edit_goal(goal, version=goal.version, person=goal.person, by=by, **values)
    text = page(signed_in)
    assert "Sulla carta non si leggono" in text
    assert "«ߒߞߏ»" in text
    assert "«Priya»" not in text


@pytest.mark.parametrize(
    ("by_when", "says"),
    [
        (None, ""),
        (D, ""),
        (date(2031, 11, 29), ""),
        (date(2031, 11, 30), "cinque anni"),
        (date(2099, 1, 1), "cinque anni"),
        (D - timedelta(days=1), "passato"),
    ],
)
def test_an_action_is_within_five_years(by_when, says):
    reason = why_not_add_action(by_when=by_when, today=D)
    assert (says in str(reason)) if says else reason is None
    if says != "passato":
        assert (why_not_so_far(by_when=by_when, today=D) is None) is (not says)


def test_a_year_that_was_mistyped_is_said_beside_its_field_and_refused(signed_in, acting_as, plan_of, today):
    with acting_as("educatrice") as by:
        goal = plan_of("rossetti_lima").goals.filter(voided_at=None).first()
        doer = actions.Doer(somebody="la nonna")
        with pytest.raises(Refused):
            actions.add_action(goal, actions.Deed("prova", date(2099, 1, 1)), doer, by=by, today=today)
        done = actions.add_action(goal, actions.Deed("prova"), doer, by=by, today=today)
        with pytest.raises(Refused):
            actions.edit_action(done, actions.Deed("prova", date(2099, 1, 1)), doer, version=1, by=by)
    answer = signed_in("educatrice").post(
        reverse("add_action", args=[goal.pk]),
        {"once": new_key(), "what": "Una cosa", "somebody": "la nonna", "by_when": "2099-01-01"},
    )
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == ["by_when"]


@pytest.mark.parametrize("has_keeper", [True, False])
def test_a_strand_is_held_by_its_goals_and_services_also_by_who_answers(has_keeper):
    assert strands_held(["work"], has_keeper=has_keeper) == ({"work", "together"} if has_keeper else {"work"})


def test_the_case_says_which_strand_of_the_plan_in_force_holds_nothing(signed_in, acting_as, plan_of):
    with acting_as("educatrice"):
        plan = plan_of("marchetti")
        case = plan.case_id
        (glance,) = [one for one in glances(case) if one.state == "in_force"]
        held = set(Goal.objects.filter(plan=plan, voided_at=None).values_list("strand", flat=True))
    assert "together" not in held
    assert glance.has_keeper
    assert glance.empty_strands == []
    glance.goals.clear()
    assert glance.empty_strands == ["Per i bambini", "Essere genitori", "Formazione e lavoro"]
    text = unescape(signed_in("educatrice").get(reverse("case_page", args=[case])).content.decode())
    assert "Fili senza obiettivi" not in text


def test_a_plan_in_force_with_an_empty_strand_is_said_on_its_case(signed_in, acting_as):
    with acting_as("coordinatrice") as by:
        found = next(
            (
                (plan.case_id, one.empty_strands)
                for plan in plans_in_sight(by).filter(state="in_force", case__ended_on=None)
                for one in glances(plan.case_id)
                if one.empty_strands
            ),
            None,
        )
    assert found, "some plan of the district has one"
    text = unescape(signed_in("coordinatrice").get(reverse("case_page", args=[found[0]])).content.decode())
    assert f"Fili senza obiettivi: {', '.join(found[1])}" in " ".join(text.replace("\n", " ").split())
