"""An educator's day with the telephone: a note in two touches, an hour without a network, two devices on one visit."""

from collections.abc import Callable
from typing import Any

import psycopg
import pytest
from playwright.sync_api import Page, expect

from intreccio.ground.kernel.keys import key_for, new_key
from tests.journeys.devices import answers_alone, everything_on, notes_on, tries_for_the_key
from tests.journeys.looking import axe_complaints
from tests.journeys.walking import arrive, doing, field

Visit = Callable[..., Page]
WORD = "zibaldone"


def open_note(page: Page) -> None:
    """From Oggi, in two touches."""
    page.goto("/")
    bar = page.get_by_role("navigation", name="Principale, telefono")
    arrive(bar.get_by_role("link", name="Nota"))
    arrive(page.get_by_role("main").get_by_role("link").first)


def save(page: Page) -> None:
    page.get_by_role("button", name="Salva la nota").click()


def notes_with(kept: psycopg.Connection[Any], word: str) -> int:
    found = kept.execute("SELECT count(*) FROM diary_visitnote WHERE text LIKE %s", [f"%{word}%"]).fetchone()
    return int(found[0]) if found else 0


def test_a_note_is_written_in_two_touches_and_read_in_the_diary(
    visit: Visit, kept: psycopg.Connection[Any]
) -> None:
    page = visit("educatrice", phone=True)
    open_note(page)
    assert axe_complaints(page) == []
    doing(page).choose("Bene")
    field(page, "Che cosa è successo").fill("Ha preso da solo il libro e ha detto: ancora.")
    with page.expect_event("domcontentloaded"):
        save(page)
    expect(page.get_by_role("status").filter(has_text="la nota è nel diario")).to_be_visible()
    expect(page.get_by_text("Ha preso da solo il libro")).to_be_visible()
    assert notes_with(kept, "da solo il libro") == 1
    assert notes_on(page) == 0
    assert axe_complaints(page) == []


def test_without_network_it_stays_closed_on_the_device_and_goes_once(
    visit: Visit, kept: psycopg.Connection[Any]
) -> None:
    page = visit("educatrice", phone=True, fresh=True)
    open_note(page)
    family = page.get_by_role("main").locator("p.i-muted").first.inner_text()
    page.reload()
    answers_alone(page)
    page.context.set_offline(True)
    field(page, "Che cosa è successo").fill(f"Il suo {WORD} è pieno di disegni.")
    save(page)
    expect(page.get_by_role("heading", name="La nota è su questo dispositivo")).to_be_visible()
    assert axe_complaints(page) == []

    held = everything_on(page)
    assert "notes: " in held
    assert WORD not in held
    assert family not in held
    assert tries_for_the_key(page) == ["InvalidAccessError", "InvalidAccessError"]

    page.reload()
    expect(page.get_by_role("heading", name="Non c'è rete")).to_be_visible()
    expect(page.locator("[data-kept-waiting]")).to_contain_text("1")
    assert WORD not in page.content()
    assert family not in page.content()
    assert axe_complaints(page) == []
    assert notes_with(kept, WORD) == 0

    page.context.set_offline(False)
    expect(page.locator("[data-kept-gone]")).to_be_visible()
    assert notes_with(kept, WORD) == 1
    assert notes_on(page) == 0
    assert WORD not in everything_on(page)


def test_words_without_a_family_find_it_later(visit: Visit, kept: psycopg.Connection[Any]) -> None:
    page = visit("educatrice", phone=True, fresh=True)
    open_note(page)
    page.reload()
    answers_alone(page)
    page.context.set_offline(True)
    page.goto("/")
    field(page, "Di chi è, con parole che capisci tu").fill("i tre del terzo piano")
    field(page, "Che cosa è successo").fill("Hanno aspettato insieme il postino.")
    page.get_by_role("button", name="Tieni qui la nota").click()
    expect(page.locator("[data-kept-unplaced]")).to_contain_text("1")
    held = everything_on(page)
    assert "postino" not in held
    assert "terzo piano" not in held

    page.context.set_offline(False)
    open_note(page)
    expect(page.locator("[data-keep-words]").last).to_have_text("i tre del terzo piano")
    page.get_by_role("button", name="È di questa famiglia: mettila qui").click()
    expect(field(page, "Che cosa è successo")).to_have_value("Hanno aspettato insieme il postino.")
    with page.expect_event("domcontentloaded"):
        save(page)
    assert notes_with(kept, "postino") == 1
    assert notes_on(page) == 0


