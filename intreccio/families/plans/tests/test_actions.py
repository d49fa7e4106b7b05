"""What people do with a plan, as the serving role, on the invented families."""

from datetime import timedelta

import pytest

from intreccio.families.cases.models import Case
from intreccio.families.plans import actions
from intreccio.families.plans.models import Acceptance, Goal, GoalLink, GoalScore, PlanAction
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.models import Event
from intreccio.ground.kernel.refused import Changed, NotAllowed, Refused
from intreccio.parties.people.models import Person

STEPS = ["mai", "a volte", "spesso", "quasi sempre", "sempre"]
GOAL = {
    "strand": "children",
    "title": "Dorme la notte",
    "why": "",
    "need_code": "",
    "steps": STEPS,
    "start": -2,
    "aim": 0,
}


def person(key):
    return Person.objects.get(pk=key_for("person", key))


def case(key):
    return Case.objects.select_related("household").get(pk=key_for("case", key))


WITHOUT = {"without_reason": "L'altro genitore lavora lontano, e lo abbiamo avvisato"}


def events(kind):
    return list(Event.objects.filter(kind=kind).order_by("-at").values_list("codes", flat=True)[:1])


def begun(viewer, today, key="quispe"):
    """A plan ready to come into force."""
    plan = actions.draft_plan(case(key), by=viewer, today=today)
    child = actions.add_goal(plan, person=person(f"{key}_3"), side="children", by=viewer, **GOAL)
    parent = actions.add_goal(
        plan, person=person(f"{key}_1"), side="parents", by=viewer, **{**GOAL, "strand": "parenting"}
    )
    actions.link_goals(parent, child.pk, words="Chi riposa ha pazienza", by=viewer)
    actions.accept_plan(
        plan, actions.Signer(person(f"{key}_1")), how="voice", day=today, by=viewer, today=today
    )
    return plan


def test_a_plan_from_nothing_until_it_counts(acting_as, today):
    with acting_as("assistente") as viewer:
        plan = begun(viewer, today)
        actions.put_in_force(
            plan,
            review_on=today + timedelta(days=180),
            review_where="in sede",
            by=viewer,
            today=today,
            **WITHOUT,
        )
        plan.refresh_from_db()
        assert (plan.state, plan.in_force_since, plan.number) == ("in_force", today, 1)
        assert case("quispe").stage == "plan"
        assert events("case.plan_begun")
        assert events("plan.in_force")[0]["goals"] == {"children": 1, "parents": 1}
        link = GoalLink.objects.get(plan=plan)
        assert (link.child_goal.side, link.parent_goal.side) == ("children", "parents")


def test_draft_plan_once(acting_as, today):
    with acting_as("assistente") as viewer:
        actions.draft_plan(case("quispe"), by=viewer, today=today)
        with pytest.raises(Refused, match="cannot_draft"):
            actions.draft_plan(case("quispe"), by=viewer, today=today)
        with pytest.raises(Refused, match="cannot_draft"):
            actions.draft_plan(case("marchetti"), by=viewer, today=today)
        with pytest.raises(Refused, match="cannot_draft"):
            actions.draft_plan(case("gashi"), by=viewer, today=today)


def test_put_in_force_asks_for_two_generations_and_a_yes(acting_as, today):
    with acting_as("assistente") as viewer:
        plan = actions.draft_plan(case("quispe"), by=viewer, today=today)
        later = today + timedelta(days=90)
        with pytest.raises(Refused, match="cannot_put_in_force"):
            actions.put_in_force(plan, review_on=later, by=viewer, today=today)
        plan.refresh_from_db()
        assert plan.state == "draft"
        assert case("quispe").stage == "in_charge"


def test_who_works_with_them_writes_and_coordinator_and_social_worker_decide(
    acting_as, plan_of, goal_of, today
):
    with acting_as("psicologa") as viewer:
        plan = plan_of("marchetti")
        actions.score_goal(goal_of("marchetti-1-p2"), level=0, day=today, by=viewer, today=today)
        with pytest.raises(NotAllowed):
            actions.accept_plan(
                plan, actions.Signer(person("leo")), how="voice", day=today, by=viewer, today=today
            )
        with pytest.raises(NotAllowed):
            actions.put_in_force(
                plan_of("rossetti_lima"), review_on=today + timedelta(1), by=viewer, today=today
            )


def test_only_the_team_in_charge_writes(acting_as, plan_of, today):
    with acting_as("coordinatrice") as viewer, pytest.raises(NotAllowed):
        actions.draft_plan(case("lombardo"), by=viewer, today=today)


