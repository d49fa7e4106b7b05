"""What somebody has written is never lost, whatever the answer: it is shown again to be copied."""

from datetime import timedelta

import pytest
from django import forms
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, RequestFactory
from django.urls import reverse

from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.clock import now
from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.ground.kernel.typed import typed_in
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


def given_back(**sent):
    return [each.words for each in typed_in(RequestFactory().post("/", sent)).words]


@pytest.mark.parametrize(
    ("name", "value", "kept"),
    [
        ("words", WORDS, True),
        ("words", "我很害怕爸爸", True),
        ("words", "กลัวพ่อมาก", True),
        ("somewhere", "Brancaleoni", True),
        ("somewhere", "3331234567", True),
        ("somewhere", "我很害怕爸爸", True),
        ("somewhere", "sì", True),
        ("words", "  ", False),
        ("somewhere", "parent", False),
        ("somewhere", "on", False),
        ("somewhere", "2", False),
        ("role", "parent", False),
        ("once", "01a22912-b430-70ce-aae2-c2c0dfe3db51", False),
        ("somebody", "01a22912-b430-70ce-aae2-c2c0dfe3db51", False),
        ("version", "12345", False),
        ("persons-MAX_NUM_FORMS", "1000", False),
        ("next", "/households/", False),
        ("seen", "Ab12", False),
        ("password", "una frase segreta lunga", False),
        ("new_password1", "una frase segreta lunga", False),
        ("again", "una frase segreta lunga", False),
        ("csrfmiddlewaretoken", "a b", False),
        ("strokes", "M0 0 12 12 L 3 4", False),
    ],
)
def test_only_what_was_written_is_shown_again(name, value, kept):
    assert given_back(**{name: value}) == ([value] if kept else [])


class Asking(forms.Form):
    """A form with something of every kind."""

    sown = ("answer_typed-",)
    typed_name = forms.CharField(label="Come ti chiami")
    typed_children = forms.IntegerField(label="Quanti figli")
    typed_on = forms.DateField(label="Da quando")
    typed_notes = forms.CharField(label="Altro", widget=forms.Textarea)
    typed_who = forms.ChoiceField(label="Chi", choices=[("mother", "la madre")])
    typed_sure = forms.BooleanField(label="Sì")
    typed_key = forms.CharField(widget=forms.HiddenInput)
    typed_scan = forms.FileField(label="Il foglio")
    typed_word = forms.CharField(widget=forms.PasswordInput)


def test_each_field_that_somebody_typed_comes_back_with_its_label():
    sent = {
        "typed_name": "anna", "typed_children": "3", "typed_on": "2026-12-01", "typed_notes": "no", "typed_who": "mother",
        "typed_sure": "on", "typed_key": "Segreto", "typed_word": "Segreto", "answer_typed-fears": "buio",
        "typed-0-typed_name": "leo",
    }  # fmt: skip
    told = [(str(each.label), each.words) for each in typed_in(RequestFactory().post("/", sent)).words]
    assert told == [
        ("Come ti chiami", "anna"), ("Quanti figli", "3"), ("Da quando", "01/12/2026"), ("Altro", "no"), ("", "buio"),
        ("Come ti chiami", "leo"),
    ]  # fmt: skip


def test_of_a_file_it_is_said_where_it_was_chosen():
    sent = {"typed_scan": SimpleUploadedFile("verbale scuola.pdf", b"%PDF"), "none": ""}
    typed = typed_in(RequestFactory().post("/", sent))
    assert typed.files == ["Il foglio"]
    assert typed


def test_of_a_page_that_is_only_read_nothing_was_written():
    assert not typed_in(RequestFactory().get("/", {"words": WORDS}))


def test_a_session_that_is_over_gives_the_words_back_and_leads_to_the_same_page(signed_in):
    address = ADDRESS.format(key_for("household", "marchetti"))
    client = ended(signed_in("educatrice"))
    answer = client.post(address, {"note": WORDS}, headers={"referer": f"http://testserver{address}"})
    text = answer.content.decode()
    assert answer.status_code == 401
    assert answer["Cache-Control"] == "no-store", "what was written is kept nowhere, by the browser either"
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


@pytest.mark.parametrize(
    ("origin", "kept"), [("http://testserver", True), ("https://altrove.example", False), ("", False)]
)
def test_who_has_signed_in_again_elsewhere_meanwhile_finds_what_was_written(signed_in, origin, kept):
    """A page that was open before has another token; one that another house sent is given nothing back."""
    client = signed_in("educatrice")
    client.handler.enforce_csrf_checks = True
    headers = {"origin": origin} if origin else {}
    sent = {"once": new_key(), "given": "Amina", "note": WORDS}
    answer = client.post(ADDRESS.format(key_for("household", "marchetti")), sent, headers=headers)
    assert answer.status_code == 403
    assert answer["Cache-Control"] == "no-store"
    assert (WORDS in answer.content.decode()) is kept
    assert ("Torna indietro" in answer.content.decode()) is not kept
