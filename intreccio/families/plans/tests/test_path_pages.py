"""The pages of a path: what one reads, what one writes, what is kept when something is wrong."""

from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from intreccio.families.plans.actions.paths import end_path, mark_step, set_silence
from intreccio.families.plans.models import FamilyPath
from intreccio.families.plans.tests.test_paths import NADIA, D, begun, case_of, shipped
from intreccio.ground.design.templatetags.design import spoken
from intreccio.ground.kernel.keys import key_for, new_key
from intreccio.ground.kernel.models import Reading

CASE = key_for("case", "marchetti")
EDUCATOR = str(key_for("membership", "educatrice"))


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, answer.status_code
    return unescape(answer.content.decode())


def filled(**answers: Any) -> dict[str, Any]:
    return {"once": str(new_key()), **answers}


@pytest.fixture
def version_id(acting_as: Any) -> Any:
    with acting_as("educatrice"):
        return shipped().pk


@pytest.fixture
def path(acting_as: Any) -> FamilyPath:
    with acting_as("educatrice") as viewer:
        return begun(viewer)


def test_a_path_from_the_list_to_its_page(signed_in, version_id):
    educator = signed_in("educatrice")
    listed = text(educator, reverse("path_list", args=[CASE]))
    assert "Nessun percorso in corso" in listed
    assert "SOLI MAI" in listed
    address = reverse("begin_path", args=[CASE, version_id])
    assert "il giorno della perdita" in text(educator, address).lower()
    sent = filled(zero=(D - timedelta(days=2)).isoformat(), loss="death", person="", contact=EDUCATOR)
    answer = educator.post(address, sent)
    assert answer.status_code == 302, unescape(answer.content.decode())[:2000]
    page = text(educator, answer["Location"])
    assert "tiene i contatti Chiara Fontana" in page
    assert "Esserci" in page or "Adesso" in page
    assert educator.post(address, sent)["Location"] == answer["Location"], (
        "a second tap leads where the first led"
    )
    assert "in corso" in text(educator, reverse("path_list", args=[CASE]))


def test_what_is_wrong_is_said_and_nothing_is_lost(signed_in, version_id):
    educator = signed_in("educatrice")
    address = reverse("begin_path", args=[CASE, version_id])
    answer = educator.post(address, filled(zero="1900-01-01", loss="", person="", contact=EDUCATOR))
    page = unescape(answer.content.decode())
    assert answer.status_code == 422
    assert "È troppo indietro" in page
    assert 'value="1900-01-01"' in page


def test_a_step_is_said_in_one_page_and_taken_back(signed_in, path):
    educator = signed_in("educatrice")
    page_of = reverse("path_page", args=[path.pk])
    address = reverse("mark_path_step", args=[path.pk, "be_there"])
    assert address in text(educator, page_of)
    refused = educator.post(address, filled(state="not_needed", day=D.isoformat(), words=""))
    assert refused.status_code == 422
    assert "Scrivi perché" in unescape(refused.content.decode())
    far = educator.post(address, filled(state="done", day="0206-11-30", words="Due righe"))
    assert far.status_code == 422
    assert "controlla l'anno" in unescape(far.content.decode())
    assert (
        educator.post(address, filled(state="done", day=D.isoformat(), words="Due righe"))["Location"]
        == page_of
    )
    page = text(educator, page_of)
    assert "Due righe" in page
    assert "Già scritto" in page
    void = next(part.split('"')[0] for part in page.split('href="') if "/marks/" in part.split('"')[0])
    assert educator.post(void, filled(reason="Era un'altra famiglia"))["Location"] == page_of
    page = text(educator, page_of)
    assert "Già scritto" not in page
    assert page.count("Due righe") == 1, "among what counts no more, with its reason"


def test_silence_is_said_on_the_page_and_lifted(signed_in, path):
    educator = signed_in("educatrice")
    address = reverse("set_path_silence", args=[path.pk])
    page_of = reverse("path_page", args=[path.pk])
    assert educator.post(address, filled(version=1, silent="yes"))["Location"] == page_of
    assert "non parte nessuna lettera" in text(educator, page_of)
    stale = educator.post(address, filled(version=1, silent="yes"))
    assert stale.status_code == 409, "somebody else wrote first"
    assert educator.post(address, filled(version=2, silent="no"))["Location"] == page_of
    assert "non parte nessuna lettera" not in text(educator, page_of)


def test_it_ends_for_a_reason_and_stays_to_be_read(signed_in, path):
    educator = signed_in("educatrice")
    page_of = reverse("path_page", args=[path.pk])
    sent = filled(why="alone", day=D.isoformat(), version=1)
    assert educator.post(reverse("end_path", args=[path.pk]), sent)["Location"] == page_of
    page = text(educator, page_of)
    assert "La famiglia va avanti da sé" in page
    assert "Scrivi com'è andata" not in page
    assert educator.get(reverse("mark_path_step", args=[path.pk, "be_there"])).status_code == 409


