"""Families that cannot have two generations of goals: a minor alone, adults whose children live elsewhere."""

from datetime import timedelta
from html import unescape

import pytest
from django.urls import reverse

from intreccio.families.plans import actions
from intreccio.families.plans.models import Goal
from intreccio.families.plans.rules.force import Aimed, empty_side, why_not_put_in_force
from intreccio.families.plans.tests.test_print_plan import read
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.refused import Refused
from intreccio.parties.people.models import Person

STEPS = ["uno", "due", "tre", "quattro", "cinque"]
WHY = "Amadou è qui da solo: i suoi genitori sono in Guinea."


def why_not(*sides, reason="", today=None):
    from datetime import date

    day = today or date(2026, 11, 29)
    goals = [Aimed(side, "prova", STEPS) for side in sides]
    return why_not_put_in_force(
        goals, family_said_yes=True, review_on=day + timedelta(days=30), today=day, one_side_reason=reason
    )


@pytest.mark.parametrize(
    ("sides", "empty"),
    [
        ((), "children"),
        (("children",), "parents"),
        (("parents",), "children"),
        (("children", "parents"), None),
    ],
)
def test_which_generation_no_goal_is_of(sides, empty):
    assert empty_side(sides) == empty


def test_a_generation_that_is_not_there_is_said_and_bars_nothing_once_it_is_explained():
    assert "genitori" in str(why_not("children"))
    assert "bambini" in str(why_not("parents"))
    assert why_not("children", reason=WHY) is None
    assert why_not("parents", reason=WHY) is None
    assert "genitori" in str(why_not("children", reason="   "))
    assert why_not(reason=WHY), "without a single goal no reason would do"


@pytest.fixture
def only_children(acting_as, plan_of, today):
    """A next version of a plan whose goals are of the children only, with the yes of a parent."""
    with acting_as("assistente") as by:
        draft = actions.revise_plan(plan_of("marchetti"), by=by, today=today)
        for goal in Goal.objects.filter(plan=draft, side="parents"):
            actions.void_goal(goal, reason="non ora", by=by)
        elena = actions.Signer(Person.objects.get(pk=key_for("person", "elena")))
        actions.accept_plan(draft, elena, how="voice", day=today, by=by, today=today)
    return draft


def begin(draft, by, today, **more):
    actions.put_in_force(
        draft, review_on=today + timedelta(days=60), by=by, today=today, without_reason="è in viaggio",
        unheard_reason="ne parliamo lunedì", **more,
    )  # fmt: skip


def test_put_in_force_keeps_why_it_is_of_one_generation(acting_as, only_children, today):
    with acting_as("assistente") as by:
        with pytest.raises(Refused) as caught:
            begin(only_children, by, today)
        assert "genitori" in str(caught.value.reason)
        begin(only_children, by, today, one_side_reason=f" {WHY} ")
        only_children.refresh_from_db()
        assert (only_children.state, only_children.one_side_reason) == ("in_force", WHY)


def test_a_reason_that_nobody_needed_is_not_kept(acting_as, plan_of, today):
    with acting_as("assistente") as by:
        draft = actions.revise_plan(plan_of("marchetti"), by=by, today=today)
        elena = actions.Signer(Person.objects.get(pk=key_for("person", "elena")))
        actions.accept_plan(draft, elena, how="voice", day=today, by=by, today=today)
        begin(draft, by, today, one_side_reason=WHY)
        draft.refresh_from_db()
        assert draft.one_side_reason == ""


def test_the_pages_and_the_papers_say_it(acting_as, signed_in, only_children, today):
    client = signed_in("assistente")
    page = unescape(client.get(reverse("plan_page", args=[only_children.pk])).content.decode())
    assert "Manca un obiettivo per i genitori" in page
    assert reverse("put_in_force", args=[only_children.pk]) in page
    asked = unescape(client.get(reverse("put_in_force", args=[only_children.pk])).content.decode())
    assert "Perché qui manca" in asked
    with acting_as("assistente") as by:
        begin(only_children, by, today, one_side_reason=WHY)
    page = unescape(client.get(reverse("plan_page", args=[only_children.pk])).content.decode())
    assert WHY in page
    for name in ("print_plan", "print_plan_professional"):
        _, text = read(client.get(reverse(name, args=[only_children.pk])))
        assert "È di una generazione sola, perché:" in text
