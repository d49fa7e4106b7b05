"""Who works with a family: `add_worker`, `end_worker`, `change_responsible`, `put_to_work`, `send_home`, `send_all_home`."""

from datetime import timedelta

import pytest

from intreccio.families.cases import actions
from intreccio.families.cases.models import Case, CaseWorker
from intreccio.families.cases.queries.candidates import candidates
from intreccio.families.cases.vocabulary import WorkerEnd
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.models import Event
from intreccio.ground.kernel.refused import Changed, Refused
from intreccio.parties.people.actions.grants import grant
from intreccio.parties.people.vocabulary import GrantPurpose, Level


def test_add_worker_writes_profession_and_body_of_that_day(acting_as, case_of, hat, today):
    with acting_as("coordinatrice") as viewer:
        case = case_of("gashi")
        worker = actions.add_worker(
            case, membership_id=hat("psicologa"), why="Con Arta", by=viewer, today=today
        )
        assert (worker.profession, worker.organisation_id) == (
            "psychologist",
            key_for("organisation", "melograno"),
        )
        assert (
            Event.objects.get(kind="case.worker_added", subject_id=worker.pk).codes["profession"]
            == "psychologist"
        )


@pytest.mark.parametrize("account", ["davide", "scuola", "admin", "elio", "sara"])
def test_who_cannot_see_the_family_cannot_work_with_it(acting_as, case_of, hat, today, account):
    with acting_as("coordinatrice") as viewer, pytest.raises(Refused) as no:
        actions.add_worker(case_of("gashi"), membership_id=hat(account), why="", by=viewer, today=today)
    assert no.value.code == "cannot_join"


def test_a_window_on_the_record_lets_another_team_work_with_the_family(acting_as, case_of, hat, today):
    with acting_as("coordinatrice") as viewer:
        case = case_of("gashi")
        grant(
            case.household, by=viewer, level=Level.RECORD, purpose=GrantPurpose.COLLABORATION, reason="Doposcuola insieme",
            since=today, until=today + timedelta(days=30), to_team_id=key_for("team", "equipe_est"),
        )  # fmt: skip
        assert hat("davide") in {one.membership.pk for one in candidates(case, today)}
        actions.add_worker(case, membership_id=hat("davide"), why="Compiti", by=viewer, today=today)
    with acting_as("davide"):
        assert Case.objects.filter(pk=case.pk).exists()


def test_a_window_on_who_they_are_is_not_enough(acting_as, case_of, hat, today):
    with acting_as("coordinatrice") as viewer:
        case = case_of("gashi")
        grant(
            case.household, by=viewer, level=Level.CONTACT, purpose=GrantPurpose.COLLABORATION, reason="Doposcuola",
            since=today, until=None, to_team_id=key_for("team", "equipe_est"),
        )  # fmt: skip
        with pytest.raises(Refused):
            actions.add_worker(case, membership_id=hat("davide"), why="", by=viewer, today=today)


def test_nobody_works_twice_at_once_with_a_family(acting_as, case_of, hat, today):
    with acting_as("coordinatrice") as viewer, pytest.raises(Refused) as no:
        actions.add_worker(
            case_of("marchetti"), membership_id=hat("educatrice"), why="", by=viewer, today=today
        )
    assert "già" in str(no.value.reason)


def test_end_worker_says_why_and_the_line_stays(acting_as, case_of, hat, today):
    with acting_as("coordinatrice") as viewer:
        worker = case_of("marchetti").workers.get(membership=hat("assistente"))
        actions.end_worker(worker, reason=WorkerEnd.DONE, by=viewer, today=today)
        worker.refresh_from_db()
        assert (worker.until, worker.end_reason) == (today, "done")
        assert Event.objects.filter(kind="case.worker_ended", subject_id=worker.pk).exists()
        with pytest.raises(Refused):
            actions.end_worker(worker, reason=WorkerEnd.DONE, by=viewer, today=today)


def test_the_reference_cannot_leave_before_another_is_named(acting_as, case_of, hat, today):
    with acting_as("coordinatrice") as viewer:
        case = case_of("marchetti")
        worker = case.workers.get(membership=hat("educatrice"))
        with pytest.raises(Refused):
            actions.end_worker(worker, reason=WorkerEnd.ABSENCE, by=viewer, today=today)
        actions.change_responsible(
            case, membership_id=hat("awa"), version=case.version, by=viewer, today=today
        )
        actions.end_worker(worker, reason=WorkerEnd.ABSENCE, by=viewer, today=today)


def test_change_responsible_puts_them_to_work_and_meets_who_wrote_first(acting_as, case_of, hat, today):
    with acting_as("coordinatrice") as viewer:
        case = case_of("marchetti")
        read_at = case.version
        actions.change_responsible(case, membership_id=hat("awa"), version=read_at, by=viewer, today=today)
        assert CaseWorker.objects.filter(case=case, membership=hat("awa"), until=None).exists()
        with pytest.raises(Changed) as met:
            actions.change_responsible(
                case, membership_id=hat("educatrice"), version=read_at, by=viewer, today=today
            )
        assert isinstance(met.value.current, Case)
        assert met.value.current.responsible_id == hat("awa")
