"""A second tap on a page whose row is out of sight after the first leads where the first led: what was saved is not said to be lost."""

import pytest
from django.urls import reverse

from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.parties.organisations.tests.conftest import in_days

LOOK = ("strategy_look", "prima", str(in_days(-12)))


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("void_appointment", ("appointment", "tavolo")),
        ("finish_next_step", ("appointment", "scuola")),
        ("void_strategy_look", LOOK),
        ("void_strategy_goal", ("strategy_goal", "pieve")),
    ],
)
def test_two_taps_lead_where_one_leads(signed_in, name, key):
    client, address = signed_in("coordinatrice"), reverse(name, args=[key_for(*key)])
    sent = {"once": new_key(), "reason": "era di un'altra équipe"}
    first, second = client.post(address, sent), client.post(address, sent)
    assert first.status_code == 302
    assert (second.status_code, second.get("Location")) == (302, first["Location"])
