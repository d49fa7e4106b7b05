"""Two people at once: one wins, the other is told. Real commits, real threads."""

from datetime import timedelta
from typing import Any

from conftest import viewer_named
from intreccio.families.plans import actions
from intreccio.families.plans.models import Goal, Plan
from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.viewer import DOOR
from intreccio.parties.people.models import Person
from tests.drills.at_once import told_as as at_once

DRAFT = key_for("plan", "rossetti_lima-1")


def draft() -> Plan:
    return Plan.objects.select_related("case__household").get(pk=DRAFT)


def say_yes(today: Any) -> None:
    with acting(DOOR):
        viewer = viewer_named("assistente")
    with acting(viewer):
        parent = Person.objects.get(pk=key_for("person", "rossetti_lima_1"))
        actions.accept_plan(draft(), actions.Signer(parent), how="voice", day=today, by=viewer, today=today)


def test_two_put_in_force_at_once_and_one_wins(keeper, today):
    say_yes(today)

    def put(viewer: Any) -> None:
        actions.put_in_force(
            draft(),
            review_on=today + timedelta(days=90),
            by=viewer,
            today=today,
            without_reason="è in viaggio",
        )

    assert sorted(at_once(("assistente", put), ("coordinatrice", put))) == ["done", "state"]
    found = keeper.execute("SELECT state, version FROM plans_plan WHERE id = %s", [DRAFT]).fetchall()
    assert found == [("in_force", 2)]
    steps = "SELECT count(*) FROM cases_casestep WHERE case_id = %s AND verb = 'begin_plan'"
    assert keeper.execute(steps, [key_for("case", "rossetti_lima")]).fetchone()[0] == 1


def test_an_edit_while_it_is_put_in_force_is_before_or_refused(keeper, today):
    say_yes(today)
    goal = key_for("goal", "rossetti_lima-1-c1")

    def put(viewer: Any) -> None:
        actions.put_in_force(
            draft(),
            review_on=today + timedelta(days=90),
            by=viewer,
            today=today,
            without_reason="è in viaggio",
        )

    def edit(viewer: Any) -> None:
        row = Goal.objects.select_related("plan__case__household").get(pk=goal)
        actions.edit_goal(row, version=1, person=None, by=viewer, title="Tutt'altro")

    told = at_once(("assistente", put), ("educatrice", edit))
    assert told[0] == "done"
    assert told[1] in ("done", "state", "accepted")
    title, version = keeper.execute("SELECT title, version FROM plans_goal WHERE id = %s", [goal]).fetchone()
    assert (title == "Tutt'altro", version) == ((True, 2) if told[1] == "done" else (False, 1))
    edited = "SELECT count(*) FROM kernel_event WHERE kind = 'goal.edited' AND subject_id = %s"
    assert keeper.execute(edited, [goal]).fetchone()[0] == (told[1] == "done")


def test_two_drafts_at_once_are_one(keeper, today):
    from intreccio.families.cases.models import Case

    def begin(viewer: Any) -> None:
        case = Case.objects.select_related("household").get(pk=key_for("case", "quispe"))
        actions.draft_plan(case, by=viewer, today=today)

    assert sorted(at_once(("assistente", begin), ("educatrice", begin))) == ["cannot_draft", "done"]