def test_two_devices_on_one_visit_show_both_and_lose_neither(
    visit: Visit, kept: psycopg.Connection[Any]
) -> None:
    telephone, tablet = visit("educatrice", phone=True, fresh=True), visit("educatrice", fresh=True)
    open_note(telephone)
    arrive(telephone.get_by_role("link", name="Diario"))
    arrive(telephone.get_by_role("link", name="Fissa una visita"))
    field(telephone, "Per che cosa").fill("Merenda e compiti")
    field(telephone, "Giorno").fill(
        telephone.evaluate("new Date().toLocaleDateString('sv', {timeZone: 'Europe/Rome'})")
    )
    arrive(telephone.get_by_role("button", name="Fissa", exact=True))
    for page, words in ((telephone, "Scritto dal telefono: ride."), (tablet, "Scritto dal tavolo: legge.")):
        page.clock.install()
        page.goto("/diary/new")
        arrive(page.get_by_role("region", name="Visite di oggi").get_by_role("link").first)
        page.context.set_offline(True)
        field(page, "Che cosa è successo").fill(words)
        save(page)
        expect(page.get_by_role("heading", name="La nota è su questo dispositivo")).to_be_visible()
        page.clock.fast_forward("01:00:00")
        assert notes_on(page) == 1
    telephone.context.set_offline(False)
    expect(telephone.locator("[data-kept-gone]")).to_be_visible(timeout=40_000)
    tablet.context.set_offline(False)
    expect(tablet.locator("[data-kept-asked]")).to_be_visible(timeout=40_000)
    assert notes_with(kept, "Scritto dal") == 1

    arrive(tablet.get_by_role("button", name="Guarda la prima"))
    expect(tablet.get_by_role("heading", name="L'hai già scritta da un'altra parte")).to_be_visible()
    table = tablet.get_by_role("table", name="Le due versioni")
    expect(table).to_contain_text("Scritto dal telefono: ride.")
    expect(table).to_contain_text("Scritto dal tavolo: legge.")
    assert axe_complaints(tablet) == []
    field(tablet, "Che cosa è successo").fill("Scritto dal telefono: ride. Scritto dal tavolo: legge.")
    with tablet.expect_event("domcontentloaded"):
        save(tablet)
    assert notes_with(kept, "Scritto dal telefono: ride. Scritto dal tavolo: legge.") == 1
    assert notes_with(kept, "Scritto dal") == 1
    assert notes_on(tablet) == 0


def test_a_note_that_comes_when_the_first_stands_is_saved_beside_it(
    visit: Visit, kept: psycopg.Connection[Any]
) -> None:
    """The other device wrote of the same visit days ago: what waits here finds its place, and leaves the device."""
    tablet = visit("educatrice", fresh=True)
    at_visit, first = new_key(), key_for("visit_note", "marchetti_1")
    kept.execute(
        "INSERT INTO diary_visit SELECT (jsonb_populate_record(v, jsonb_build_object('id', %s::text, 'state', 'planned'))).*"
        " FROM diary_visit v WHERE id = %s",
        [str(at_visit), key_for("visit", "marchetti_5")],
    )
    tablet.goto("/diary/new")
    tablet.goto(f"/cases/{key_for('case', 'marchetti')}/diary/new?visit={at_visit}")
    tablet.reload()
    answers_alone(tablet)
    tablet.context.set_offline(True)
    field(tablet, "Che cosa è successo").fill("Scritto tardi: ha dormito.")
    save(tablet)
    expect(tablet.get_by_role("heading", name="La nota è su questo dispositivo")).to_be_visible()
    kept.execute("UPDATE diary_visitnote SET visit_id = %s WHERE id = %s", [at_visit, first])
    try:
        tablet.context.set_offline(False)
        tablet.goto("/")
        expect(tablet.locator("[data-kept-asked]")).to_be_visible(timeout=40_000)
        arrive(tablet.get_by_role("button", name="Guarda la prima"))
        expect(
            tablet.get_by_role("heading", name="C'è già una tua nota, che non si cambia più")
        ).to_be_visible()
        expect(tablet.get_by_role("table", name="Le due versioni")).to_contain_text(
            "Scritto tardi: ha dormito."
        )
        assert axe_complaints(tablet) == []
        with tablet.expect_event("domcontentloaded"):
            tablet.get_by_role("button", name="Scrivi la rettifica").click()
        expect(tablet.get_by_role("status").filter(has_text="sta accanto alla prima")).to_be_visible()
        assert notes_with(kept, "Scritto tardi: ha dormito.") == 1
        assert notes_on(tablet) == 0
    finally:
        kept.execute("UPDATE diary_visitnote SET visit_id = NULL WHERE id = %s", [first])
        kept.execute("DELETE FROM diary_visit WHERE id = %s", [at_visit])


