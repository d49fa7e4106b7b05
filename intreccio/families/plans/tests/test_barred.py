"""Where a yes or something missing bars the way, no button leads to a long form: the page says it first, with the way out."""

from html import unescape

import pytest
from django.urls import reverse

from intreccio.families.plans import actions
from intreccio.families.plans.models import Goal, GoalLink, Plan
from intreccio.ground.kernel.clock import today as today_
from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.parties.people.models import Person

PLAN, DRAFT = key_for("plan", "marchetti-1"), key_for("plan", "rossetti_lima-1")
GOAL, MOTHER = key_for("goal", "rossetti_lima-1-c1"), key_for("person", "rossetti_lima_1")
LINK = key_for("goallink", "rossetti_lima-1-c1", "rossetti_lima-1-p1")
BARRED = {"add_goal": DRAFT, "edit_goal": GOAL, "void_goal": GOAL, "link_goals": GOAL, "unlink_goals": LINK}
STILL = {"add_action": GOAL, "write_disagreement": DRAFT}


def plan():
    return Plan.objects.select_related("case__household").get(pk=DRAFT)


@pytest.fixture
def agreed(acting_as, today):
    with acting_as("assistente") as viewer:
        for goal in Goal.objects.select_related("plan__case__household").filter(plan=DRAFT, voided_at=None):
            actions.edit_goal(goal, version=goal.version, person=goal.person, by=viewer, steps=list("12345"))
        who = actions.Signer(Person.objects.get(pk=MOTHER))
        return actions.accept_plan(plan(), who, how="voice", day=today, by=viewer, today=today)


def page(client):
    return unescape(client.get(reverse("plan_page", args=[DRAFT])).content.decode())


def test_with_a_yes_the_page_offers_no_change_of_the_goals_and_says_the_way_out(signed_in, agreed):
    text = page(signed_in("assistente"))
    for name, key in BARRED.items():
        assert reverse(name, args=[key]) not in text, name
    for name, key in STILL.items():
        assert reverse(name, args=[key]) in text, name
    assert "Qualcuno ha già detto sì a questi obiettivi" in text
    assert "prepara una versione nuova" in text
    assert "era un errore" in text


def test_without_one_it_does(signed_in):
    text = page(signed_in("assistente"))
    assert reverse("add_goal", args=[DRAFT]) in text
    assert reverse("edit_goal", args=[GOAL]) in text
    assert "Qualcuno ha già detto sì" not in text


@pytest.mark.parametrize("name", BARRED)
def test_whoever_comes_by_the_address_reads_it_before_the_form(signed_in, agreed, name):
    answer = signed_in("assistente").get(reverse(name, args=[BARRED[name]]))
    text = unescape(answer.content.decode())
    assert answer.status_code == 409
    assert "Qualcuno ha già detto sì a questi obiettivi" in text
    assert "prepara una versione nuova" in text


def test_look_by_look_no_goal_is_offered_either(signed_in, agreed):
    address = reverse("micro_plans", args=[DRAFT])
    assert reverse("add_goal", args=[DRAFT]) not in signed_in("assistente").get(address).content.decode()


def test_with_the_yes_taken_back_they_are_there_again(signed_in, acting_as, agreed):
    with acting_as("assistente") as viewer:
        actions.void_acceptance(agreed, reason="rileggiamo insieme", by=viewer)
    assert reverse("edit_goal", args=[GOAL]) in page(signed_in("assistente"))
    assert signed_in("assistente").get(reverse("edit_goal", args=[GOAL])).status_code == 200


def test_a_plan_that_cannot_begin_says_why_before_it_asks_for_reasons(signed_in):
    answer = signed_in("assistente").get(reverse("put_in_force", args=[DRAFT]))
    text = unescape(answer.content.decode())
    assert answer.status_code == 409
    assert "mancano alcuni dei cinque gradini" in text or "ha ancora detto sì" in text
    assert "Si completa sulla pagina del progetto" in text


def test_with_everything_there_the_form_opens(signed_in, agreed):
    assert signed_in("assistente").get(reverse("put_in_force", args=[DRAFT])).status_code == 200


# Looked at together at a review


def test_only_with_a_review_open_a_goal_is_looked_at_at_it(signed_in, acting_as):
    goal = key_for("goal", "marchetti-1-c1")
    text = unescape(signed_in("assistente").get(reverse("score_goal", args=[goal])).content.decode())
    assert "insieme alla verifica" not in text
    from intreccio.families.cases.models import Case

    with acting_as("assistente"):
        Case.objects.filter(plans=PLAN).update(stage="review", stage_since=today_())
    text = unescape(signed_in("assistente").get(reverse("score_goal", args=[goal])).content.decode())
    assert "insieme alla verifica" in text


def test_a_form_that_says_so_all_the_same_is_not_believed(signed_in, acting_as, today):
    from intreccio.families.plans.models import GoalScore
    from intreccio.ground.kernel.refused import Refused

    goal = key_for("goal", "marchetti-1-c1")
    said = {"once": str(new_key()), "level": "0", "day": today.isoformat(), "at_review": "on"}
    assert signed_in("assistente").post(reverse("score_goal", args=[goal]), said).status_code == 302
    with acting_as("assistente") as viewer:
        assert not GoalScore.objects.filter(goal=goal).latest("id").at_review
        row = Goal.objects.select_related("plan__case__household").get(pk=goal)
        with pytest.raises(Refused, match="no_review"):
            actions.score_goal(row, level=0, day=today, at_review=True, by=viewer, today=today)
        assert GoalLink.objects.exists()
