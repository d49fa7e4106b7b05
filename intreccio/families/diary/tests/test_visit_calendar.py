"""Visits stand in the week of the team and of who goes, and whoever goes is reminded once."""

from datetime import time, timedelta

from django.db import connection
from django.urls import reverse

from intreccio.families.diary.actions import move_visit, plan_visit
from intreccio.families.diary.queries.calendar import VISITS_DUE
from intreccio.families.diary.tests.conftest import case_of
from intreccio.families.diary.tests.visiting import D, agreed, hat
from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.viewer import House


def due(only=None, since=D, until=D + timedelta(days=2)):
    with connection.cursor() as cursor:
        cursor.execute(VISITS_DUE, {"since": since, "until": until, "only": only})
        return cursor.fetchall()


def test_a_visit_stands_in_the_week_of_the_team_and_of_who_goes(signed_in, acting_as):
    with acting_as("educatrice") as viewer:
        plan_visit(case_of("marchetti"), agreed(what="Merenda insieme", hour=time(16)), by=viewer, today=D)
    client = signed_in("educatrice")
    day = (D + timedelta(days=1)).isoformat()
    assert "Merenda insieme" in client.get(reverse("my_calendar"), {"day": day}).content.decode()


def test_only_the_house_is_told_whom_to_remind_and_of_whom_nothing(acting_as):
    with acting_as("educatrice") as viewer:
        visit = plan_visit(case_of("marchetti"), agreed(hour=time(16)), by=viewer, today=D)
        assert due(visit.pk) == []
    with acting(House("jobs")):
        assert due(visit.pk) == [("visit", visit.pk, hat("educatrice"), D + timedelta(days=1), time(16))]
    with acting_as("educatrice") as viewer:
        move_visit(visit, day=D + timedelta(days=9), hour=None, version=1, by=viewer, today=D)
    with acting(House("jobs")):
        assert [row for row in due() if row[1] == visit.pk] == []
