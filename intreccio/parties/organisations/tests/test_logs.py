"""A link that opens once is a key of the house: no log holds it."""

import pytest
from django.test import Client
from django.urls import reverse

from intreccio.parties.organisations.tests.conftest import filled
from intreccio.parties.organisations.tests.test_people import invited


@pytest.mark.parametrize("stricter", [False, True])
@pytest.mark.parametrize("way", ["accept_invitation", "set_password"])
def test_a_link_that_opens_stands_in_no_log(signed_in, caplog, way, stricter):
    """Neither a password too weak nor a form from elsewhere, whose reason quotes the page it came from."""
    token = invited(signed_in("comune"))
    somebody = Client(enforce_csrf_checks=stricter)
    weak = filled(name="Olga Prandi", password="12345678", again="12345678")
    url = reverse(way, args=[token])
    answer = somebody.post(url, weak, headers={"referer": f"https://example.net{url}"}, secure=True)
    assert answer.status_code == (403 if stricter else 422 if way == "accept_invitation" else 404)
    assert caplog.records
    said = "".join(f"{record.getMessage()}{record.args}" for record in caplog.records)
    assert token not in said
    assert "s/<str:token>" in said