@pytest.mark.parametrize("account", ["davide", "scuola", "elio", "admin"])
def test_a_stranger_finds_no_page(signed_in, path, account):
    stranger = signed_in(account)
    assert stranger.get(reverse("path_page", args=[path.pk])).status_code in (403, 404)
    assert stranger.get(reverse("path_list", args=[CASE])).status_code in (403, 404)


def test_each_page_is_a_reading(signed_in, path, acting_as):
    educator = signed_in("educatrice")
    for name, key in (
        ("path_list", CASE),
        ("path_page", path.pk),
        ("edit_path", path.pk),
        ("end_path", path.pk),
    ):
        assert educator.get(reverse(name, args=[key])).status_code == 200
    with acting_as("educatrice"):
        family = case_of().household_id
        pages = set(Reading.objects.filter(household_id=family).values_list("page", flat=True))
    assert {"path_list", "path_page", "edit_path", "end_path"} <= pages


def test_a_text_that_does_not_begin_has_no_page(signed_in):
    draft = key_for("protocol_version", "soli_mai-3")
    assert signed_in("educatrice").get(reverse("begin_path", args=[CASE, draft])).status_code == 404


def test_one_looks_at_a_child_and_what_is_missing_is_said(signed_in, path):
    educator = signed_in("educatrice")
    address = reverse("look_at_child", args=[path.pk, NADIA])
    assert "Sa che cosa è successo" in text(educator, address)
    sent = filled(**{"answer-told": "not_yet", "words-told": ""})
    answer = educator.post(address, sent)
    assert answer.status_code == 422
    assert "scrivi che cosa manca" in unescape(answer.content.decode())
    answer = educator.post(address, sent | {"words-told": "La zia glielo dice sabato"})
    assert answer.status_code == 302
    page = text(educator, answer["Location"])
    assert "La zia glielo dice sabato" in page
    assert "non ancora" in page
    assert educator.get(reverse("look_along_path", args=[path.pk])).status_code == 404, (
        "here one looks child by child"
    )


def test_words_without_an_answer_are_asked_for_one(signed_in, path):
    answer = signed_in("educatrice").post(
        reverse("look_at_child", args=[path.pk, NADIA]), filled(**{"words-told": "La zia"})
    )
    assert answer.status_code == 422
    page = unescape(answer.content.decode())
    assert "Scegli anche una risposta" in page
    assert "La zia" in page, "nothing is lost"


def test_a_letter_from_its_words_to_the_answer(signed_in, path):
    educator = signed_in("educatrice")
    address = reverse("send_path_letter", args=[path.pk, "near"])
    page = text(educator, address)
    assert "Abbiamo saputo, e ci dispiace" in page
    sent = filled(way="hand", day=D.isoformat(), words="Ci dispiace tanto. Chiara", turn="0")
    answer = educator.post(address, sent)
    assert answer.status_code == 302
    page = text(educator, answer["Location"])
    assert "Ci dispiace tanto. Chiara" in page
    assert "consegnata a mano" in page
    late = educator.post(address, filled(way="hand", day=D.isoformat(), words="di nuovo", turn="0"))
    assert late.status_code == 409, "it goes no more"
    kept = unescape(late.content.decode())
    assert "L'ha portata Chiara Fontana" in kept
    assert "di nuovo" in kept, "nothing is lost"
    opened = educator.get(address)
    assert opened.status_code == 409
    assert f"L'ha portata Chiara Fontana, {spoken(D)}" in unescape(opened.content.decode())
    assert educator.get(reverse("send_path_letter", args=[path.pk, "near_worker"])).status_code == 404
    row = path.letters.get()
    answer = educator.post(reverse("answer_path_letter", args=[path.pk, row.pk]), filled(day=D.isoformat()))
    page = text(educator, answer["Location"])
    assert "hanno risposto" in page
    undo = reverse("undo_path_answer", args=[path.pk, row.pk])
    assert undo in page
    answer = educator.post(undo, filled(reason="Aveva risposto un'altra famiglia"))
    page = text(educator, answer["Location"])
    assert "hanno risposto" not in page
    assert "Aveva risposto un'altra famiglia" in page
    assert educator.get(undo).status_code == 404


def test_what_somebody_else_wrote_of_a_letter_meanwhile_is_said(signed_in, path):
    educator = signed_in("educatrice")
    sent = filled(way="hand", day=D.isoformat(), words="Ci dispiace", turn="0")
    educator.post(reverse("send_path_letter", args=[path.pk, "near"]), sent)
    row = path.letters.get()
    answered, void = (
        reverse(name, args=[path.pk, row.pk]) for name in ("answer_path_letter", "void_path_letter")
    )
    educator.post(answered, filled(day=D.isoformat()))
    for late in (educator.get(answered), educator.post(answered, filled(day=D.isoformat()))):
        assert late.status_code == 409
        assert "È già scritto: hanno risposto" in unescape(late.content.decode())
    educator.post(void, filled(reason="Non c'era nessuno"))
    for late in (educator.get(void), educator.post(void, filled(reason="due volte")), educator.get(answered)):
        assert late.status_code == 409
        assert "È già annullata: «Non c'era nessuno»" in unescape(late.content.decode())


