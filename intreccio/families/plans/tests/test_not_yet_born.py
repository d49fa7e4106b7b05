"""A child to be born can have a goal; nobody asks them to sign, to speak, to do, to bring, or to come to a meeting."""

from datetime import time, timedelta

import pytest
from django.urls import reverse

from intreccio.families.assessments.models import Assessment
from intreccio.families.assessments.queries.look import look_of, who_could_speak
from intreccio.families.cases.actions import plan_conference
from intreccio.families.cases.actions.conferences import Doer as Asked
from intreccio.families.cases.actions.conferences import Heard, Prepared, meet_family
from intreccio.families.cases.models import Case
from intreccio.families.cases.queries.conferences import people_of, who_could_come, who_lives
from intreccio.families.plans import actions
from intreccio.families.plans.models import Goal, Plan
from intreccio.families.plans.queries.choices import (
    doers_for,
    living_of,
    persons_of,
    signers_for,
    workers_for,
)
from intreccio.families.plans.queries.handing import may_be_handed
from intreccio.families.plans.queries.sheet import Sheet
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.refused import Refused
from intreccio.parties.people.models import Person

BABY = key_for("person", "bah_baby")
PLAN = key_for("plan", "bah-1")


def keys(groups):
    return {key.partition(":")[2] for _label, choices in groups for key, _name in choices}


def case():
    return Case.objects.select_related("household").get(pk=key_for("case", "bah"))


def plan():
    return Plan.objects.select_related("case__household").get(pk=PLAN)


def baby():
    return Person.objects.get(pk=BABY)


def test_no_choice_offers_them_but_whom_a_goal_is_for(acting_as, today):
    with acting_as("assistente") as viewer:
        assert str(BABY) in {key for key, _name in persons_of(viewer, case())}, "a goal can be for them"
        assert BABY in people_of(viewer, case()), "they are of the family"
        goal = Goal.objects.select_related("plan__case__household").filter(plan=PLAN, voided_at=None).first()
        offered = [
            keys(signers_for(Sheet(viewer, plan()), workers_for(case(), today))),
            keys(doers_for(viewer, goal, today)),
            {key for key, _name in living_of(viewer, case())},
            {key for key, _name in may_be_handed(viewer, plan(), today)},
            {str(key) for key in who_lives(viewer, case())},
            keys(who_could_come(viewer, case(), today)),
        ]
        for assessment in Assessment.objects.filter(case=case(), voided_at=None):
            offered.append(
                {key.partition(":")[2] for key, _words in who_could_speak(look_of(viewer, assessment))}
            )
        assert offered
        assert not [one for one in offered if str(BABY) in one]


def test_whoever_knows_the_key_is_refused_with_the_reason(acting_as, today):
    with acting_as("assistente") as viewer:
        goal = Goal.objects.select_related("plan__case__household").filter(plan=PLAN, voided_at=None).first()
        said = actions.Disagreed("No")
        acts = (
            lambda: actions.accept_plan(
                plan(), actions.Signer(baby()), how="voice", day=today, by=viewer, today=today
            ),
            lambda: actions.write_disagreement(plan(), said, person=baby(), by=viewer, today=today),
            lambda: actions.add_action(
                goal, actions.Deed("Dorme"), actions.Doer(person_id=BABY), by=viewer, today=today
            ),
            lambda: actions.add_resource(
                plan(), actions.Brought(baby(), "", "joy", "Il sorriso", today), by=viewer, today=today
            ),
        )
        for act in acts:
            with pytest.raises(Refused) as no:
                act()
            assert "Deve ancora nascere" in str(no.value.reason)
        with pytest.raises(Refused, match="cannot_hand"):
            actions.hand_plan(plan(), baby(), by=viewer, today=today)


def test_nobody_to_be_born_is_asked_to_a_meeting_or_met(acting_as, signed_in, today):
    with acting_as("assistente") as viewer:
        to_come = Prepared(
            "network", today + timedelta(days=3), time(10), "", ("Il corredo",), (Asked(person_id=BABY),)
        )
        with pytest.raises(Refused, match="not_of_these"):
            plan_conference(case(), to_come, by=viewer, today=today)
        with pytest.raises(Refused, match="not_of_these"):
            meet_family(case(), Heard("visit", today, (BABY,), "Visita"), by=viewer, today=today)
    page = (
        signed_in("assistente")
        .get(reverse("plan_conference", args=[key_for("case", "bah")]))
        .content.decode()
    )
    assert f"person:{BABY}" not in page
