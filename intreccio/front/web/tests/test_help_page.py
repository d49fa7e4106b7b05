"""GET help: what is where, for this role."""

import pytest
from django.urls import reverse

EVERYBODY = ("coordinatrice", "assistente", "educatrice", "psicologa", "comune", "scuola", "admin", "elio")


@pytest.mark.parametrize("account", EVERYBODY)
def test_everybody_reads_what_their_role_may(signed_in, account):
    answer = signed_in(account).get(reverse("help_page"))
    assert answer.status_code == 200
    assert "Lavori come" in answer.content.decode()


def test_it_says_only_what_is_true_of_the_role(signed_in):
    assert "Prendere in carico" in signed_in("assistente").get(reverse("help_page")).content.decode()
    assert "Prendere in carico" not in signed_in("educatrice").get(reverse("help_page")).content.decode()


def test_nobody_signed_in_is_asked_to(client, db):
    assert client.get(reverse("help_page")).status_code == 302
