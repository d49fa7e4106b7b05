"""The preliminary analysis ends: `take_charge`, `end_preliminary`, `void_case`."""

import pytest

from intreccio.families.cases import actions
from intreccio.families.cases.models import Case, CaseStep, CaseWorker
from intreccio.families.cases.vocabulary import Motive, Stage
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.models import Event
from intreccio.ground.kernel.refused import NotAllowed, Refused

NORTH, EAST, SOUTH = (key_for("team", f"equipe_{side}") for side in ("nord", "est", "sud"))


def test_take_charge_names_who_answers_and_since_when(acting_as, case_of, hat, today):
    with acting_as("assistente") as viewer:
        case = case_of("gashi")
        choice = actions.Choice(NORTH, hat("educatrice"))
        actions.take_charge(
            case, choice=choice, motive=Motive.AGREED, words="Con Arta.", by=viewer, today=today
        )
        case.refresh_from_db()
        assert (case.stage, case.in_charge_since, case.responsible_id) == (
            Stage.IN_CHARGE,
            today,
            hat("educatrice"),
        )
        assert CaseWorker.objects.filter(case=case, membership=hat("educatrice"), until=None).exists()
        assert (
            CaseStep.objects.filter(case=case, verb="take_charge", stage_from=Stage.PRELIMINARY).count() == 1
        )
        assert Event.objects.get(kind="case.taken_charge", subject_id=case.pk).codes["motive"] == "agreed"


def test_the_team_of_a_family_comes_from_two_bodies(acting_as, case_of):
    with acting_as("educatrice"):
        bodies = set(
            case_of("marchetti").workers.filter(until=None).values_list("organisation_id", flat=True)
        )
        assert bodies == {key_for("organisation", "telaio"), key_for("organisation", "comune_rozzano")}


def test_take_charge_twice_is_refused(acting_as, case_of, hat, today):
    with acting_as("assistente") as viewer:
        case, choice = case_of("gashi"), actions.Choice(NORTH, hat("educatrice"))
        actions.take_charge(case, choice=choice, motive=Motive.AGREED, by=viewer, today=today)
        with pytest.raises(Refused) as no:
            actions.take_charge(case, choice=choice, motive=Motive.AGREED, by=viewer, today=today)
        assert "già in carico" in str(no.value.reason)


def test_who_is_not_of_the_team_cannot_answer_for_the_family(acting_as, case_of, hat, today):
    choice = actions.Choice(NORTH, hat("davide"))
    with acting_as("assistente") as viewer, pytest.raises(Refused) as no:
        actions.take_charge(case_of("gashi"), choice=choice, motive=Motive.AGREED, by=viewer, today=today)
    assert no.value.code == "cannot_answer_for"


def test_take_charge_by_another_team_moves_the_family_there(acting_as, case_of, hat, today):
    with acting_as("assistente") as viewer:
        case = case_of("gashi")
        actions.take_charge(
            case, choice=actions.Choice(SOUTH, hat("sara")), motive=Motive.AGREED, by=viewer, today=today
        )
        assert not Case.objects.filter(pk=case.pk).exists()
    with acting_as("sara"):
        case = case_of("gashi")
        assert (case.team_id, case.responsible_id, case.team_since) == (SOUTH, hat("sara"), today)
        assert set(case.workers.filter(until=None).values_list("membership_id", flat=True)) == {hat("sara")}


def test_an_educator_may_not_take_charge(acting_as, case_of, hat, today):
    with acting_as("educatrice") as viewer, pytest.raises(NotAllowed):
        actions.take_charge(
            case_of("gashi"),
            choice=actions.Choice(NORTH, hat("educatrice")),
            motive=Motive.AGREED,
            by=viewer,
            today=today,
        )


def test_end_preliminary_keeps_the_reason_and_sends_everybody_home(acting_as, case_of, today):
    with acting_as("assistente") as viewer:
        case = case_of("gashi")
        actions.end_preliminary(
            case, motive=Motive.FOLLOWED, words="La segue il consultorio.", by=viewer, today=today
        )
        case.refresh_from_db()
        assert (case.stage, case.ended_on) == (Stage.NOT_TAKEN, today)
        assert not case.workers.filter(until=None).exists()
        assert (
            Event.objects.get(kind="case.preliminary_ended", subject_id=case.pk).codes["motive"] == "followed"
        )


def test_a_family_in_charge_has_no_preliminary_to_end(acting_as, case_of, today):
    with acting_as("assistente") as viewer, pytest.raises(Refused):
        actions.end_preliminary(
            case_of("marchetti"), motive=Motive.FOLLOWED, words="", by=viewer, today=today
        )


def test_void_case_keeps_it_readable_and_lets_another_begin(acting_as, case_of, today):
    with acting_as("assistente") as viewer:
        case = case_of("gashi")
        actions.void_case(case, reason="Era per un'altra famiglia", by=viewer)
        assert Case.objects.get(pk=case.pk).void_reason == "Era per un'altra famiglia"
        actions.open_case(case.household, reasons=actions.Reasons(Motive.OWN_REQUEST), by=viewer, today=today)
        with pytest.raises(Refused):
            actions.void_case(case, reason="ancora", by=viewer)
