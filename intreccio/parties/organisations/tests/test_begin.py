"""The first administrator of a real installation."""

import io

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from intreccio.parties.organisations.queries.hats import someone_administers
from intreccio.parties.organisations.tests.conftest import filled

SAID = {"name": "Nora Prima", "email": "Nora.Prima@example.org", "organisation": "Consorzio Nuovo"}
PASSWORD = "un-filo-alla-volta"


def run(**said):
    out = io.StringIO()
    call_command("begin", stdout=out, **{**SAID, **said})
    return out.getvalue()


def test_begin_refuses_where_somebody_administers(db):
    with pytest.raises(CommandError, match="per invito"):
        run()


def test_begin_refuses_a_wrong_address(db):
    with pytest.raises(CommandError, match="e-mail"):
        run(email="nora")


def test_begin_says_what_is_missing_without_a_terminal(db, monkeypatch):
    monkeypatch.setattr("builtins.input", lambda _question: "")
    with pytest.raises(CommandError, match="--name"):
        run(name="")


def test_begin_prints_a_link_that_opens_once(db, monkeypatch):
    monkeypatch.setattr(
        "intreccio.parties.organisations.actions.beginning.someone_administers", lambda: False
    )
    token = run().rsplit("/passwords/", 1)[1].strip()
    url = reverse("set_password", args=[token])
    nora = Client()
    assert "nora.prima@example.org" in nora.get(url).content.decode()
    assert nora.post(url, filled(password="12345678", again="12345678")).status_code == 422
    answers = filled(password=PASSWORD, again=PASSWORD)
    assert nora.post(url, answers).status_code == 302
    assert Client().post(url, filled(password=PASSWORD, again=PASSWORD)).status_code == 409
    assert (
        nora.post(reverse("account_login"), {"login": SAID["email"], "password": PASSWORD}).status_code == 302
    )
    assert "Consorzio Nuovo" in nora.get(reverse("profile_page")).content.decode()
    assert nora.get(reverse("mail_list")).status_code == 200


def test_someone_administers(acting_as):
    with acting_as("scuola"):
        assert someone_administers()
