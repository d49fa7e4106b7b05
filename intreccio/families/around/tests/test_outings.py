"""Going together: `plan_outing`, `move_outing`, `record_outing`, `retry_outing`, `drop_outing`, on the database."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from intreccio.families.around.actions import outings as actions
from intreccio.families.around.actions.outings import Went
from intreccio.families.around.models import Outing
from intreccio.families.around.panels.boxes import holds_back, holds_joining_back
from intreccio.families.around.queries.outings import standing_of, still_open, tries_before
from intreccio.families.around.tests.conftest import (
    CORTILE,
    MAMME,
    SCUOLA,
    agreed,
    case_of,
    household,
    outing_of,
    refusing,
    service,
)
from intreccio.families.cases.queries.attention import prompts_of_household
from intreccio.families.cases.tests.test_races import at_once
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.models import Event
from intreccio.ground.kernel.refused import Changed, NotAllowed, Refused

SCHOOL = key_for("referral", "nadia_scuola")
TO_SCHOOL = {"need_code": "futuro.istruzione", "referral_id": SCHOOL}


def test_plan_outing_says_who_with_whom_and_what_to_bring(acting_as, today):
    with acting_as("educatrice") as viewer:
        said = agreed(
            today, person_id=key_for("person", "nadia"), bring="il diario\n", meet_at=" al portone "
        )
        row = actions.plan_outing(case_of(), service(SCUOLA), said, **TO_SCHOOL, by=viewer, today=today)
        assert (row.state, row.bring, row.meet_at) == ("planned", "il diario", "al portone")
        event = Event.objects.get(kind="outing.planned", subject_id=row.pk)
        assert event.codes["need"] == "futuro.istruzione"
        assert "portone" not in str(event.codes)


@pytest.mark.parametrize(
    ("goes", "ahead", "match"), [("lucia", 0, "dell'équipe"), ("educatrice", -1, "da oggi")]
)
def test_a_no_says_why(acting_as, today, goes, ahead, match):
    plan = agreed(today + timedelta(days=ahead), goes)
    with acting_as("educatrice") as viewer, refusing(match):
        actions.plan_outing(case_of(), service(SCUOLA), plan, **TO_SCHOOL, by=viewer, today=today)


def test_nobody_of_another_family_is_gone_with(acting_as, today):
    plan = agreed(today, person_id=key_for("person", "fatou"))
    with acting_as("educatrice") as viewer, refusing("non è scritta in questa casa"):
        actions.plan_outing(case_of(), service(SCUOLA), plan, **TO_SCHOOL, by=viewer, today=today)


def test_once_for_one_person_and_service(acting_as, today):
    with acting_as("educatrice") as viewer:
        leo = agreed(today, person_id=key_for("person", "leo"))
        with refusing("già scritto"):
            actions.plan_outing(
                case_of(), service(), leo, need_code="futuro.educative", by=viewer, today=today
            )


def test_a_request_goes_with_its_own_family_and_service(acting_as, today):
    with acting_as("educatrice") as viewer:
        for where, request in ((MAMME, SCHOOL), (SCUOLA, key_for("referral", "era_scuola"))):
            with refusing("di questa famiglia"):
                actions.plan_outing(
                    case_of(), service(where), agreed(today), need_code="futuro.istruzione", referral_id=request, by=viewer, today=today
                )  # fmt: skip


def test_a_service_that_is_closed_is_not_gone_to(acting_as, keeper, today):
    keeper.execute("UPDATE directory_service SET status = 'defunct' WHERE id = %s", [SCUOLA])
    with acting_as("educatrice") as viewer, refusing("non è attivo"):
        actions.plan_outing(case_of(), service(SCUOLA), agreed(today), **TO_SCHOOL, by=viewer, today=today)


def test_a_stranger_and_a_reader_plan_nothing(acting_as, today):
    with acting_as("educatrice"):
        case, where = case_of(), service(SCUOLA)
    for account in ("davide", "comune", "scuola"):
        with acting_as(account) as viewer, pytest.raises((NotAllowed, Refused)):
            actions.plan_outing(case, where, agreed(today), **TO_SCHOOL, by=viewer, today=today)


def test_move_outing_to_another_day_and_hand(acting_as, today):
    with acting_as("assistente") as viewer:
        row = outing_of()
        later = agreed(today + timedelta(days=9), "assistente", person_id=row.person_id)
        actions.move_outing(row, later, version=row.version, by=viewer, today=today)
        moved = outing_of()
        assert (moved.day, moved.goes_id) == (later.day, key_for("membership", "assistente"))
        with pytest.raises(Changed):
            actions.move_outing(row, agreed(today), version=1, by=viewer, today=today)
        with refusing("da oggi"):
            actions.move_outing(
                moved, agreed(today - timedelta(days=1)), version=moved.version, by=viewer, today=today
            )


def test_move_outing_to_somebody_with_whom_one_goes_already(acting_as, today):
    with acting_as("educatrice") as viewer:
        leo = outing_of()
        said = {"need_code": "futuro.educative", "by": viewer, "today": today}
        whole = actions.plan_outing(case_of(), leo.service, agreed(today), **said)
        with refusing("già scritto"):
            actions.move_outing(
                whole, agreed(today, person_id=leo.person_id), version=1, by=viewer, today=today
            )
        with refusing("già scritto"):
            actions.move_outing(leo, agreed(today), version=leo.version, by=viewer, today=today)


def test_record_outing_got_in_is_a_contact_and_closes_it(acting_as, today):
    with acting_as("educatrice") as viewer:
        row = outing_of()
        actions.record_outing(
            row,
            Went("got_in", today, words="La prossima volta va la nonna."),
            version=1,
            by=viewer,
            today=today,
        )
        assert outing_of().state == "got_in"
        assert not standing_of(outing_of()).is_open
        for ahead in (1, 30):
            found = prompts_of_household(household().pk, today=today + timedelta(days=ahead))
            assert "no_contact" not in {one.kind for one in found}


def test_record_outing_with_a_no_leaves_a_fact_in_the_ledger(acting_as, ledger, today):
    with acting_as("educatrice") as viewer:
        row = outing_of()
        actions.record_outing(
            row, Went("not_in", today, "no_room", "Tornare fra un mese."), version=1, by=viewer, today=today
        )
        assert ledger == [("futuro.educative", household().municipality_code, "no_room")]
        assert outing_of().stopped == "no_room"
        event = Event.objects.get(kind="outing.stopped", subject_id=row.pk)
        assert event.codes["reason"] == "no_room"
        assert "mese" not in str(event.codes)


@pytest.mark.parametrize("stopped", ["ours", "family", "papers"])
def test_what_was_chosen_or_is_ours_to_mend_is_no_unmet_need(acting_as, ledger, today, stopped):
    with acting_as("educatrice") as viewer:
        actions.record_outing(outing_of(), Went("not_in", today, stopped), version=1, by=viewer, today=today)
    assert ledger == []


def test_the_same_no_tried_again_is_one_fact(acting_as, ledger, today):
    with acting_as("educatrice") as viewer:
        row = outing_of()
        actions.record_outing(row, Went("not_in", today, "closed"), version=1, by=viewer, today=today)
        again = actions.retry_outing(
            outing_of(), agreed(today, person_id=row.person_id), by=viewer, today=today
        )
        assert [each.pk for each in tries_before(again)] == [row.pk]
        actions.record_outing(again, Went("not_in", today, "closed"), version=1, by=viewer, today=today)
        assert len(ledger) == 1
        third = actions.retry_outing(again, agreed(today, person_id=row.person_id), by=viewer, today=today)
        actions.record_outing(third, Went("not_in", today, "no_room"), version=1, by=viewer, today=today)
        assert [reason for *_what, reason in ledger] == ["no_answer", "no_room"], (
            "another reason is another fact"
        )


def test_record_outing_at_a_door_nobody_opened_is_a_contact_all_the_same(acting_as, today):
    with acting_as("educatrice") as viewer:
        actions.record_outing(outing_of(), Went("not_in", today, "closed"), version=1, by=viewer, today=today)
        later = prompts_of_household(household().pk, today=today + timedelta(days=30))
    assert "no_contact" not in {one.kind for one in later}


def test_retry_outing_only_after_a_no_and_once(acting_as, today):
    with acting_as("educatrice") as viewer:
        with refusing("com'è andata"):
            actions.retry_outing(outing_of(), agreed(today), by=viewer, today=today)
        no = outing_of("milagros_cortile")
        actions.retry_outing(no, agreed(today, person_id=no.person_id), by=viewer, today=today)
        with refusing("riprovare"):
            actions.retry_outing(no, agreed(today), by=viewer, today=today)


def test_drop_outing_says_why_and_nothing_waits_any_more(acting_as, today):
    with acting_as("educatrice") as viewer:
        no = outing_of("milagros_cortile")
        actions.drop_outing(no, reason="family", words="", version=1, by=viewer)
        kept = outing_of("milagros_cortile")
        assert (kept.state, kept.stopped, kept.let_go) == ("not_in", "papers", "family")
        assert kept.words == no.words, "what was said of that day stays"
        planned = outing_of()
        actions.drop_outing(planned, reason="alone", words="Va con la nonna.", version=1, by=viewer)
        assert outing_of().state == "dropped"
        with refusing("non ci si va"):
            actions.record_outing(planned, Went("got_in", today), version=2, by=viewer, today=today)


def test_a_closing_waits_and_a_family_out_of_reach_does_not(acting_as, today):
    with acting_as("educatrice") as viewer:
        assert "In 1 servizio" in holds_back(case_of(), motive="reached")
        assert "In 1 servizio" in holds_joining_back(household())
        assert holds_back(case_of(), motive="moved") is None
        actions.drop_outing(outing_of(), reason="alone", words="", version=1, by=viewer)
        assert holds_back(case_of(), motive="reached") is None
        assert still_open(household("quispe").pk) == 1


def test_the_database_keeps_what_was_asked(acting_as, today):
    with acting_as("educatrice"):
        row = outing_of()
        for wrong in (
            {"state": "not_in"},
            {"stopped": "closed"},
            {"done_on": today},
            {"let_go": "alone"},
            {"state": "late"},
        ):
            with pytest.raises(IntegrityError), transaction.atomic():
                Outing.objects.filter(pk=row.pk).update(**wrong)
        for never in (
            {"service_id": MAMME},
            {"need_code": "abitare"},
            {"household_id": household("quispe").pk},
        ):
            with pytest.raises(DatabaseError), transaction.atomic():
                Outing.objects.filter(pk=row.pk).update(**never)


def test_two_tell_how_it_went_at_once_and_one_is_told(committed, today):
    def tell(outcome, stopped=""):
        return lambda viewer: actions.record_outing(
            outing_of(), Went(outcome, today, stopped), version=1, by=viewer, today=today
        )

    told = at_once(("educatrice", tell("got_in")), ("assistente", tell("not_in", "closed")))
    assert sorted(told) == ["done", "state"]


def test_two_agree_on_it_at_once_and_it_is_there_once(committed, keeper, today):
    def plan(viewer):
        said = {"need_code": "futuro.educative", "by": viewer, "today": today}
        actions.plan_outing(case_of("bah"), service(), agreed(today), **said)

    assert sorted(at_once(("educatrice", plan), ("assistente", plan))) == ["cannot_go", "done"]
    (number,) = keeper.execute(
        "SELECT count(*) FROM around_outing WHERE case_id = %s AND service_id = %s",
        [key_for("case", "bah"), CORTILE],
    ).fetchone()
    assert number == 1


def test_two_try_again_at_once_and_one_try_follows(committed, keeper, today):
    def again(viewer):
        no = outing_of("milagros_cortile")
        actions.retry_outing(no, agreed(today, person_id=no.person_id), by=viewer, today=today)

    assert sorted(at_once(("educatrice", again), ("assistente", again))) == ["done", "state"]
