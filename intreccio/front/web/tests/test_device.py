"""What a device keeps of the house: one page without anybody in it, and its scripts, always those of today."""

import re
from pathlib import Path

from django.contrib.staticfiles import finders
from django.urls import reverse


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
