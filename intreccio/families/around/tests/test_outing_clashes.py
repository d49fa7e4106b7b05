"""Who is elsewhere at the hour of going together: said on the form that agrees, moves or tries again, never refused."""

from datetime import time, timedelta

import pytest
from django.urls import reverse

from intreccio.families.around.actions import outings as actions
from intreccio.families.around.actions.outings import Went
from intreccio.families.around.models import Outing
from intreccio.families.around.tests.conftest import MAMME, agreed, case_of, service
from intreccio.families.diary.actions import plan_visit
from intreccio.families.diary.tests.conftest import case_of as way_of
from intreccio.families.diary.tests.visiting import agreed as visit
from intreccio.ground.kernel.keys import key_for, new_key

EDUCATOR = key_for("membership", "educatrice")
SAID = "Chiara Fontana: Famiglia Cattaneo, 9:00"


@pytest.fixture
def day(acting_as, today):
    """Chiara goes to another family that day, from nine to ten."""
    elsewhere = today + timedelta(days=6)
    with acting_as("assistente") as viewer:
        plan_visit(way_of("cattaneo"), visit(day=elsewhere, hour=time(9)), by=viewer, today=today)
    return elsewhere


@pytest.fixture
def outing(acting_as, today, day):
    with acting_as("educatrice") as viewer:
        return actions.plan_outing(
            case_of(), service(MAMME), agreed(day, at=time(11)), need_code="famiglie.segretariato", by=viewer, today=today
        )  # fmt: skip


def said(day, at="09:30", **more):
    sent = {"once": str(new_key()), "goes": str(EDUCATOR), "person": "", "day": day.isoformat(), "at": at}
    return {**sent, "bring": "Il tesserino", **more}


def seen_in(page):
    return page.content.decode().split('name="seen" value="')[1].split('"')[0]


def test_the_form_says_who_is_elsewhere_and_the_same_again_holds(signed_in, acting_as, day):
    client = signed_in("educatrice")
    url = f"{reverse('plan_outing', args=[key_for('case', 'marchetti')])}?service={MAMME}"
    (need, _title), *_more = client.get(url).context["form"].fields["need"].choices
    page = client.post(url, said(day, need=need))
    assert page.status_code == 422
    assert SAID in page.content.decode()
    assert "Il tesserino" in page.content.decode(), "and nothing that was written is lost"
    with acting_as("educatrice"):
        assert not Outing.objects.filter(day=day).exists()
    assert client.post(url, said(day, need=need, seen=seen_in(page))).status_code == 302
    with acting_as("educatrice"):
        assert Outing.objects.filter(day=day, at=time(9, 30)).exists()


def test_where_one_is_free_it_is_agreed_at_once_and_moved_it_says_so(signed_in, outing, day):
    client, url = signed_in("educatrice"), reverse("move_outing", args=[outing.pk])
    assert client.post(url, said(day, "11:20", version=1)).status_code == 302, "it does not clash with itself"
    page = client.post(url, said(day, version=2))
    assert (page.status_code, SAID in page.content.decode()) == (422, True)
    assert client.post(url, said(day, version=2, seen=seen_in(page))).status_code == 302


def test_tried_again_it_says_so_too(signed_in, acting_as, outing, today, day):
    with acting_as("educatrice") as viewer:
        actions.record_outing(outing, Went("not_in", today, "closed"), version=1, by=viewer, today=today)
    page = signed_in("educatrice").post(reverse("retry_outing", args=[outing.pk]), said(day))
    assert (page.status_code, SAID in page.content.decode()) == (422, True)
