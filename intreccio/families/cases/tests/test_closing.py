"""A way ends with what is agreed for later, and may begin again: `close_case`, `reopen_case`, `bring_back`."""

from datetime import timedelta

import pytest

from intreccio.families.cases import actions
from intreccio.families.cases.actions import Agreed
from intreccio.families.cases.models import Case, CaseFollowUp, CaseWorker
from intreccio.families.cases.vocabulary import Motive, Stage, WorkerEnd
from intreccio.ground.kernel.days import months_after
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.models import Event
from intreccio.ground.kernel.panels import registers
from intreccio.ground.kernel.refused import NotAllowed, Refused

NONE = "non serve"


def later(today, who=None, **left_out):
    """What is agreed for 6 and for 12 months later."""
    return [
        Agreed(6, months_after(today, 6), "Come state", who, left_out.get("six", "")),
        Agreed(12, months_after(today, 12), "Come va", who, left_out.get("twelve", "")),
    ]


def close(case, viewer, today, motive=Motive.REACHED, **more):
    follow_ups = more.pop("follow_ups", later(today))
    actions.close_case(
        case, motive=motive, words=more.get("words", "Grazie."), follow_ups=follow_ups, by=viewer, today=today
    )


def reopen(case, viewer, today):
    actions.reopen_case(case, motive=Motive.ASKS_AGAIN, words="Chiede di noi.", by=viewer, today=today)


@pytest.fixture
def held_back(monkeypatch):
    """Somebody above objects: always, or only while the family can be reached."""

    def objecting(case, *, motive):
        return (
            None if motive in (Motive.MOVED, Motive.STOPPED, Motive.NOT_MET) else "Manca lo sguardo finale."
        )

    monkeypatch.setitem(registers.objections, "why_not_close", [objecting])


@pytest.mark.parametrize("key", ["quispe", "marchetti"])
def test_close_case_from_wherever_it_is_in_charge(acting_as, case_of, hat, today, key):
    with acting_as("assistente") as viewer:
        case = case_of(key)
        close(case, viewer, today, follow_ups=later(today, hat("educatrice")))
        case.refresh_from_db()
        assert (case.stage, case.ended_on) == (Stage.CLOSED, today)
        assert not CaseWorker.objects.filter(case=case, until=None).exists()
        ended = CaseWorker.objects.filter(case=case, until=today).values_list("end_reason", flat=True)
        assert set(ended) == {WorkerEnd.CASE_ENDED}
        agreed = CaseFollowUp.objects.filter(case=case).values_list("months", "due_on", "who_id")
        assert sorted(agreed) == [
            (6, months_after(today, 6), hat("educatrice")),
            (12, months_after(today, 12), hat("educatrice")),
        ]
        codes = Event.objects.get(kind="case.closed", subject_id=case.pk, at__date=today).codes
        assert (codes["motive"], codes["opened_on"]) == ("reached", case.opened_on.isoformat())
        assert codes["in_charge_since"] == case.in_charge_since.isoformat()


def test_a_closed_family_is_still_read_by_its_team_and_by_nobody_else(acting_as, case_of):
    with acting_as("psicologa"):
        assert case_of("el_amrani").stage == Stage.CLOSED
        assert CaseFollowUp.objects.filter(case_id=key_for("case", "el_amrani")).count() == 2
    for stranger in ("davide", "scuola"):
        with acting_as(stranger):
            assert not CaseFollowUp.objects.filter(case_id=key_for("case", "el_amrani")).exists()


def test_what_is_left_out_stays_with_its_reason(acting_as, case_of, hat, today):
    with acting_as("assistente") as viewer:
        close(case_of("quispe"), viewer, today, follow_ups=later(today, hat("educatrice"), twelve=NONE))
        rows = CaseFollowUp.objects.filter(case_id=key_for("case", "quispe")).order_by("months")
        assert [(row.voided_at is None, row.void_reason, row.who_id) for row in rows] == [
            (True, "", hat("educatrice")),
            (False, NONE, None),
        ]


@pytest.mark.parametrize(
    ("follow_ups", "words", "code"),
    [
        (lambda today: later(today), " ", "cannot_close"),
        (lambda today: later(today)[:1], "Grazie.", "cannot_close"),
        (lambda today: [Agreed(6, today, "Come va"), later(today)[1]], "Grazie.", "cannot_agree"),
        (lambda today: [Agreed(6, months_after(today, 6)), later(today)[1]], "Grazie.", "cannot_agree"),
        (lambda today: later(today, key_for("membership", "sara")), "Grazie.", "cannot_call"),
    ],
)
def test_an_end_has_words_and_both_days_and_who_can_see_the_family(
    acting_as, case_of, today, follow_ups, words, code
):
    with acting_as("assistente") as viewer, pytest.raises(Refused, match=code):
        close(case_of("quispe"), viewer, today, follow_ups=follow_ups(today), words=words)


