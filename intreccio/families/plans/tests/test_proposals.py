"""A meeting decides, the plan hears it: a proposal that is taken up as an action, or left aside with a reason."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.db.utils import ProgrammingError
from django.urls import reverse

from intreccio.families.cases.actions import add_decision, void_decision
from intreccio.families.cases.actions.conferences import Doer
from intreccio.families.cases.models import Conference
from intreccio.families.cases.queries.conferences import decision_in
from intreccio.families.plans.actions import (
    drop_proposal,
    leave_proposal,
    propose_action,
    revise_plan,
    take_up_proposal,
)
from intreccio.families.plans.models import ActionProposal, Plan, PlanAction
from intreccio.families.plans.queries.proposals import goals_in_draft, proposals_in_sight
from intreccio.families.plans.rules.proposals import why_not_leave, why_not_settle, why_not_take_up
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.ground.kernel.models import Event
from intreccio.ground.kernel.refused import Changed, NotAllowed, Refused

D = today()
DRAFTED = key_for("proposal", "inizio-1")  # of a family whose plan is in preparation
AGREED = key_for("proposal", "scuola-1")  # of one whose plan is in force


def proposal(key=DRAFTED):
    return proposals_in_sight().get(pk=key)


@pytest.mark.parametrize(
    ("state", "more", "may"),
    [
        ("waiting", {}, True),
        ("taken_up", {}, False),
        ("left_aside", {}, False),
        ("waiting", {"in_draft": False}, False),
        ("waiting", {"same_case": False}, False),
        ("waiting", {"is_voided": True}, False),
    ],
)
def test_what_may_be_taken_up(state, more, may):
    said = {"in_draft": True, "same_case": True, "is_voided": False} | more
    assert (why_not_take_up(state, **said) is None) == may


def test_what_may_be_left_aside():
    assert why_not_leave("waiting", reason="non ora") is None
    assert why_not_leave("waiting", reason=" ")
    assert why_not_leave("taken_up", reason="non ora")
    assert why_not_settle("waiting") is None


def test_what_a_meeting_decides_is_proposed_to_the_plan(acting_as):
    """`conference.decided` is heard in the same transaction, by whoever acts."""
    with acting_as("assistente") as by:
        meeting = Conference.objects.select_related("case__household").get(pk=key_for("conference", "inizio"))
        made = add_decision(meeting, Doer(somebody="la nonna"), what="Prendere Zoe a scuola", by=by, today=D)
        heard = ActionProposal.objects.get(decision=made)
        assert heard.state == "waiting"
        assert Event.objects.filter(kind="action.proposed", subject_id=heard.pk).exists()
        with pytest.raises(Exception, match="unique"), transaction.atomic():
            propose_action(made.pk, by=by)  # once for each decision


def test_take_up_proposal_makes_an_action_of_the_version_in_preparation(acting_as):
    with acting_as("assistente") as by:
        row = proposal()
        goal = goals_in_draft(row.case)[0]
        action = take_up_proposal(row, goal, version=1, by=by, today=D)
        assert (action.what, action.worker_id) == (row.decision.what, key_for("membership", "assistente"))
        assert action.by_when == row.decision.by_when
        now = proposal()
        assert (now.state, now.action_id, now.settled_on) == ("taken_up", action.pk, D)
        kinds = set(Event.objects.filter(household_id=row.household_id).values_list("kind", flat=True))
        assert {"action.added", "action.taken_up"} <= kinds
        with pytest.raises(Refused):
            take_up_proposal(row, goal, version=2, by=by, today=D)
        with pytest.raises(Refused):
            leave_proposal(row, reason="non serve", version=2, by=by, today=D)
        assert PlanAction.objects.filter(goal=goal, what=action.what).count() == 1


def test_a_day_that_has_passed_is_said_again_in_the_plan(acting_as):
    with acting_as("assistente") as by:
        row = proposal()
        action = take_up_proposal(
            row, goals_in_draft(row.case)[0], version=1, by=by, today=D + timedelta(days=40)
        )
        assert action.by_when is None


def test_a_plan_in_force_takes_it_up_in_its_next_version(acting_as, signed_in):
    page = reverse("plan_page", args=[key_for("plan", "marchetti-1")])
    text = signed_in("assistente").get(page).content.decode()
    assert "Un&#x27;ora di studio assistito" in text or "Un'ora di studio assistito" in text
    assert "Si potrà mettere nella prossima versione" in text
    assert signed_in("assistente").get(reverse("take_up_proposal", args=[AGREED])).status_code == 409
    with acting_as("assistente") as by:
        row = proposal(AGREED)
        plan = Plan.objects.select_related("case__household").get(pk=key_for("plan", "marchetti-1"))
        with pytest.raises(Refused) as no:
            take_up_proposal(row, plan.goals.select_related("plan").first(), version=1, by=by, today=D)
        assert "preparatene una nuova" in str(no.value.reason)
        revise_plan(plan, by=by, today=D)
        take_up_proposal(row, goals_in_draft(row.case)[0], version=1, by=by, today=D)
        assert proposal(AGREED).state == "taken_up"


def test_leave_proposal_says_why_on_the_page_of_the_meeting(signed_in, acting_as):
    client = signed_in("assistente")
    answers = {"once": str(new_key()), "version": "1", "reason": "Il doposcuola non ha più posti"}
    assert client.post(reverse("leave_proposal", args=[DRAFTED]), answers).status_code == 302
    case, meeting = key_for("case", "rossetti_lima"), key_for("conference", "inizio")
    text = client.get(reverse("conference_page", args=[case, meeting])).content.decode()
    assert "Il doposcuola non ha più posti" in text
    with acting_as("assistente") as by:
        with pytest.raises(Refused):
            leave_proposal(proposal(), reason="ancora", version=1, by=by, today=D)
        with pytest.raises(ProgrammingError), transaction.atomic():
            ActionProposal.objects.filter(pk=DRAFTED).update(household_id=key_for("household", "marchetti"))
        # Once settled, not even the database lets it be settled otherwise.
        assert ActionProposal.objects.filter(pk=DRAFTED).update(reason="altro") == 0


def test_take_up_proposal_by_page(signed_in, acting_as):
    client, page = signed_in("assistente"), reverse("take_up_proposal", args=[DRAFTED])
    with acting_as("assistente"):
        goal = goals_in_draft(proposal().case)[0]
    assert goal.title in client.get(page).content.decode()
    answers = {"once": str(new_key()), "version": "1", "goal": str(goal.pk)}
    done = client.post(page, answers)
    assert done.status_code == 302
    text = client.get(done["Location"]).content.decode()
    assert "Chiedere al doposcuola quando si può provare" in text
    assert "Proposte dalle riunioni" not in text


def test_second_edit_of_a_proposal_finds_the_first(acting_as):
    with acting_as("assistente") as by, pytest.raises(Changed):
        leave_proposal(proposal(), reason="non ora", version=7, by=by, today=D)


def test_a_decision_that_was_a_mistake_is_proposed_no_longer(acting_as):
    with acting_as("assistente") as by:
        meeting = Conference.objects.select_related("case__household").get(pk=key_for("conference", "inizio"))
        void_decision(decision_in(meeting).get(), reason="era un'altra famiglia", by=by)
        assert (proposal().state, proposal().reason) == ("left_aside", "la decisione è stata annullata")
        drop_proposal(proposal().decision_id, by=by, today=D)  # twice is once


def test_only_the_team_in_charge_settles(acting_as):
    with acting_as("consultorio") as by:
        row = proposal(AGREED)  # the record was opened to it: it reads
        with pytest.raises(NotAllowed):
            leave_proposal(row, reason="non ora", version=1, by=by, today=D)
    with acting_as("davide"):
        assert not ActionProposal.objects.exists() or not ActionProposal.objects.filter(pk=AGREED).exists()
