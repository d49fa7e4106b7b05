"""Who is elsewhere at the hour of a meeting: said on the form, never refused."""

from datetime import timedelta

import pytest
from django.urls import reverse

from intreccio.families.cases.models import Conference
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.ground.kernel.models import Reading

DAY = str(today() + timedelta(days=400))
CHIARA, GIULIA = key_for("membership", "educatrice"), key_for("membership", "assistente")
PLAN = {key: reverse("plan_conference", args=[key_for("case", key)]) for key in ("marchetti", "cattaneo")}


def said(at="09:00", hat=CHIARA, **more):
    fields = {"kind": "team", "day": DAY, "at": at, "agenda": "I pomeriggi", "seats": [f"membership:{hat}"]}
    return {**fields, "once": str(new_key()), "place": "", "others": "", **more}


@pytest.fixture
def client(signed_in):
    """The social worker, who has planned a meeting of the Cattaneo family with Chiara at nine."""
    worker = signed_in("assistente")
    assert worker.post(PLAN["cattaneo"], said()).status_code == 302
    return worker


def planned(acting_as):
    with acting_as("assistente"):
        return Conference.objects.filter(case_id=key_for("case", "marchetti"), day=DAY).count()


def seen_in(page):
    return page.content.decode().split('name="seen" value="')[1].split('"')[0]


def test_the_form_says_who_is_elsewhere_and_the_same_again_holds(client, acting_as):
    page = client.post(PLAN["marchetti"], said("09:30"))
    text = page.content.decode()
    assert "A quell&#x27;ora qualcuno è già altrove." in text or "A quell'ora qualcuno è già altrove." in text
    assert "Chiara Fontana: Famiglia Cattaneo, 9:00" in text
    assert planned(acting_as) == 0
    assert client.post(PLAN["marchetti"], said("09:30", seen=seen_in(page))).status_code == 302
    assert planned(acting_as) == 1


def test_another_clash_is_said_again(client):
    first = client.post(PLAN["marchetti"], said("09:30"))
    assert client.post(PLAN["cattaneo"], said("12:00")).status_code == 302
    again = client.post(PLAN["marchetti"], said("12:30", seen=seen_in(first)))
    assert "Chiara Fontana: Famiglia Cattaneo, 12:00" in again.content.decode()


@pytest.mark.parametrize("more", [{"at": "10:00"}, {"at": ""}, {"hat": GIULIA, "at": "09:30"}])
def test_where_nobody_is_elsewhere_nothing_is_said(client, acting_as, more):
    assert client.post(PLAN["marchetti"], said(**more)).status_code == 302
    assert planned(acting_as) == 1


def test_moved_within_its_own_hour_a_meeting_does_not_clash_with_itself(client, acting_as):
    with acting_as("assistente"):
        row = Conference.objects.get(case_id=key_for("case", "cattaneo"), day=DAY)
    url = reverse("edit_conference", args=[row.case_id, row.pk])
    assert client.post(url, said("09:30", version="1")).status_code == 302


def test_of_a_family_out_of_sight_nothing_is_told(signed_in, client):
    """Whoever plans for another team is told nothing of ours, not even that somebody is busy."""
    other = signed_in("davide")
    assert other.get(PLAN["marchetti"]).status_code == 404


def test_what_was_shown_is_a_reading(client, acting_as):
    client.post(PLAN["marchetti"], said("09:30"))
    with acting_as("assistente") as viewer:
        shown = Reading.objects.filter(
            membership_id=viewer.membership_id, page="plan_conference", household_id=None
        )
        assert [row.shown for row in shown] == [[key_for("household", "cattaneo")]]