def test_whoever_objects_above_holds_the_closing_back(acting_as, case_of, today, held_back):
    with acting_as("assistente") as viewer, pytest.raises(Refused, match="held_back") as no:
        close(case_of("marchetti"), viewer, today)
    assert no.value.reason == "Manca lo sguardo finale."


@pytest.mark.parametrize("motive", [Motive.MOVED, Motive.STOPPED, Motive.NOT_MET])
def test_who_is_out_of_reach_is_not_waited_for(acting_as, case_of, today, held_back, motive):
    with acting_as("assistente") as viewer:
        close(case_of("marchetti"), viewer, today, motive=motive)
        assert case_of("marchetti").stage == Stage.CLOSED


def test_close_twice_says_that_it_is_closed(acting_as, case_of, today):
    with acting_as("assistente") as viewer:
        case = case_of("quispe")
        close(case, viewer, today)
        with pytest.raises(Refused, match="stage"):
            close(case, viewer, today)


@pytest.mark.parametrize("account", ["educatrice", "comune"])
def test_not_everybody_closes(acting_as, case_of, today, account):
    with acting_as(account) as viewer, pytest.raises(NotAllowed):
        close(case_of("marchetti" if account == "educatrice" else "conti"), viewer, today)


def test_reopen_case_brings_back_who_worked_with_them(acting_as, case_of, hat, today):
    with acting_as("assistente") as viewer:
        case = case_of("el_amrani")
        reopen(case, viewer, today)
        case.refresh_from_db()
        assert (case.stage, case.ended_on, case.stage_since) == (Stage.IN_CHARGE, None, today)
        at_work = CaseWorker.objects.filter(case=case, until=None).values_list("membership_id", flat=True)
        assert {hat("assistente"), hat("awa")} == set(at_work)
        assert case.responsible_id == hat("awa")
        assert not CaseFollowUp.objects.filter(case=case, voided_at=None).exists()
        kinds = Event.objects.filter(household_id=case.household_id, at__date=today)
        assert sorted(kinds.values_list("kind", flat=True)) == [
            "case.reopened", "case.worker_added", "case.worker_added",
        ]  # fmt: skip


def test_who_has_left_the_team_does_not_answer_for_them_again(
    acting_as, case_of, hat, keeper, committed, today
):
    keeper.execute(
        "UPDATE organisations_teammembership SET until = %s WHERE membership_id = %s AND team_id = %s",
        [today, hat("awa"), key_for("team", "equipe_nord")],
    )
    with acting_as("assistente") as viewer:
        case = case_of("el_amrani")
        reopen(case, viewer, today)
        case.refresh_from_db()
        assert case.responsible_id is None
        at_work = CaseWorker.objects.filter(case=case, until=None).values_list("membership_id", flat=True)
        assert set(at_work) == {hat("assistente")}


def test_where_another_way_has_begun_one_goes_on_from_there(acting_as, case_of, today):
    with acting_as("assistente") as viewer:
        case = case_of("el_amrani")
        actions.open_case(case.household, reasons=actions.Reasons(Motive.RETURN), by=viewer, today=today)
        with pytest.raises(Refused, match="cannot_reopen"):
            reopen(case, viewer, today)


def test_a_case_that_was_reopened_can_be_closed_again(acting_as, case_of, today):
    with acting_as("assistente") as viewer:
        case = case_of("el_amrani")
        reopen(case, viewer, today)
        close(case, viewer, today)
        assert CaseFollowUp.objects.filter(case=case, voided_at=None).count() == 2
        assert Case.objects.get(pk=case.pk).ended_on == today


def test_a_closing_by_mistake_is_taken_back_as_it_was_counted(acting_as, case_of, today):
    """The act says how the way had been closed: of two closings only the second is one."""
    with acting_as("assistente") as viewer:
        case = case_of("el_amrani")
        ended = case.ended_on
        actions.reopen_case(
            case, motive=Motive.MISTAKEN, words="Era un'altra famiglia.", by=viewer, today=today
        )
        codes = Event.objects.get(household_id=case.household_id, kind="case.reopened").codes
    said = {name: codes[name] for name in ("motive", "closed_on", "in_charge_since", "opened_on")}
    assert said == {
        "motive": "mistaken", "closed_on": ended.isoformat(), "in_charge_since": case.in_charge_since.isoformat(),
        "opened_on": case.opened_on.isoformat(),
    }  # fmt: skip
    assert codes["closed_motive"]


def test_months_after_keeps_to_the_month():
    from datetime import date

    assert months_after(date(2026, 8, 31), 6) == date(2027, 2, 28)
    assert months_after(date(2026, 11, 29), 12) == date(2027, 11, 29)
    assert months_after(date(2026, 12, 1), 6) - date(2026, 12, 1) < timedelta(days=184)
