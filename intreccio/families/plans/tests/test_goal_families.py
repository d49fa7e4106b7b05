"""Promise 10: the five families of goals for children, a time of their own, and whose a goal is."""

from html import unescape
from itertools import chain, combinations

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from intreccio.families.plans import actions
from intreccio.families.plans.models import Goal
from intreccio.families.plans.queries.choices import minors_of, persons_of
from intreccio.families.plans.queries.comparing import Comparison
from intreccio.families.plans.queries.looks import MicroPlan, Seen
from intreccio.families.plans.queries.sheet import Sheet
from intreccio.families.plans.rules.families import covered, what_is_odd, why_not_families, why_not_own_time
from intreccio.families.plans.tests.test_print_plan import read
from intreccio.families.plans.vocabulary import GoalFamily
from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.ground.kernel.refused import Refused

DRAFT = key_for("plan", "rossetti_lima-1")
FIVE = ["potential", "fragility", "pace", "autonomy", "ties"]
GOAL = {
    "side": "children", "strand": "children", "title": "Racconta la giornata", "start": -2, "aim": 0,
    "steps": ["uno", "due", "tre", "quattro", "cinque"],
}  # fmt: skip
SENT = {"side": "children", "strand": "children", "title": "Racconta la giornata", "start": "-2", "aim": "0"}


def every_choice():
    return chain.from_iterable(combinations(FIVE, size) for size in range(6))


def test_the_five_are_those_of_the_founding_words():
    assert [one.value for one in GoalFamily] == FIVE


def test_each_of_the_five_is_held_or_empty_and_never_both():
    for one in every_choice():
        for other in ([], ["ties"]):
            found = covered([one, other])
            assert sorted((*found.held, *found.empty)) == sorted(FIVE)
            assert set(found.held) == {*one, *other}
            assert found.unsaid == (not one) + (not other)


def test_the_five_and_a_time_of_ones_own_are_of_children():
    assert why_not_families("children", FIVE) is None
    assert why_not_families("parents", []) is None
    assert "per i bambini" in str(why_not_families("parents", ["ties"]))
    assert "cinque" in str(why_not_families("children", ["wings"]))
    assert why_not_own_time("children", "quando è pronta") is None
    assert why_not_own_time("parents", "") is None
    assert why_not_own_time("parents", "quando è pronta")


@pytest.mark.parametrize(
    ("side", "is_minor", "asks"),
    [("children", True, ""), ("parents", False, ""), ("children", False, "già grande"), ("parents", True, "molto giovane"), ("", True, "")],
)  # fmt: skip
def test_a_side_that_does_not_go_with_an_age_is_asked_about(side, is_minor, asks):
    assert asks in str(what_is_odd(side, is_minor=is_minor) or "")
    assert bool(what_is_odd(side, is_minor=is_minor)) is bool(asks)


def test_a_goal_keeps_them_from_version_to_version(acting_as, plan_of, today):
    with acting_as("educatrice") as by:
        plan = plan_of("rossetti_lima")
        goal = actions.add_goal(
            plan, person=None, by=by, goal_families=["pace", "ties"], own_time="quando è pronta", **GOAL
        )
        row = Goal.objects.get(pk=goal.pk)
        assert (row.goal_families, row.own_time) == (["pace", "ties"], "quando è pronta")
        told = next(one for one in Sheet(by, plan).goals if one.id == goal.pk)
        assert (
            told.families_said == "rispettare i tempi · ricucire i legami con la famiglia e con la comunità"
        )
    with acting_as("assistente") as by:
        draft = actions.revise_plan(plan_of("marchetti"), by=by, today=today)
        kept = draft.goals.values_list("goal_families", "own_time")
        assert sorted(kept) == sorted(plan_of("marchetti").goals.values_list("goal_families", "own_time"))
        assert any(families for families, _time in kept)


def test_the_action_refuses_them_of_a_parent(acting_as, plan_of):
    with acting_as("educatrice") as by:
        plan = plan_of("rossetti_lima")
        for more in ({"goal_families": ["ties"]}, {"own_time": "poi"}, {"goal_families": ["wings"]}):
            side = {"side": "children"} if more.get("goal_families") == ["wings"] else {"side": "parents"}
            with pytest.raises(Refused) as caught:
                actions.add_goal(plan, person=None, by=by, **{**GOAL, **side, **more})
            assert caught.value.code in more
        goal = actions.add_goal(plan, person=None, by=by, goal_families=["ties"], **GOAL)
        with pytest.raises(Refused):
            actions.edit_goal(goal, version=1, person=None, side="parents", by=by)


def test_the_database_refuses_them_too(acting_as, plan_of):
    with acting_as("educatrice") as by:
        plan = plan_of("rossetti_lima")
        goal = actions.add_goal(plan, person=None, by=by, goal_families=["ties"], **GOAL)
        wrongs = (
            {"goal_families": ["wings"]},
            {"side": "parents"},
            {"side": "parents", "goal_families": [], "own_time": "poi"},
        )
        for wrong in wrongs:
            with pytest.raises(IntegrityError), transaction.atomic():
                Goal.objects.filter(pk=goal.pk).update(**wrong)


def test_after_a_yes_they_stay(acting_as, goal_of):
    with acting_as("educatrice") as by:
        goal = goal_of("marchetti-1-c1")
        with pytest.raises(Refused):
            actions.edit_goal(goal, version=goal.version, person=None, goal_families=["ties"], by=by)


def page(signed_in, name="plan_page", key="marchetti-1", account="educatrice"):
    return unescape(signed_in(account).get(reverse(name, args=[key_for("plan", key)])).content.decode())


