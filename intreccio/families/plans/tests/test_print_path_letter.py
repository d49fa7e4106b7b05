"""A letter on paper: the words as they are in the form, then as they went; refused where nothing is sent."""

from datetime import timedelta
from html import unescape
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from intreccio.families.plans.actions import paths as actions
from intreccio.families.plans.actions.letters import Sent, send_letter
from intreccio.families.plans.models import FamilyPath
from intreccio.families.plans.tests.test_paths import D, begun
from intreccio.ground.kernel.models import Reading


@pytest.fixture
def path(acting_as: Any) -> FamilyPath:
    with acting_as("educatrice") as viewer:
        return begun(viewer, zero=D - timedelta(days=5))


def paper(answer: Any) -> str:
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    return " ".join(
        " ".join(page.extract_text() for page in PdfReader(BytesIO(answer.content)).pages).split()
    )


def printed(path: FamilyPath, client: Client, **words: str) -> Any:
    address = reverse("print_path_letter", args=[path.pk, "near"])
    return client.post(address, words) if words else client.get(address)


def test_what_is_printed_is_what_stands_in_the_form(signed_in, path):
    client = signed_in("educatrice")
    form = client.get(reverse("send_path_letter", args=[path.pk, "near"])).content.decode()
    assert f'formaction="{reverse("print_path_letter", args=[path.pk, "near"])}"' in form
    text = paper(printed(path, client, words="Ci dispiace tanto.\n\nPassiamo giovedì.", way="hand"))
    assert "Ci dispiace tanto." in text
    assert "Passiamo giovedì." in text
    assert "Chiara Fontana" in text
    assert "Vi pensiamo" in text
    assert not path.letters.exists(), "to print it is not to hand it over"


def test_without_other_words_it_is_the_approved_text_and_then_the_words_as_they_went(
    signed_in, acting_as, path
):
    client = signed_in("educatrice")
    assert "ci dispiace" in paper(printed(path, client))
    with acting_as("educatrice") as viewer:
        send_letter(path, "near", Sent("post", D, "Con parole nostre", 0), by=viewer, today=D)
    text = paper(printed(path, client))
    assert "Con parole nostre" in text
    page = unescape(client.get(reverse("path_page", args=[path.pk])).content.decode())
    assert "per posta" in page
    assert reverse("print_path_letter", args=[path.pk, "near"]) in page


def test_each_print_is_a_reading(signed_in, acting_as, path):
    client = signed_in("educatrice")
    printed(path, client, words="Due righe")
    with acting_as("educatrice"):
        found = Reading.objects.filter(page="print_path_letter", household_id=path.household_id)
        assert found.exists()


def test_nothing_is_printed_where_nothing_is_sent(signed_in, acting_as, path):
    with acting_as("educatrice") as viewer:
        actions.set_silence(path, silent=True, version=1, by=viewer, today=D)
    client = signed_in("educatrice")
    for answer in (printed(path, client), printed(path, client, words="Due righe")):
        assert answer.status_code == 409
        assert "Ha chiesto silenzio" in unescape(answer.content.decode())


@pytest.mark.parametrize("account", ["davide", "scuola", "elio", "admin", "comune"])
def test_a_stranger_prints_nothing(signed_in, path, account):
    client = signed_in(account)
    assert printed(path, client).status_code in (403, 404)
    assert printed(path, client, words="Due righe").status_code in (403, 404)


def test_a_letter_of_another_text_is_not_there(signed_in, path):
    assert (
        signed_in("educatrice").get(reverse("print_path_letter", args=[path.pk, "near_worker"])).status_code
        == 404
    )