def test_edit_goal_shows_both_to_the_second(acting_as, goal_of):
    with acting_as("educatrice") as viewer:
        goal = goal_of("rossetti_lima-1-c1")
        said = {"side": goal.side, "strand": goal.strand, "steps": goal.steps, "person": None}
        actions.edit_goal(goal, version=1, by=viewer, title="Gioca con due amici", **said)
        with pytest.raises(Changed) as met:
            actions.edit_goal(goal_of("rossetti_lima-1-c1"), version=1, by=viewer, title="Altro", **said)
        assert met.value.current.title == "Gioca con due amici"
        assert events("goal.edited")


def test_edit_goal_of_what_was_agreed_is_refused(acting_as, goal_of):
    with acting_as("educatrice") as viewer, pytest.raises(Refused, match="state"):
        actions.edit_goal(goal_of("marchetti-1-c1"), version=1, person=None, by=viewer, title="Altro")


def test_void_goal_lets_go_of_what_it_held(acting_as, goal_of):
    with acting_as("educatrice") as viewer:
        goal = goal_of("rossetti_lima-1-c1")
        actions.void_goal(goal, reason="era di un'altra famiglia", by=viewer)
        goal.refresh_from_db()
        assert goal.void_reason == "era di un'altra famiglia"
        assert not GoalLink.objects.filter(child_goal=goal, voided_at=None).exists()


def test_link_goals_and_unlink_goals(acting_as, goal_of, plan_of):
    with acting_as("educatrice") as viewer:
        child, parent = goal_of("rossetti_lima-1-c1"), goal_of("rossetti_lima-1-p1")
        with pytest.raises(Refused, match="cannot_link"):
            actions.link_goals(child, parent.pk, by=viewer)
        with pytest.raises(Refused, match="cannot_link"):
            actions.link_goals(child, key_for("goal", "marchetti-1-p1"), by=viewer)
        link = GoalLink.objects.select_related("plan__case__household", "child_goal").get(child_goal=child)
        actions.unlink_goals(link, reason="non è così", by=viewer)
        actions.link_goals(child, parent.pk, words="Adesso sì", by=viewer)
        assert GoalLink.objects.filter(child_goal=child, voided_at=None).count() == 1


def test_add_action_edit_action_finish_action(acting_as, goal_of, hat, today):
    with acting_as("educatrice") as viewer:
        doer = actions.Doer(person_id=key_for("person", "karim"))
        action = actions.add_action(
            goal_of("marchetti-1-c1"), actions.Deed("Chiedere"), doer, by=viewer, today=today
        )
        assert events("action.added")[0]["doer"] == "person"
        again = actions.Doer(worker_id=hat("educatrice"))
        actions.edit_action(action, actions.Deed("Chiedere", today), again, version=1, by=viewer)
        with pytest.raises(Changed):
            actions.edit_action(action, actions.Deed("Chiedere"), doer, version=1, by=viewer)
        actions.finish_action(action, state="done", version=2, by=viewer, today=today)
        assert PlanAction.objects.get(pk=action.pk).state == "done"
        with pytest.raises(Refused, match="finished"):
            actions.finish_action(action, state="dropped", version=3, by=viewer, today=today)
        assert events("action.done")[0]["state"] == "done"


def test_score_goal_is_written_once_and_void_score_says_why(acting_as, goal_of, today):
    with acting_as("educatrice") as viewer:
        Case.objects.filter(pk=key_for("case", "marchetti")).update(stage="review", stage_since=today)
        goal = goal_of("marchetti-1-c1")
        score = actions.score_goal(
            goal, level=0, day=today, words="Tre parole", at_review=True, by=viewer, today=today
        )
        told = events("goal.scored")[0]
        assert {key: told[key] for key in ("level", "start", "aim", "at_review")} == {
            "level": 0,
            "start": -2,
            "aim": 0,
            "at_review": True,
        }
        with pytest.raises(Refused, match="cannot_score"):
            actions.score_goal(goal, level=0, day=today + timedelta(1), by=viewer, today=today)
        score = GoalScore.objects.select_related("goal__plan__case__household").get(pk=score.pk)
        actions.void_score(score, reason="era Nadia", by=viewer)
        assert GoalScore.objects.get(pk=score.pk).void_reason == "era Nadia"
        assert standing("goal.score_voided") == (0, None)


def test_at_one_review_one_step_stands(acting_as, goal_of, today):
    """Said again, or a mistake: what is told of the change is the step that stands."""
    with acting_as("educatrice") as viewer:
        Case.objects.filter(pk=key_for("case", "marchetti")).update(stage="review", stage_since=today)
        goal = goal_of("marchetti-1-c1")
        by = {"day": today, "at_review": True, "by": viewer, "today": today}
        actions.score_goal(goal, level=-1, **by)
        assert standing("goal.scored") == (None, -1)
        again = actions.score_goal(goal, level=1, **by)
        assert standing("goal.scored") == (-1, 1)
        actions.score_goal(goal, level=0, **{**by, "at_review": False})
        assert standing("goal.scored") == (None, None)
        again = GoalScore.objects.select_related("goal__plan__case__household").get(pk=again.pk)
        actions.void_score(again, reason="era Nadia", by=viewer)
        assert standing("goal.score_voided") == (1, -1)