def test_the_page_says_which_are_there_and_which_are_not_without_a_count(signed_in):
    text = page(signed_in)
    assert "Per i bambini, cinque intenti" in text
    assert "valorizzare le potenzialità, rispettare i tempi, favorire autonomie e responsabilità." in text
    assert "Ancora niente per" in text
    assert "Per 1 obiettivo non è ancora scritto." in text
    assert "Con i suoi tempi: con il suo passo, entro la scuola dell'infanzia" in text


def test_an_empty_one_leads_to_a_goal_for_it(signed_in, acting_as, plan_of):
    asked = reverse("add_goal", args=[DRAFT])
    with acting_as("educatrice") as by:
        empty = Sheet(by, plan_of("rossetti_lima")).families.empty
    assert empty
    link = f"{asked}?side=children&strand=children&goal_families={empty[0].value}"
    assert link in page(signed_in, key="rossetti_lima-1")
    form = signed_in("educatrice").get(link).context["form"]
    assert (form["goal_families"].value(), form["side"].value()) == ([empty[0].value], "children")


def test_a_version_in_force_says_when_one_can_be_added(signed_in):
    text = page(signed_in)
    assert "goal_families=" not in text
    assert "Si può aggiungere nella prossima versione." in text


def test_versions_side_by_side_and_micro_plans_and_the_complete_paper_say_them(
    signed_in, acting_as, plan_of, today
):
    said = "valorizzare le potenzialità · rispettare i tempi"
    assert said in page(signed_in, "micro_plans")
    _, text = read(
        signed_in("assistente").get(reverse("print_plan_professional", args=[key_for("plan", "marchetti-1")]))
    )
    assert said in text
    with acting_as("assistente") as by:
        former = plan_of("marchetti")
        draft = actions.revise_plan(former, by=by, today=today)
        goal = draft.goals.get(carried_from=key_for("goal", "marchetti-1-c1"))
        actions.edit_goal(goal, version=1, person=goal.person, goal_families=["ties"], by=by)
        told = Comparison(by, former, draft).goals
    words = next(one for one in told if one.compared.origin == goal.origin).compared.wordings
    assert "I suoi intenti" in [one.label for one in words]


def post(signed_in, **more):
    address = reverse("add_goal", args=[DRAFT])
    return signed_in("educatrice").post(address, {"once": new_key(), **SENT, **more})


def test_the_form_takes_more_than_one_and_keeps_what_is_wrong(signed_in, acting_as):
    answer = post(
        signed_in, side="parents", strand="parenting", goal_families=["ties", "pace"], own_time="poi"
    )
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {"goal_families", "own_time"}
    assert post(signed_in, goal_families=["ties", "pace"], own_time="poi").status_code == 302
    with acting_as("educatrice"):
        row = Goal.objects.get(plan_id=DRAFT, title=SENT["title"])
        assert row.goal_families == ["ties", "pace"]


def someone(acting_as, plan_of, *, minor):
    with acting_as("educatrice") as by:
        case = plan_of("rossetti_lima").case
        minors = minors_of(by, case)
        return next(key for key, _name in persons_of(by, case) if (key in minors) is minor)


@pytest.mark.parametrize(("side", "minor"), [("children", False), ("parents", True)])
def test_a_side_that_contradicts_itself_is_asked_first_and_allowed_with_a_tick(
    signed_in, acting_as, plan_of, side, minor
):
    who = someone(acting_as, plan_of, minor=minor)
    answer = post(signed_in, side=side, person=who)
    assert answer.status_code == 422
    assert "Sì, è proprio così" in unescape(answer.content.decode())
    assert set(answer.context["form"].errors) == {"is_so"}
    assert post(signed_in, side=side, person=who, is_so="on").status_code == 302


def test_where_side_and_age_go_together_nothing_is_asked(signed_in, acting_as, plan_of):
    who = someone(acting_as, plan_of, minor=True)
    assert "Sì, è proprio così" not in unescape(
        signed_in("educatrice").get(reverse("add_goal", args=[DRAFT])).content.decode()
    )
    assert post(signed_in, person=who).status_code == 302


def test_a_title_that_nobody_sees_is_missing(signed_in):
    answer = post(signed_in, title="\u200b\u200b")
    assert answer.status_code == 422
    assert answer.context["form"].errors["title"] == ["Manca ancora"]


def test_a_title_of_before_that_nobody_sees_is_still_printed(signed_in, acting_as, plan_of):
    with acting_as("educatrice") as by:
        actions.add_goal(plan_of("rossetti_lima"), person=None, by=by, **{**GOAL, "title": "\u200b\u200b"})
    for name in ("print_plan", "print_plan_professional"):
        assert signed_in("educatrice").get(reverse(name, args=[DRAFT])).status_code == 200


def test_a_strength_stands_beside_what_is_hard():
    def look(*levels, preset="look=play&side=children&strand=children"):
        seen = [
            Seen("T0", "Leo", key_for("person", str(place)), level, "", "", [])
            for place, level in enumerate(levels)
        ]
        return MicroPlan("play", "Gioco", "", preset, seen, [])

    assert look(6).begins_with.endswith("&goal_families=potential")
    assert look(2).begins_with.endswith("&goal_families=fragility")
    assert look(2, 6).begins_with.endswith("&goal_families=fragility&goal_families=potential")
    assert look(4).begins_with == "look=play&side=children&strand=children"
    assert look(6, preset="look=home&side=parents").begins_with == "look=home&side=parents"
