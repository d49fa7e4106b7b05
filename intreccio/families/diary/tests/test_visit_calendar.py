"""Visits stand in the week of the team and of who goes, and whoever goes is reminded once."""

from datetime import time, timedelta

import pytest
from django.db import connection
from django.urls import reverse

from intreccio.families.cases.actions import close_case, reopen_case, void_case
from intreccio.families.cases.actions.closing import Agreed as Later
from intreccio.families.cases.vocabulary import Motive
from intreccio.families.diary.actions import move_visit, plan_visit
from intreccio.families.diary.queries.calendar import VISITS_DUE
from intreccio.families.diary.tests.conftest import case_of
from intreccio.families.diary.tests.visiting import D, agreed, hat
from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.panels import registers
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


@pytest.fixture
def nobody_objects(monkeypatch):
    """What else is open in this family does not hold back its end."""
    for name in ("why_not_close", "why_not_void_case"):
        monkeypatch.setitem(registers.objections, name, [])


@pytest.mark.parametrize("how", ["ended", "opened by mistake"])
def test_of_a_way_that_is_over_no_visit_is_reminded_nor_stands_in_a_week(
    signed_in, acting_as, nobody_objects, how
):
    with acting_as("assistente") as viewer:
        who = [hat("educatrice"), hat("assistente")]
        said = agreed(what="Merenda insieme", hour=time(16), workers=who)
        visit = plan_visit(case_of("marchetti"), said, by=viewer, today=D)
        if how == "ended":
            later = [Later(months, D + timedelta(days=30 * months), left_out="no") for months in (6, 12)]
            close_case(
                case_of("marchetti"), motive=Motive.STOPPED, words="Grazie", follow_ups=later, by=viewer, today=D
            )  # fmt: skip
        else:
            void_case(case_of("marchetti"), reason="Era un'altra famiglia", by=viewer)
    client, week = signed_in("assistente"), reverse("my_calendar")
    with acting(House("jobs")):
        assert due(visit.pk) == []
        assert [row for row in due() if row[1] == visit.pk] == []
    assert "Merenda insieme" not in client.get(week, {"day": visit.day.isoformat()}).content.decode()
    if how == "ended":
        with acting_as("assistente") as viewer:
            reopen_case(case_of("marchetti"), motive=Motive.ASKS_AGAIN, words="Torna.", by=viewer, today=D)
        with acting(House("jobs")):
            assert len(due(visit.pk)) == 2, "the way goes on, and so does what was agreed"


def test_a_visit_of_a_way_opened_by_mistake_waits_for_nobody(signed_in, acting_as, nobody_objects):
    """Nothing could be written of it, and it would stand in Oggi for ever."""
    with acting_as("assistente") as viewer:
        said = agreed(day=D, what="Merenda insieme", workers=[hat("assistente")])
        plan_visit(case_of("marchetti"), said, by=viewer, today=D)
    client, places = signed_in("assistente"), [reverse("today"), reverse("start_visit_note")]
    assert all("Merenda insieme" in client.get(place).content.decode() for place in places)
    with acting_as("assistente") as viewer:
        void_case(case_of("marchetti"), reason="Era un'altra famiglia", by=viewer)
    assert not any("Merenda insieme" in client.get(place).content.decode() for place in places)
