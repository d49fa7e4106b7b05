"""Who is elsewhere at the hour of a visit: said on the form that agrees or moves it, never refused."""

from datetime import time, timedelta

import pytest
from django.urls import reverse

from intreccio.families.diary.actions import plan_visit
from intreccio.families.diary.models import Visit
from intreccio.families.diary.tests.conftest import case_of
from intreccio.families.diary.tests.visiting import D, agreed, hat
from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.ground.kernel.models import Reading

DAY = D + timedelta(days=300)
PLAN = reverse("plan_visit", args=[key_for("case", "marchetti")])
SAID = "Chiara Fontana: Famiglia Cattaneo, 9:00"


@pytest.fixture(autouse=True)
def _elsewhere(acting_as):
    """Chiara goes to the Cattaneo family that day, from nine to ten."""
    with acting_as("assistente") as viewer:
        plan_visit(case_of("cattaneo"), agreed(day=DAY, hour=time(9)), by=viewer, today=D)


def said(hour="09:30", account="educatrice", **more):
    fields = {"what": "Merenda", "day": DAY.isoformat(), "minutes": "60", "place": "home"}
    return {**fields, "once": str(new_key()), "hour": hour, "workers": [str(hat(account))], **more}


def seen_in(page):
    return page.content.decode().split('name="seen" value="')[1].split('"')[0]


def planned(acting_as, hour=None):
    with acting_as("assistente"):
        rows = Visit.objects.filter(case_id=key_for("case", "marchetti"), day=DAY)
        return rows.filter(hour=hour).count() if hour else rows.count()


def test_the_form_of_a_visit_says_who_is_elsewhere_and_the_same_again_holds(signed_in, acting_as):
    client = signed_in("assistente")
    page = client.post(PLAN, said())
    assert SAID in page.content.decode()
    assert "Merenda" in page.content.decode(), "and nothing that was written is lost"
    assert planned(acting_as) == 0
    assert client.post(PLAN, said(seen=seen_in(page))).status_code == 302
    assert planned(acting_as) == 1


@pytest.mark.parametrize(
    "more", [{"hour": "10:00"}, {"hour": ""}, {"account": "assistente"}, {"hour": "08:15", "minutes": "45"}]
)
def test_where_nobody_is_elsewhere_a_visit_is_agreed_at_once(signed_in, acting_as, more):
    assert signed_in("assistente").post(PLAN, said(**more)).status_code == 302
    assert planned(acting_as) == 1


def test_a_visit_that_moves_says_it_too_and_does_not_clash_with_itself(signed_in, acting_as):
    with acting_as("assistente") as viewer:
        row = plan_visit(case_of("marchetti"), agreed(day=DAY, hour=time(11), minutes=90), by=viewer, today=D)
    client, url = signed_in("assistente"), reverse("move_visit", args=[row.pk])

    def move(hour, version, **more):
        asked = {"once": str(new_key()), "version": version, "day": DAY.isoformat(), "hour": hour}
        return client.post(url, {**asked, **more})

    assert move("11:30", 1).status_code == 302
    page = move("09:30", 2)
    assert SAID in page.content.decode()
    assert planned(acting_as, time(11, 30)) == 1
    assert move("09:30", 2, seen=seen_in(page)).status_code == 302
    assert planned(acting_as, time(9, 30)) == 1


def test_what_is_shown_of_another_family_is_written_down_as_read(signed_in, acting_as):
    signed_in("assistente").post(PLAN, said())
    with acting_as("assistente") as viewer:
        shown = Reading.objects.filter(
            membership_id=viewer.membership_id, page="plan_visit", household_id=None
        )
        assert [row.shown for row in shown] == [[key_for("household", "cattaneo")]]
