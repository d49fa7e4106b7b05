"""Who changes role, and comes back to their team, finds what waits for them under the new hat; who does not, takes nothing along."""

from datetime import datetime, time

import pytest
from django.urls import reverse

from intreccio.families.cases.actions.taking_up import take_up_meetings
from intreccio.families.cases.models import Case, CaseFollowUp, ConferenceSeat
from intreccio.families.diary.actions import Agreed, plan_visit
from intreccio.families.diary.actions.visits import take_up_visits
from intreccio.families.diary.models import Visit
from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.viewer import House
from intreccio.parties.organisations.actions.memberships import change_role
from intreccio.parties.organisations.actions.teams import add_team_member
from intreccio.parties.organisations.models import Membership, Team
from intreccio.workshop.calendar.queries.reminders import Due, not_yet_reminded
from tests.house.calendar.conftest import hat

NORTH = key_for("team", "equipe_nord")
OLD = hat("educatrice")


@pytest.fixture
def afternoon(today):
    """Three in the afternoon of today, by the clock on the wall."""
    return datetime.combine(today, time(15))


@pytest.fixture
def planned(plans, acting_as, tomorrow, today):
    """Chiara is asked to a meeting tomorrow, goes to a visit with a colleague, and is to hear a family in some days."""
    meeting = plans(tomorrow, time(9), "educatrice", "psicologa")
    with acting_as("assistente") as by:
        case = Case.objects.select_related("household").get(pk=key_for("case", "marchetti"))
        agreed = Agreed(tomorrow, "Merenda insieme", "home", [OLD, hat("assistente")], time(16))
        visit = plan_visit(case, agreed, by=by, today=today)
        follow_up = CaseFollowUp.objects.filter(who_id=OLD, done_on=None, voided_at=None).first()
        assert follow_up is not None
    return meeting, visit, follow_up


@pytest.fixture
def new_hat(planned, acting_as, today):
    """Chiara is a social worker from today, and does not work in the team yet."""
    with acting_as("admin") as by:
        return change_role(Membership.objects.get(pk=OLD), role="social_worker", by=by, today=today)


def comes_back(new, acting_as, today, team=NORTH):
    with acting_as("admin") as by:
        add_team_member(Team.objects.get(pk=team), new, profession="social_worker", by=by, today=today)


def whose(planned, acting_as):
    """Who takes part now, as the team reads it."""
    meeting, visit, follow_up = planned
    with acting_as("assistente"):
        seats = ConferenceSeat.objects.filter(conference=meeting, membership__isnull=False)
        return (
            set(seats.values_list("membership_id", flat=True)),
            Visit.objects.get(pk=visit.pk).workers,
            CaseFollowUp.objects.get(pk=follow_up.pk).who_id,
        )


def test_who_comes_back_to_the_team_finds_what_waits(planned, new_hat, acting_as, signed_in, today, tomorrow):
    assert whose(planned, acting_as)[1] == [OLD, hat("assistente")], "until then it is the team's to see to"
    comes_back(new_hat, acting_as, today)
    seats, workers, who = whose(planned, acting_as)
    assert seats == {new_hat.pk, hat("psicologa")}
    assert workers == [new_hat.pk, hat("assistente")]
    assert who == new_hat.pk


def test_it_is_reminded_and_stands_in_one_s_own_week(
    planned, new_hat, acting_as, signed_in, today, tomorrow, afternoon
):
    comes_back(new_hat, acting_as, today)
    meeting, visit, _follow_up = planned
    with acting(House("jobs")):
        due = [each for each in not_yet_reminded(afternoon, 500) if each.membership_id in {OLD, new_hat.pk}]
    assert Due("meeting", meeting.pk, new_hat.pk, tomorrow, time(9)) in due
    assert Due("visit", visit.pk, new_hat.pk, tomorrow, time(16)) in due
    assert not any(each.membership_id == OLD for each in due)
    text = signed_in("educatrice").get(reverse("my_calendar"), {"day": tomorrow.isoformat()}).content.decode()
    assert "Merenda insieme" in text


def test_who_goes_to_another_team_takes_nothing_along(planned, new_hat, acting_as, today):
    comes_back(new_hat, acting_as, today, team=key_for("team", "equipe_sud"))
    seats, workers, who = whose(planned, acting_as)
    assert (OLD in seats, workers, who) == (True, [OLD, hat("assistente")], OLD)


def test_what_was_stays_under_the_hat_of_that_day(plans, acting_as, today, tomorrow):
    """A visit that was met is history: under which hat it was done stays written."""
    with acting_as("educatrice"):
        before = {row.pk: row.workers for row in Visit.objects.exclude(state="planned")}
        assert any(OLD in workers for workers in before.values())
    with acting_as("admin") as by:
        new = change_role(Membership.objects.get(pk=OLD), role="social_worker", by=by, today=today)
    comes_back(new, acting_as, today)
    with acting_as("assistente"):
        after = {row.pk: row.workers for row in Visit.objects.filter(pk__in=before)}
    assert after == {key: workers for key, workers in before.items() if key in after}


@pytest.mark.parametrize("account", ["psicologa", "coordinatrice"])
def test_take_up_meetings_and_take_up_visits_move_what_was_that_person_s_and_once(
    planned, new_hat, acting_as, today, account
):
    with acting_as("sara"):
        for take_up in (take_up_meetings, take_up_visits):
            take_up(hat(account))
    seats, workers, who = whose(planned, acting_as)
    assert (OLD in seats, workers, who) == (True, [OLD, hat("assistente")], OLD), "it is nobody else's"
    comes_back(new_hat, acting_as, today)
    with acting_as("assistente"):
        version = Visit.objects.get(pk=planned[1].pk).version
        for take_up in (take_up_meetings, take_up_visits):
            take_up(new_hat.pk)
        assert Visit.objects.get(pk=planned[1].pk).version == version
