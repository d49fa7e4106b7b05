"""The pages of a worker's own path, as the person and whom they name use them."""

import re
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from conftest import viewer_named
from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.keys import new_key
from intreccio.ground.kernel.models import Reading
from intreccio.network.staff.actions import (
    Lost,
    begin_worker_path,
    end_worker_path,
    mark_worker_step,
    void_worker_mark,
)
from intreccio.network.staff.models import WorkerPath
from intreccio.network.staff.tests.test_worker_paths import PSYCHOLOGIST, D, begun, hat, reads, shipped


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, answer.status_code
    return unescape(answer.content.decode())


def filled(**answers: Any) -> dict[str, Any]:
    return {"once": str(new_key()), **answers}


@pytest.fixture
def path(acting_as: Any) -> WorkerPath:
    with acting_as("educatrice") as viewer:
        return begun(viewer, PSYCHOLOGIST)


def test_from_one_s_own_profile_to_a_path_that_one_colleague_reads(signed_in, acting_as):
    with acting_as("educatrice"):
        version_id = shipped().pk
    educator = signed_in("educatrice")
    assert reverse("worker_path_list") in text(educator, reverse("profile_page"))
    assert "Qui non c'è niente di tuo" in text(educator, reverse("worker_path_list"))
    address = reverse("begin_worker_path", args=[version_id])
    sent = filled(zero=(D - timedelta(days=2)).isoformat(), loss="death", readers=[str(PSYCHOLOGIST)])
    answer = educator.post(address, sent)
    assert answer.status_code == 302, unescape(answer.content.decode())[:2000]
    page = text(educator, answer["Location"])
    assert "Chi lo legge" in page
    assert educator.post(address, sent)["Location"] == answer["Location"], (
        "a second tap leads where the first led"
    )
    near = signed_in("psicologa")
    assert "Di chi mi vuole vicino" in text(near, reverse("worker_path_list"))
    page = text(near, answer["Location"])
    assert "Chi lo legge" not in page
    assert "Il percorso finisce" not in page


@pytest.mark.parametrize("account", ["coordinatrice", "admin", "davide", "comune"])
def test_for_everybody_else_there_is_no_such_page(signed_in, path, account):
    other = signed_in(account)
    assert other.get(reverse("worker_path_page", args=[path.pk])).status_code == 404
    assert str(path.pk) not in text(other, reverse("worker_path_list"))


def test_whoever_is_taken_off_finds_no_page(signed_in, acting_as, path):
    with acting_as("educatrice"):
        reader = path.readers.get()
    educator = signed_in("educatrice")
    answer = educator.post(reverse("remove_path_reader", args=[path.pk, reader.pk]), filled())
    assert "Solo tu." in text(educator, answer["Location"])
    assert signed_in("psicologa").get(reverse("worker_path_page", args=[path.pk])).status_code == 404


def test_what_is_wrong_is_said_and_nothing_is_lost(signed_in, path):
    educator = signed_in("educatrice")
    answer = educator.post(
        reverse("mark_worker_step", args=[path.pk, "silence"]),
        filled(state="not_needed", day=D.isoformat(), words=""),
    )
    assert answer.status_code == 422
    assert "Scrivi perché non serve" in unescape(answer.content.decode())
    late = {"version": 1, "day": (D + timedelta(days=3)).isoformat()}
    answer = educator.post(reverse("end_worker_path", args=[path.pk]), filled(**late))
    assert answer.status_code == 422


def test_every_opening_is_recorded_to_whoever_opens_alone(signed_in, acting_as, path):
    text(signed_in("educatrice"), reverse("worker_path_page", args=[path.pk]))
    with acting_as("educatrice"):
        assert Reading.objects.filter(page="worker_path_page", shown__contains=[path.pk]).count() == 1
    for account in ("coordinatrice", "admin", "psicologa"):
        with acting_as(account):
            assert not Reading.objects.filter(shown__contains=[path.pk]).exists()