def test_a_note_that_finds_no_family_any_more_is_shown_and_may_be_dropped(
    visit: Visit, kept: psycopg.Connection[Any]
) -> None:
    page = visit("educatrice", fresh=True)
    page.goto("/diary/new")
    arrive(page.get_by_role("main").get_by_role("link").first)
    page.context.set_offline(True)
    field(page, "Che cosa è successo").fill("Scritta per chi è già con altri.")
    page.locator("form[data-keep]").evaluate(
        "form => form.action = '/cases/00000000-0000-7000-8000-000000000000/diary/new'"
    )
    save(page)
    expect(page.get_by_role("heading", name="La nota è su questo dispositivo")).to_be_visible()
    page.context.set_offline(False)
    page.goto("/")
    expect(page.locator("[data-kept-asked]")).to_be_visible()
    arrive(page.get_by_role("button", name="Guarda la prima"))
    expect(page.get_by_text("Scritta per chi è già con altri.")).to_be_visible()
    page.goto("/")
    page.get_by_role("button", name="Cancella la prima da qui").click()
    expect(page.locator("[data-kept-asked]")).to_be_hidden()
    assert notes_on(page) == 0


def test_what_waits_of_another_hat_is_left_for_it(visit: Visit) -> None:
    page = visit("educatrice", fresh=True)
    page.goto("/diary/new")
    arrive(page.get_by_role("main").get_by_role("link").first)
    page.context.set_offline(True)
    field(page, "Che cosa è successo").fill("Di un'altra mano.")
    page.locator("form[data-keep]").evaluate("form => form.dataset.owner = 'another'")
    save(page)
    expect(page.get_by_role("heading", name="La nota è su questo dispositivo")).to_be_visible()
    page.context.set_offline(False)
    page.goto("/")
    page.locator(".i-me summary").click()
    arrive(page.get_by_role("button", name="Esci", exact=True))
    assert notes_on(page) == 1


def test_whoever_signs_out_is_warned_and_leaves_nothing(visit: Visit, kept: psycopg.Connection[Any]) -> None:
    page = visit("educatrice", fresh=True)
    page.goto("/diary/new")
    arrive(page.get_by_role("main").get_by_role("link").first)
    field(page, "Che cosa è successo").fill("Mezza frase, e poi via.")
    expect(page.locator("[data-keep-said]")).to_be_visible()
    page.locator(".i-me summary").click()
    page.get_by_role("button", name="Esci", exact=True).click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("C'è ancora qualcosa qui")
    expect(dialog).to_contain_text("Note e bozze: 1.")
    assert axe_complaints(page) == []
    dialog.get_by_role("button", name="Resto, le faccio partire").click()
    assert notes_on(page) == 1
    page.locator(".i-me summary").click()
    page.get_by_role("button", name="Esci", exact=True).click()
    with page.expect_event("domcontentloaded"):
        dialog.get_by_role("button", name="Esci e cancella").click()
    assert notes_on(page) == 0
    assert "keys: " not in everything_on(page)
    assert notes_with(kept, "Mezza frase") == 0


@pytest.mark.parametrize("phone", [True, False])
def test_what_was_begun_is_offered_again(visit: Visit, phone: bool) -> None:
    page = visit("educatrice", phone=phone, fresh=True)
    page.goto("/diary/new")
    arrive(page.get_by_role("main").get_by_role("link").first)
    field(page, "Che cosa è successo").fill("Cominciata sul bus.")
    expect(page.locator("[data-keep-said]")).to_be_visible()
    page.reload()
    page.get_by_role("button", name="Riprendila").click()
    expect(field(page, "Che cosa è successo")).to_have_value("Cominciata sul bus.")
