"""Signing in, out, and what is not offered."""

import pytest
from django.db import connection
from django.test import Client
from django.urls import NoReverseMatch, reverse

from intreccio.ground.kernel.keys import key_for

PASSWORD = "intreccio-demo"


def sign_in(client, account="educatrice", password=PASSWORD, **more):
    return client.post(
        reverse("account_login"), {"login": f"{account}@example.org", "password": password, **more}
    )


def test_sign_in_with_address_and_password(client, db):
    answer = sign_in(client)
    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert client.get(reverse("roles_page")).status_code == 200


def test_addresses_have_no_capitals(client, db):
    assert (
        client.post(
            reverse("account_login"), {"login": "Educatrice@Example.org", "password": PASSWORD}
        ).status_code
        == 302
    )


def test_a_wrong_password_and_an_unknown_address_are_told_alike(client, db):
    wrong, unknown = sign_in(client, password="no"), sign_in(client, account="nessuno")
    assert wrong.status_code == unknown.status_code == 200
    assert list(wrong.context["form"].non_field_errors()) == list(unknown.context["form"].non_field_errors())


def test_the_way_back_is_kept_and_leads_nowhere_else(client, db):
    assert sign_in(client, next=reverse("roles_page"))["Location"] == reverse("roles_page")
    assert sign_in(Client(), next="https://altrove.example")["Location"] == "/"


def test_too_many_tries_have_to_wait(client, db):
    """Counted in the database's cache table, inside the transaction of each request, and without addresses."""
    for _try in range(5):
        assert client.get(reverse("roles_page")).status_code == 302
        sign_in(client, password="no")
    assert sign_in(client).status_code == 200  # the right password, too late
    assert client.get(reverse("roles_page")).status_code == 302
    assert sign_in(Client(), account="psicologa").status_code == 302
    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key FROM kernel_cache")
        keys = " ".join(row[0] for row in cursor.fetchall())
    assert keys
    assert "127.0.0.1" not in keys
    assert "educatrice" not in keys


def test_many_tries_from_one_place_are_stopped(client, db):
    answers = [sign_in(client, account=f"nessuno{number}", password="no").status_code for number in range(31)]
    assert 429 in answers


def test_signing_out_needs_a_press(signed_in):
    client = signed_in("educatrice")
    assert client.get(reverse("account_logout")).status_code == 200
    assert client.get(reverse("roles_page")).status_code == 200
    assert client.post(reverse("account_logout")).status_code == 302
    assert client.get(reverse("roles_page"))["Location"].startswith(reverse("account_login"))


def test_a_session_that_has_ended_opens_nothing_to_who_kept_its_key(signed_in):
    client = signed_in("educatrice")
    kept = client.cookies["sessionid"].value
    client.post(reverse("account_logout"))
    client.cookies["sessionid"] = kept
    assert client.get(reverse("roles_page"))["Location"].startswith(reverse("account_login"))


def test_nobody_signs_up(client, db):
    answer = client.get(reverse("account_signup"))
    assert "Si entra per invito" in answer.content.decode()
    assert (
        client.post(reverse("account_signup"), {"email": "x@example.org", "password1": PASSWORD}).status_code
        == 405
    )


@pytest.mark.parametrize("name", ["account_email", "socialaccount_signup", "account_confirm_email"])
def test_what_is_not_offered_is_not_there(name):
    with pytest.raises(NoReverseMatch):
        reverse(name)


def test_password_change(client, db):
    sign_in(client)
    new = "una-frase-lunga-e-mia"
    answers = {"oldpassword": PASSWORD, "password1": new, "password2": new}
    assert client.get(reverse("account_change_password")).status_code == 200
    assert client.post(reverse("account_change_password"), answers).status_code == 302
    assert sign_in(Client(), password=new).status_code == 302


def test_from_the_password_the_next_step_is_the_button_and_who_forgot_finds_the_way_below(client, db):
    page = client.get(reverse("account_login")).content.decode()
    password, button, forgotten = (
        page.index(words) for words in ('name="password"', ">Entra<", "Ho dimenticato la password")
    )
    assert password < button < forgotten
    assert "placeholder" not in page
    assert ">E-mail" in page


def test_the_door_speaks_as_the_rest_of_the_house(client, db):
    assert (
        "L&#x27;indirizzo e la password non vanno insieme" in sign_in(client, password="no").content.decode()
    )
    assert "Manca ancora" in client.post(reverse("account_login"), {}).content.decode()


def test_who_is_asked_again_who_they_are_reads_why(signed_in):
    page = signed_in("educatrice").get(reverse("account_reauthenticate")).content.decode()
    assert "perché nessuno possa farlo al posto tuo" in page
    assert "Conferma che sono io" in page


def test_a_browser_keeps_no_page_of_who_has_signed_in(signed_in, client):
    household = f"/households/{key_for('household', 'marchetti')}"
    nobodys = f"/households/{key_for('household', 'nobody')}"
    for address in ("/", household, nobodys, reverse("account_logout"), "/nowhere"):
        assert signed_in("educatrice").get(address)["Cache-Control"] == "no-store", address
    assert signed_in("educatrice").post(reverse("account_logout"))["Cache-Control"] == "no-store"
