"""Who works with a family: `add_worker`, `end_worker`, `change_responsible`, `put_to_work`, `send_home`, `send_all_home`,
`send_home_who_no_longer_sees`."""

from datetime import timedelta

import pytest
from django.urls import reverse

from intreccio.families.cases import actions
from intreccio.families.cases.actions.workers import put_to_work
from intreccio.families.cases.models import Case, CaseWorker
from intreccio.families.cases.queries.candidates import Candidate, candidates
from intreccio.families.cases.queries.workers import workers_of
from intreccio.families.cases.rules.workers import Standing
from intreccio.families.cases.vocabulary import WorkerEnd
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.models import Event
from intreccio.ground.kernel.refused import Changed, Refused
from intreccio.parties.organisations.models import Membership, TeamMembership
from intreccio.parties.people.actions.grants import grant, withdraw
from intreccio.parties.people.models import Grant
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


# Who no longer sees the family ---------------------------------------------------------------------------------------


@pytest.fixture
def opened(acting_as, case_of, hat, today):
    """The family is open to the team of the east, and Davide of that team works with it: `opened(level, …)`."""

    def open_to(viewer, **changes):
        return grant(
            case_of("gashi").household, by=viewer, purpose=GrantPurpose.COLLABORATION, reason="Doposcuola insieme", since=today,
            **{"level": Level.RECORD, "until": None, "to_team_id": key_for("team", "equipe_est"), **changes},
        )  # fmt: skip

    with acting_as("coordinatrice") as viewer:
        given = open_to(viewer)
        actions.add_worker(
            case_of("gashi"), membership_id=hat("davide"), why="Compiti", by=viewer, today=today
        )
    return given, open_to


def at_work(case):
    return set(case.workers.filter(until=None).values_list("membership_id", flat=True))


def test_who_no_longer_sees_the_family_stops_working_with_it(acting_as, opened, case_of, hat, today):
    given, _open_to = opened
    with acting_as("coordinatrice") as viewer:
        case = case_of("gashi")
        before = at_work(case)
        withdraw(given, by=viewer, reason="Il doposcuola è finito")
        line = case.workers.get(membership=hat("davide"))
        assert (line.until, line.end_reason) == (today, "no_longer_sees")
        assert at_work(case) == before - {hat("davide")}
        told = Event.objects.get(kind="case.worker_ended", subject_id=line.pk)
        assert (told.codes["reason"], told.codes["who"]) == ("no_longer_sees", str(hat("davide")))


@pytest.mark.parametrize(("level", "stays"), [(Level.RECORD, True), (Level.CONTACT, False)])
def test_another_opening_of_the_record_keeps_them_at_work(acting_as, opened, case_of, hat, level, stays):
    given, open_to = opened
    with acting_as("coordinatrice") as viewer:
        open_to(viewer, level=level, to_team_id=None, to_organisation_id=hat_body("davide"))
        withdraw(given, by=viewer, reason="Basta l'altra")
        assert (hat("davide") in at_work(case_of("gashi"))) is stays


def hat_body(account):
    return Membership.objects.get(pk=key_for("membership", account)).organisation_id


def test_the_reference_stays_until_another_is_named(acting_as, opened, case_of, hat, today):
    """Who has left the team in charge is still named on the case: the page asks for somebody else."""
    given, _open_to = opened
    with acting_as("coordinatrice") as viewer:
        case = case_of("gashi")
        TeamMembership.objects.filter(membership=case.responsible_id).update(until=today)
        withdraw(given, by=viewer, reason="Il doposcuola è finito")
        assert case.responsible_id in at_work(case)


def test_a_family_without_a_case_is_closed_to_others_all_the_same(acting_as, new_family, today):
    with acting_as("coordinatrice") as viewer:
        given = grant(
            new_family(viewer), by=viewer, level=Level.RECORD, purpose=GrantPurpose.COLLABORATION, reason="Per prova",
            since=today, until=None, to_team_id=key_for("team", "equipe_est"),
        )  # fmt: skip
        withdraw(given, by=viewer, reason="Basta così")
        given.refresh_from_db()
        assert given.withdrawn_at is not None


def test_an_opening_that_has_run_out_leaves_nobody_at_work_on_the_page(
    signed_in, acting_as, case_of, hat, today
):
    with acting_as("coordinatrice") as viewer:
        case = case_of("gashi")
        Grant(
            household_id=case.household_id, to_team_id=key_for("team", "equipe_est"), level=Level.RECORD, since=today - timedelta(days=30),
            until=today, purpose=GrantPurpose.COLLABORATION, reason="Doposcuola", granted_by=viewer.membership_id,
        ).save(force_insert=True)  # fmt: skip
        put_to_work(
            case,
            Candidate(Membership.objects.get(pk=hat("davide")), "educator", Standing(granted=True)),
            since=today - timedelta(days=30),
        )
        sight = {one.membership_id: one.sees for one in workers_of(case)}
        assert sight.pop(hat("davide")) is False
        assert set(sight.values()) == {True}
    for url in (reverse("case_page", args=[case.pk]), reverse("household_page", args=[case.household_id])):
        text = " ".join(signed_in("coordinatrice").get(url).content.decode().split())
        assert text.count("Non vede più la famiglia") == 1
