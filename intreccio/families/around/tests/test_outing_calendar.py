"""Going together stands in the week of the team and of who goes, and whoever goes is reminded once, of nobody by name."""

from datetime import time, timedelta

import pytest
from django.db import connection, transaction
from django.urls import reverse

from conftest import viewer_named
from intreccio.families.around.actions import outings as actions
from intreccio.families.around.actions.outings import Went, take_up_outings
from intreccio.families.around.models import Outing
from intreccio.families.around.queries.calendar import DUE, entries_of
from intreccio.families.around.tests.conftest import MAMME, agreed, case_of, service
from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.viewer import House
from intreccio.parties.organisations.actions.memberships import change_role
from intreccio.parties.organisations.actions.teams import add_team_member
from intreccio.parties.organisations.models import Membership, Team
from intreccio.workshop.calendar.actions import make_feed
from intreccio.workshop.calendar.queries.feeds import book_for
from intreccio.workshop.calendar.queries.sources import Wanted
from intreccio.workshop.calendar.rules.reminding import said_of

EDUCATOR = key_for("membership", "educatrice")


@pytest.fixture
def tomorrow(today):
    return today + timedelta(days=1)


@pytest.fixture
def outing(acting_as, today, tomorrow):
    """The educator goes tomorrow at ten."""
    with acting_as("educatrice") as viewer:
        said = agreed(tomorrow, at=time(10), meet_at="al portone")
        return actions.plan_outing(
            case_of(), service(MAMME), said, need_code="famiglie.segretariato", by=viewer, today=today
        )


def due(only=None, since=None, until=None):
    with connection.cursor() as cursor:
        cursor.execute(DUE, {"since": since, "until": until, "only": only})
        return cursor.fetchall()


def found(viewer, day, **whose):
    return {entry.key for entry in entries_of(viewer, Wanted(day, day, **whose))}


def test_it_stands_in_the_week_of_who_goes_and_of_the_team(signed_in, acting_as, outing, tomorrow):
    week = signed_in("educatrice").get(reverse("my_calendar"), {"day": tomorrow.isoformat()}).content.decode()
    assert "Insieme a «" in week
    assert reverse("outing_page", args=[outing.pk]) in week
    with acting_as("assistente") as viewer:
        wanted = Wanted(tomorrow, tomorrow, outing.team_id)
        (entry,) = [each for each in entries_of(viewer, wanted) if each.key == outing.pk]
        assert (entry.hour, entry.place, entry.has(EDUCATOR)) == (time(10), "al portone", True)
    with acting_as("davide") as stranger:
        assert not found(stranger, tomorrow, team_id=outing.team_id, members=(EDUCATOR,))


def test_moved_it_stands_on_the_other_day_and_dropped_on_none(acting_as, outing, today, tomorrow):
    with acting_as("educatrice") as viewer:
        later = tomorrow + timedelta(days=6)
        actions.move_outing(outing, agreed(later), version=1, by=viewer, today=today)
        assert outing.pk not in found(viewer, tomorrow, members=(EDUCATOR,))
        assert outing.pk in found(viewer, later, members=(EDUCATOR,))
        actions.drop_outing(outing, reason="family", words="", version=2, by=viewer)
        assert outing.pk not in found(viewer, later, members=(EDUCATOR,))


def test_gone_it_stands_on_the_day_on_which_one_went(acting_as, today):
    with acting_as("educatrice") as viewer:
        said = agreed(today)
        row = actions.plan_outing(
            case_of(), service(MAMME), said, need_code="famiglie.segretariato", by=viewer, today=today
        )
        before = today - timedelta(days=1)
        actions.record_outing(row, Went("got_in", before), version=1, by=viewer, today=today)
        assert row.pk in found(viewer, before, members=(EDUCATOR,))
        assert row.pk not in found(viewer, today, members=(EDUCATOR,), team_id=row.team_id)


def test_only_the_house_is_told_whom_to_remind(acting_as, outing, tomorrow):
    with acting_as("educatrice"):
        assert due(outing.pk) == []
    with acting(House("jobs")):
        (row,) = due(outing.pk)
        assert row == ("appointment", outing.pk, EDUCATOR, tomorrow, time(10))
        assert row in due(since=tomorrow, until=tomorrow)


def test_whoever_sees_the_family_no_more_is_reminded_of_nothing(committed, keeper, today, tomorrow):
    viewer = viewer_named("educatrice")
    with acting(viewer), transaction.atomic():
        row = actions.plan_outing(
            case_of(),
            service(MAMME),
            agreed(tomorrow),
            need_code="famiglie.segretariato",
            by=viewer,
            today=today,
        )
    with acting(House("jobs")):
        assert due(row.pk)
    keeper.execute(
        "UPDATE organisations_teammembership SET until = current_date WHERE membership_id = %s", [EDUCATOR]
    )
    with acting(House("jobs")):
        assert due(row.pk) == []


def test_on_a_telephone_and_in_a_mail_it_is_an_appointment_and_no_more(acting_as, outing, today, tomorrow):
    with acting_as("educatrice") as viewer:
        token = make_feed(by=viewer)
    book = book_for(token, today).decode()
    assert "SUMMARY:Appuntamento" in book
    assert "insieme" not in book
    assert "portone" not in book
    assert said_of("appointment", tomorrow, today) == "Domani hai un appuntamento."


def test_who_changes_role_and_comes_back_to_the_team_goes_under_the_new_hat(
    acting_as, outing, today, tomorrow
):
    with acting_as("educatrice") as by:
        said = agreed(today, person_id=key_for("person", "nadia"))
        gone = actions.plan_outing(
            case_of(), service(MAMME), said, need_code="famiglie.segretariato", by=by, today=today
        )
        actions.record_outing(gone, Went("got_in", today), version=1, by=by, today=today)
    with acting_as("admin") as by:
        new = change_role(Membership.objects.get(pk=EDUCATOR), role="social_worker", by=by, today=today)
    with acting_as("assistente"):
        assert Outing.objects.get(pk=outing.pk).goes_id == EDUCATOR, "until then it is for who answers"
    with acting_as("admin") as by:
        team = Team.objects.get(pk=outing.team_id)
        add_team_member(team, new, profession="social_worker", by=by, today=today)
        take_up_outings(new.pk)
    with acting_as("assistente"):
        row = Outing.objects.get(pk=outing.pk)
        assert (row.goes_id, row.version) == (new.pk, 2), "twice is once"
        assert Outing.objects.get(pk=gone.pk).goes_id == EDUCATOR, "where one went stays as it was"
    with acting(House("jobs")):
        assert [hat for _kind, _key, hat, _day, _hour in due(outing.pk)] == [new.pk]
