"""search: words by POST only; every area answers for itself, and for whom it may."""

import pytest
from django.urls import reverse

from intreccio.ground.kernel.panels import registers


def found(client, words):
    return client.post(reverse("search"), {"words": words})


def test_a_get_shows_the_empty_form_and_finds_nothing(signed_in):
    text = signed_in("educatrice").get(reverse("search"), {"words": "Marchetti"}).content.decode()
    assert "Marchetti" not in text
    assert 'method="post"' in text


def test_the_team_finds_its_family(signed_in):
    assert "Famiglia Marchetti Haddad" in found(signed_in("educatrice"), "haddad").content.decode()


@pytest.mark.parametrize("account", ["sara", "davide", "scuola", "comune", "admin", "elio"])
def test_a_stranger_finds_nothing(signed_in, account):
    assert "Marchetti" not in found(signed_in(account), "marchetti").content.decode()


def test_bodies_are_found_beside_families(signed_in):
    assert "Cooperativa Il Telaio" in found(signed_in("scuola"), "telaio").content.decode()


def test_nothing_found_says_what_it_may_mean(signed_in):
    assert "Qui non c" in found(signed_in("educatrice"), "zzzzqq").content.decode()


@pytest.mark.parametrize("words", ["", "a"])
def test_too_little_is_asked_again(signed_in, words):
    answer = found(signed_in("educatrice"), words)
    assert answer.status_code == 422
    assert "data-error-summary" in answer.content.decode()


def test_htmx_receives_only_the_results(signed_in):
    answer = signed_in("educatrice").post(
        reverse("search"), {"words": "haddad"}, headers={"HX-Request": "true"}
    )
    text = answer.content.decode()
    assert "<html" not in text
    assert "Haddad" in text


def test_every_area_is_asked_once(signed_in, monkeypatch):
    asked = []

    def ask(viewer, words):
        asked.append(words)
        return []

    monkeypatch.setattr(registers, "searches", [ask])
    found(signed_in("educatrice"), "haddad")
    assert asked == ["haddad"]


def test_nobody_signed_in_finds_the_door(client, db):
    answer = found(client, "haddad")
    assert answer.status_code == 401
    assert reverse("account_login") in answer.content.decode()


def test_it_costs_few_queries(signed_in, counted):
    client = signed_in("educatrice")
    found(client, "haddad")
    with counted() as queries:
        found(client, "marchetti")
    costly = [
        one["sql"]
        for one in queries
        if not one["sql"].startswith(("SAVEPOINT", "RELEASE", "SELECT set_config"))
    ]
    assert len(costly) <= 15, "\n".join(costly)
