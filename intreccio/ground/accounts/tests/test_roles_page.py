"""Each role in plain words, for everybody who has signed in."""

import pytest
from django.urls import reverse

from intreccio.ground.accounts.roles import ROLES, SIGHT_WORDS, Sight


@pytest.mark.parametrize("account", ["admin", "comune", "coordinatrice", "educatrice", "scuola", "elio"])
def test_roles_page(signed_in, account):
    text = signed_in(account).get(reverse("roles_page")).content.decode()
    for role in ROLES:
        assert f'id="{role.code}"' in text
    assert text.count("Il tuo, adesso") == 1
    assert "Invitare chi lavora o partecipa nel proprio ente" in text


def test_every_sight_has_words():
    assert set(SIGHT_WORDS) == set(Sight)