def standing(kind):
    """At the review, before the act and after it."""
    codes = events(kind)[0]
    return codes["before"], codes["after"]


def test_accept_plan_once_each_and_children_by_their_own_version(acting_as, plan_of, today):
    with acting_as("assistente") as viewer:
        plan = plan_of("marchetti")
        with pytest.raises(Refused, match="cannot_accept"):
            actions.accept_plan(
                plan, actions.Signer(person("elena")), how="paper", day=today, by=viewer, today=today
            )
        actions.accept_plan(
            plan, actions.Signer(person("leo")), how="own_version", day=today, by=viewer, today=today
        )
        assert events("plan.accepted")[0]["by_whom"] == "person"
        with pytest.raises(Refused, match="not_in_home"):
            actions.accept_plan(
                plan, actions.Signer(person("fatou")), how="paper", day=today, by=viewer, today=today
            )


def test_void_acceptance_leaves_room_for_another_yes(acting_as, plan_of, today):
    with acting_as("assistente") as viewer:
        elena = key_for("acceptance", "marchetti-1", "elena")
        row = Acceptance.objects.select_related("plan__case__household").get(pk=elena)
        actions.void_acceptance(row, reason="ci ha ripensato", by=viewer)
        assert Acceptance.objects.get(pk=elena).void_reason == "ci ha ripensato"
        signer = actions.Signer(person("elena"))
        actions.accept_plan(plan_of("marchetti"), signer, how="voice", day=today, by=viewer, today=today)


def test_write_disagreement_does_not_hold_the_rest_back(acting_as, plan_of, today):
    with acting_as("educatrice") as viewer:
        said = actions.Disagreed("Per me no.", "Per noi sì.", "Si prova un mese.")
        row = actions.write_disagreement(
            plan_of("marchetti"), said, person=person("elena"), by=viewer, today=today
        )
        assert (row.words, row.how_we_go_on) == ("Per me no.", "Si prova un mese.")


def test_revise_plan_carries_over_what_still_holds(acting_as, plan_of, today):
    with acting_as("assistente") as viewer:
        former = plan_of("marchetti")
        draft = actions.revise_plan(former, by=viewer, today=today)
        assert (draft.number, draft.state, draft.replaces_id) == (2, "draft", former.pk)
        carried = Goal.objects.filter(plan=draft)
        assert {goal.carried_from.title for goal in carried} == {goal.title for goal in carried}
        assert {goal.origin for goal in carried} == {goal.pk for goal in former.goals.all()}
        assert GoalLink.objects.filter(plan=draft).count() == 3
        assert not PlanAction.objects.filter(goal__plan=draft).exclude(state="to_do").exists()
        with pytest.raises(Refused, match="cannot_draft"):
            actions.revise_plan(former, by=viewer, today=today)


def test_the_next_version_takes_the_place_of_the_former(acting_as, plan_of, today):
    with acting_as("assistente") as viewer:
        former = plan_of("marchetti")
        draft = actions.revise_plan(former, by=viewer, today=today)
        actions.accept_plan(
            draft, actions.Signer(person("elena")), how="voice", day=today, by=viewer, today=today
        )
        actions.put_in_force(draft, review_on=today + timedelta(days=90), by=viewer, today=today, **WITHOUT)
        former.refresh_from_db()
        assert (former.state, former.ended_on) == ("replaced", today)
        assert events("plan.ended")[0]["state"] == "replaced"
        assert case("marchetti").stage == "plan"


def test_end_plan_with_the_way_of_the_family(acting_as, plan_of, today):
    with acting_as("assistente") as viewer:
        actions.end_plan(case("marchetti"), by=viewer, today=today)
        assert plan_of("marchetti").state == "ended"
        with pytest.raises(Refused, match="state"):
            actions.revise_plan(plan_of("marchetti"), by=viewer, today=today)


def test_nobody_rewrites_a_score_nor_deletes_a_yes(acting_as):
    from django.db import transaction
    from django.db.utils import ProgrammingError

    with acting_as("educatrice"):
        for write in (
            lambda: GoalScore.objects.update(level=2),
            lambda: GoalScore.objects.all().delete(),
            lambda: Acceptance.objects.update(reservation=""),
            lambda: Acceptance.objects.all().delete(),
        ):
            with pytest.raises(ProgrammingError), transaction.atomic():
                write()
