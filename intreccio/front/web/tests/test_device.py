"""What a device keeps of the house: one page without anybody in it, and its scripts, always those of today."""

import re
from pathlib import Path

from django.contrib.staticfiles import finders
from django.db import transaction
from django.urls import reverse

from conftest import viewer_named
from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.keys import key_for
from intreccio.parties.organisations.actions.memberships import change_role
from intreccio.parties.organisations.models import Membership


def worker(client):
    answer = client.get(reverse("device_worker"))
    assert answer.status_code == 200
    return answer.content.decode()


def shelf(client):
    return re.search(r'SHELF = "([^"]+)"', worker(client))[1]


def test_a_worker_is_the_same_while_nothing_of_what_it_keeps_has_changed(signed_in):
    assert (
        worker(signed_in("educatrice")) == worker(signed_in("educatrice")) == worker(signed_in("psicologa"))
    )


def test_where_something_that_it_keeps_has_changed_it_is_another_one_and_fetches_all_anew(
    signed_in, monkeypatch, tmp_path
):
    """A device asks whether its worker has changed, sign by sign, and only then fetches what it keeps."""
    client, find, changed = signed_in("educatrice"), finders.find, tmp_path / "shelf.js"
    before = shelf(client)
    changed.write_text(Path(find("intreccio/keep/shelf.js")).read_text() + "\n/* put right */")
    monkeypatch.setattr(
        finders, "find", lambda name: str(changed) if name.endswith("keep/shelf.js") else find(name)
    )
    assert shelf(client) != before


def test_whoever_changes_language_keeps_the_page_in_it(signed_in):
    client = signed_in("educatrice")
    before = shelf(client)
    client.cookies["intreccio_language"] = "en"
    assert shelf(client) != before


def test_offline_page_holds_nothing_of_anybody(signed_in):
    pages = {
        signed_in(account).get(reverse("offline_page")).content for account in ("educatrice", "coordinatrice")
    }
    assert len(pages) == 1, "whoever asks for it is given the same"


def test_a_device_is_told_which_hats_became_the_one_that_is_worn(signed_in, committed, keeper):
    """So that what waits under a role that nobody has any more goes under the one that followed; of another body's hat nothing is told."""
    before = signed_in("educatrice").get(reverse("device")).json()
    assert before["before"] == []
    with acting(viewer_named("admin")) as _, transaction.atomic():
        hat = Membership.objects.get(pk=key_for("membership", "educatrice"))
        change_role(hat, role="social_worker", by=viewer_named("admin"), today=today())
    after = signed_in("educatrice").get(reverse("device")).json()
    assert after["owner"] != before["owner"]
    assert after["before"] == [before["owner"]]