@pytest.mark.parametrize(
    ("body", "role", "kind"),
    [("girasole", "participant", "volunteer"), ("scuola_tigli", "partner", "employee")],
)
def test_whoever_works_here_no_more_still_finds_their_own_and_takes_off_who_reads_it(
    committed, keeper, signed_in, body, role, kind
):
    """Who reads it, the person decides at every moment: also the day after they have changed their work."""
    with acting(viewer_named("educatrice")), transaction.atomic():
        path = begun(viewer_named("educatrice"), PSYCHOLOGIST)
        reader = path.readers.get()
    hat(keeper, "educatrice", body, role, kind)
    educator = signed_in("educatrice")
    assert reverse("worker_path_list") in text(educator, reverse("profile_page"))
    listed = text(educator, reverse("worker_path_list"))
    assert reverse("worker_path_page", args=[path.pk]) in listed
    assert "Se ne può cominciare uno per sé" not in listed
    educator.post(reverse("remove_path_reader", args=[path.pk, reader.pk]), filled())
    assert reads("psicologa") == (False, False)


def test_who_left_is_not_said_to_read_it_still(committed, keeper, signed_in):
    with acting(viewer_named("educatrice")), transaction.atomic():
        path = begun(viewer_named("educatrice"), PSYCHOLOGIST)
    address, still = reverse("worker_path_page", args=[path.pk]), "non lavora più qui"
    educator = signed_in("educatrice")
    assert still not in text(educator, address)
    hat(keeper, "psicologa", "girasole", "psychologist")
    assert still in text(educator, address)


def test_the_directory_says_where_who_works_turns_to_as_well(signed_in, path):
    page = text(signed_in("educatrice"), reverse("worker_path_page", args=[path.pk]))
    structures = page.split("A chi rivolgersi")[1].split("</section>")[0]
    assert "/services/" in structures


def test_a_step_written_by_mistake_stays_to_be_read(signed_in, acting_as, path):
    with acting_as("psicologa") as near:
        mark_worker_step(path, "be_there", "done", day=D, words="Un caffè", by=near, today=D)
        void_worker_mark(path, path.marks.get(), reason="Era un altro giorno", by=near)
    page = text(signed_in("educatrice"), reverse("worker_path_page", args=[path.pk]))
    said = page.split("Annullato, o non più di questo percorso")[1].split("</details>")[0]
    assert "Un caffè" in said
    assert "Era un altro giorno" in said


NEW_EVERY_TIME = re.compile(r'(value|nonce|content)="[^"]{16,}"|[0-9a-f]{8}-[0-9a-f-]{27}')


def test_no_job_is_queued_and_oggi_says_of_nobody_that_there_is_one(committed, keeper, signed_in):
    """To whom is near as to who coordinates: no line, no count."""

    def oggi() -> dict[str, str]:
        accounts = ("educatrice", "psicologa", "coordinatrice", "admin")
        return {each: NEW_EVERY_TIME.sub("", text(signed_in(each), "/")) for each in accounts}

    def jobs() -> int:
        return keeper.execute("SELECT count(*) FROM procrastinate_jobs").fetchone()[0]

    before = oggi(), jobs()
    with acting(viewer_named("educatrice")) as _, transaction.atomic():
        educator = viewer_named("educatrice")
        path = begun(educator, PSYCHOLOGIST)
        mark_worker_step(path, "be_there", "done", day=D, words="Un caffè", by=educator, today=D)
    assert (oggi(), jobs()) == before
    with acting(viewer_named("educatrice")), transaction.atomic():
        end_worker_path(path, day=D, version=1, by=educator, today=D)
    assert (oggi(), jobs()) == before


def test_what_must_not_be_missing_is_read_by_whose_path_it_is(signed_in, acting_as):
    with acting_as("educatrice") as viewer:
        at_home = shipped("a-casa-con-sostegno-2")
        path = begin_worker_path(at_home, Lost(D, ""), by=viewer, today=D)
    page = text(signed_in("educatrice"), reverse("worker_path_page", args=[path.pk]))
    assert "Quello che si sa in casa di una collega non arriva al lavoro." in page
    assert "Si risponde" not in page, "it is there to be read: nobody keeps answers of it"
