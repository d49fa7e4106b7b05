"""What somebody has written is never lost, whatever the answer: it is shown again to be copied."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.test import Client, RequestFactory
from django.urls import reverse

from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.clock import now
from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.ground.kernel.typed import typed_words
from intreccio.ground.kernel.viewer import DOOR

WORDS = "Ha detto che la sera non dorme."
ADDRESS = "/households/{}/persons/new"


def ended(client):
    """The same browser, its session over."""
    with acting(DOOR):
        Session.objects.filter(session_key=client.cookies["sessionid"].value).update(
            expire_date=now() - timedelta(minutes=1)
        )
    return client


@pytest.mark.parametrize(
    ("name", "value", "kept"),
    [
        ("words", WORDS, True),
        ("words", "  ", False),
        ("role", "parent", False),
        ("once", "01a22912-b430-70ce-aae2-c2c0dfe3db51", False),
        ("password", "una frase segreta lunga", False),
        ("new_password1", "una frase segreta lunga", False),
        ("csrfmiddlewaretoken", "a b", False),
        ("strokes", "M0 0 12 12 L 3 4", False),
    ],
)
def test_only_what_was_written_is_shown_again(name, value, kept):
    assert typed_words(RequestFactory().post("/", {name: value})) == ([value] if kept else [])


def test_of_a_page_that_is_only_read_nothing_was_written():
    assert typed_words(RequestFactory().get("/", {"words": WORDS})) == []


def test_a_session_that_is_over_gives_the_words_back_and_leads_to_the_same_page(signed_in):
    address = ADDRESS.format(key_for("household", "marchetti"))
    client = ended(signed_in("educatrice"))
    answer = client.post(address, {"note": WORDS}, headers={"referer": f"http://testserver{address}"})
    text = answer.content.decode()
    assert answer.status_code == 401
    assert WORDS in text
    assert f"{reverse(settings.LOGIN_URL)}?next={address}" in text
    assert "Marchetti" not in text


def test_who_only_reads_signs_in_and_comes_back(signed_in):
    address = ADDRESS.format(key_for("household", "marchetti"))
    answer = ended(signed_in("educatrice")).get(address)
    assert answer["Location"] == f"{reverse(settings.LOGIN_URL)}?next={address}"
    assert Client().get(address)["Location"] == answer["Location"]


def test_a_page_that_is_no_longer_theirs_gives_the_words_back(signed_in):
    answer = signed_in("educatrice").post(ADDRESS.format(new_key()), {"note": WORDS})
    assert answer.status_code == 404
    assert WORDS in answer.content.decode()


def test_a_refusal_gives_the_words_back(signed_in):
    """An educator may not write a line of money."""
    answer = signed_in("educatrice").post(reverse("create_funding_line"), {"purpose": WORDS})
    assert answer.status_code == 403
    assert WORDS in answer.content.decode()


def test_who_works_all_day_is_not_signed_out_in_the_middle(signed_in):
    """A session lasts twelve hours from the last hour of work, not from the morning."""
    client = signed_in("educatrice")
    key = client.cookies["sessionid"].value

    def left(change=None):
        with acting(DOOR):
            rows = Session.objects.filter(session_key=key)
            if change is not None:
                rows.update(expire_date=now() + change)
            return rows.get().expire_date - now()

    soon = left(timedelta(hours=3))
    client.get("/")
    assert left() > soon + timedelta(hours=8)
    fresh = left(timedelta(hours=11, minutes=30))
    client.get("/")
    assert left() <= fresh, "and it is not written at every page"
