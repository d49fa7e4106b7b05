"""The preliminary analysis begins: `open_case`, `begin`, `begin_from_contact`, `begin_from_signal`."""

import pytest

from intreccio.families.cases import actions
from intreccio.families.cases.models import Case, CaseStep, CaseWorker
from intreccio.families.cases.vocabulary import Motive, Stage
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.models import Event
from intreccio.ground.kernel.refused import NotAllowed, Refused
from intreccio.parties.people.models import Household

WHY = actions.Reasons(Motive.OWN_REQUEST, "Chiedono una mano con i compiti.", ["futuro.genitorialita"])


def test_open_case_writes_case_step_worker_and_event(acting_as, new_family, today, hat):
    with acting_as("assistente") as viewer:
        case = actions.open_case(new_family(viewer), reasons=WHY, by=viewer, today=today)
        assert (case.stage, case.opened_on, case.responsible_id) == (
            Stage.PRELIMINARY,
            today,
            hat("assistente"),
        )
        step = CaseStep.objects.get(case=case)
        assert (step.verb, step.motive, step.by_id) == ("open_case", Motive.OWN_REQUEST, viewer.membership_id)
        worker = CaseWorker.objects.get(case=case)
        assert (worker.profession, worker.organisation_id) == (
            "social_worker",
            key_for("organisation", "comune_rozzano"),
        )
        event = Event.objects.get(kind="case.opened", subject_id=case.pk)
        assert event.codes["municipality"] == "015189"
        assert event.codes["motive"] == "own_request"
        assert WHY.why not in str(event.codes)


def test_a_family_has_one_open_case_at_a_time(acting_as, new_family, today):
    with acting_as("assistente") as viewer:
        family = new_family(viewer)
        actions.open_case(family, reasons=WHY, by=viewer, today=today)
        with pytest.raises(Refused) as no:
            actions.open_case(family, reasons=WHY, by=viewer, today=today)
        assert no.value.code == "already_open"


def test_a_family_that_was_not_taken_can_begin_again(acting_as, new_family, today):
    with acting_as("assistente") as viewer:
        family = new_family(viewer)
        first = actions.open_case(family, reasons=WHY, by=viewer, today=today)
        actions.end_preliminary(first, motive=Motive.ORIENTED, words="Il doposcuola.", by=viewer, today=today)
        actions.open_case(family, reasons=actions.Reasons(Motive.RETURN), by=viewer, today=today)
        assert Case.objects.filter(household=family).count() == 2


def test_an_educator_may_not_open_one(acting_as, today):
    with acting_as("educatrice") as viewer:
        family = Household.objects.get(pk=key_for("household", "ramos"))
        with pytest.raises(NotAllowed):
            actions.open_case(family, reasons=WHY, by=viewer, today=today)


def test_who_only_sees_a_family_does_not_act_on_it(acting_as, today):
    with acting_as("assistente") as viewer:
        family = Household.objects.get(pk=key_for("household", "traore"))
        with pytest.raises(NotAllowed) as no:
            actions.open_case(family, reasons=WHY, by=viewer, today=today)
        assert no.value.code == "not_in_charge"


def test_a_motive_of_another_step_is_refused(acting_as, new_family, today):
    with acting_as("assistente") as viewer, pytest.raises(Refused, match="refused"):
        actions.open_case(new_family(viewer), reasons=actions.Reasons(Motive.ROOM), by=viewer, today=today)
