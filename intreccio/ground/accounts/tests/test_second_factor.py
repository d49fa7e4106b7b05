"""Where the installation asks for it, nothing opens before the second factor."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.test import Client
from django.urls import reverse

from intreccio.ground.accounts.models import User
from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.viewer import DOOR

PASSWORD = "intreccio-demo"


@pytest.fixture
def required(settings):
    settings.REQUIRE_MFA = True


def give_totp(account):
    with acting(DOOR):
        user = User.objects.get(email=f"{account}@example.org")
        secret = generate_totp_secret()
        TOTP.activate(user, secret)
    return secret


def code_of(secret):
    return format_hotp_value(hotp_value(secret, list(yield_hotp_counters_from_time())[-1]))


def test_not_required_in_the_demonstration(signed_in):
    assert signed_in("educatrice").get(reverse("roles_page")).status_code == 200


def test_required_leads_to_setting_one_up(required, signed_in):
    client = signed_in("educatrice")
    answer = client.get(reverse("roles_page"))
    assert (answer.status_code, answer["Location"]) == (302, reverse("mfa_index"))
    assert client.post(reverse("roles_page"))["Location"] == reverse("mfa_index")


@pytest.mark.parametrize("name", ["mfa_index", "account_logout", "healthz"])
def test_what_stays_open(required, signed_in, name):
    assert signed_in("educatrice").get(reverse(name)).status_code == 200


def test_who_has_not_signed_in_is_not_asked(required, client, db):
    assert client.get(reverse("account_login")).status_code == 200


def test_who_has_one_goes_on(required, signed_in):
    give_totp("educatrice")
    client = signed_in("educatrice")
    assert client.get(reverse("roles_page")).status_code == 200
    assert client.get(reverse("roles_page")).status_code == 200


def test_reserve_codes_alone_are_no_second_factor(required, signed_in):
    client = signed_in("educatrice")
    with acting(DOOR):
        user = User.objects.get(email="educatrice@example.org")
        Authenticator.objects.create(user=user, type=Authenticator.Type.RECOVERY_CODES, data={})
    assert client.get(reverse("roles_page"))["Location"] == reverse("mfa_index")


def test_taking_it_away_asks_again(required, signed_in):
    give_totp("educatrice")
    client = signed_in("educatrice")
    client.get(reverse("roles_page"))
    with acting(DOOR):
        Authenticator.objects.all().delete()
    client.get(reverse("mfa_index"))
    assert client.get(reverse("roles_page"))["Location"] == reverse("mfa_index")


def test_sign_in_in_two_steps(db):
    secret = give_totp("educatrice")
    client = Client()
    first = client.post(reverse("account_login"), {"login": "educatrice@example.org", "password": PASSWORD})
    assert (first.status_code, first["Location"]) == (302, reverse("mfa_authenticate"))
    assert client.get(reverse("roles_page")).status_code == 302
    second = client.post(reverse("mfa_authenticate"), {"code": code_of(secret)})
    assert (second.status_code, second["Location"]) == (302, "/")
    assert client.get(reverse("roles_page")).status_code == 200


def test_set_up_by_oneself(db):
    client = Client()
    client.post(reverse("account_login"), {"login": "educatrice@example.org", "password": PASSWORD})
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    shown = client.get(reverse("mfa_activate_totp"))
    assert shown.status_code == 200
    done = client.post(reverse("mfa_activate_totp"), {"code": code_of(shown.context["form"].secret)})
    assert done.status_code == 302
    assert Authenticator.objects.filter(type=Authenticator.Type.TOTP).count() == 1
    assert client.get(reverse("mfa_view_recovery_codes")).status_code == 200
    assert client.get(reverse("mfa_list_webauthn")).status_code == 200
    assert client.get(reverse("mfa_add_webauthn")).status_code == 200


def test_changing_how_one_enters_asks_for_the_password_again(db):
    """allauth asks by raising: the kernel, which undoes what raises, must let it."""
    client = Client()
    client.post(reverse("account_login"), {"login": "educatrice@example.org", "password": PASSWORD})
    answer = client.get(reverse("mfa_activate_totp"))
    assert (answer.status_code, answer["Location"].split("?")[0]) == (302, reverse("account_reauthenticate"))
    assert client.get(answer["Location"]).status_code == 200
    again = client.post(answer["Location"], {"password": PASSWORD})
    assert (again.status_code, again["Location"]) == (302, reverse("mfa_activate_totp"))