def test_where_silence_was_asked_no_letter_opens(signed_in, path):
    educator = signed_in("educatrice")
    educator.post(reverse("set_path_silence", args=[path.pk]), filled(version=1, silent="yes"))
    assert "Ha chiesto silenzio" in unescape(
        educator.get(reverse("send_path_letter", args=[path.pk, "near"])).content.decode()
    )
    page = text(educator, reverse("path_page", args=[path.pk]))
    assert "Apri le parole" not in page


def test_after_a_loss_the_directory_says_where_to_turn_to(signed_in, path):
    page = text(signed_in("educatrice"), reverse("path_page", args=[path.pk]))
    assert "A chi rivolgersi" in page


def test_silence_outlives_the_path_and_is_lifted_when_the_family_says_so(signed_in, path):
    educator, address = signed_in("educatrice"), reverse("set_path_silence", args=[path.pk])
    educator.post(address, filled(version=1, silent="yes"))
    educator.post(reverse("end_path", args=[path.pk]), filled(version=2, why="family", day=D.isoformat()))
    page = text(educator, reverse("path_page", args=[path.pk]))
    assert "Si può scrivere di nuovo" in page
    assert "Scrivi com'è andata" not in page
    assert educator.post(address, filled(version=3, silent="no")).status_code == 302
    path.refresh_from_db()
    assert path.silent_since is None
    assert "Ha chiesto silenzio" not in text(educator, reverse("path_page", args=[path.pk]))


def test_silence_asked_by_two_stays_silence(signed_in, path):
    educator, address = signed_in("educatrice"), reverse("set_path_silence", args=[path.pk])
    educator.post(address, filled(version=1, silent="yes"))
    late = educator.post(address, filled(version=1, silent="yes"))
    assert late.status_code == 409
    assert 'name="version" value="2"' in late.content.decode(), (
        "sent again, it is sent to the path as it stands"
    )
    assert educator.post(address, filled(version=2, silent="yes")).status_code == 302
    path.refresh_from_db()
    assert path.silent_since == D


def test_from_another_path_one_finds_where_the_silence_was_asked(signed_in, acting_as, path):
    """It is lifted there: also once that path is over."""
    with acting_as("educatrice") as viewer:
        other = begun(viewer, version=shipped("accompagnamento-2"), loss="")
        set_silence(path, silent=True, version=1, by=viewer, today=D)
        end_path(path, "family", day=D, version=2, by=viewer, today=D)
    page, there = reverse("path_page", args=[other.pk]), reverse("path_page", args=[path.pk])
    assert f'<a href="{there}">SOLI MAI' in text(signed_in("educatrice"), page)
    with acting_as("educatrice") as viewer:
        set_silence(path, silent=False, version=3, by=viewer, today=D)
    assert there not in text(signed_in("educatrice"), page)


def test_whoever_annuls_a_path_is_told_that_its_silence_goes_too(signed_in, acting_as, path):
    educator, address = signed_in("educatrice"), reverse("void_path", args=[path.pk])
    told = "torna a poter ricevere lettere"
    assert told not in text(educator, address)
    with acting_as("educatrice") as viewer:
        set_silence(path, silent=True, version=1, by=viewer, today=D)
    assert told in text(educator, address)


def test_a_path_that_becomes_another_that_there_is_is_refused_and_kept(signed_in, acting_as, path):
    with acting_as("educatrice") as viewer:
        begun(viewer, zero=D - timedelta(days=5))
    sent = filled(
        version=1, zero=(D - timedelta(days=5)).isoformat(), loss="death", person="", contact=EDUCATOR
    )
    answer = signed_in("educatrice").post(reverse("edit_path", args=[path.pk]), sent)
    assert answer.status_code == 409
    assert "È già cominciato" in unescape(answer.content.decode())


def test_a_loss_can_be_about_who_is_no_more(signed_in, acting_as, version_id):
    gone = key_for("person", "elena")
    with acting_as("educatrice"):
        death = "UPDATE people_person SET died_on = %s WHERE id = %s"
        with connection.cursor() as cursor:
            cursor.execute(death, [D - timedelta(days=3), gone])
    page = text(signed_in("educatrice"), reverse("begin_path", args=[CASE, version_id]))
    assert str(gone) in page


def test_the_threads_say_how_far_one_is_and_a_far_letter_is_not_opened(signed_in, acting_as):
    with acting_as("educatrice") as viewer:
        path = begun(viewer, version=shipped("mille-giorni-1"), loss="", zero=D + timedelta(days=90))
        mark_step(path, "around", "done", day=D, words="La nonna", by=viewer, today=D)
    educator = signed_in("educatrice")
    page = text(educator, reverse("path_page", args=[path.pk]))
    for words in ("Per il bambino", "Essere genitori", "La strada dei genitori", "Chi tiene insieme"):
        assert words in page
    assert "1 passi su" not in page
    assert "1 passo su" in page
    address = reverse("send_path_letter", args=[path.pk, "birthday"])
    assert address not in page
    assert educator.get(address).status_code == 409
