"""What stays on a device that is left, lent or broken: nothing in clear, nothing of whoever has gone, nothing lost of the others."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from intreccio.ground.kernel.keys import key_for, new_key
from tests.journeys.conftest import ALONE, CHROMIUM
from tests.journeys.devices import answers_alone, as_if_of, keeps_sessions, notes_on, written_on_disk
from tests.journeys.signing_in import sign_in
from tests.journeys.walking import arrive, field

Visit = Callable[..., Page]
HERE = "La nota è su questo dispositivo"
DONE = "la nota è nel diario"
WORD = "zibaldone"
# A browser writes its session down every few seconds.
WRITES_DOWN = 5_000

# A server that takes its time: the page lives on for as long.
SLOW = """() => {
  const { submit } = HTMLFormElement.prototype;
  HTMLFormElement.prototype.submit = function () { setTimeout(() => submit.call(this), 1500); };
}"""
NO_STORE = "IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); }"
FULL = "() => { IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); }; }"


def begin(page: Page) -> None:
    page.goto("/diary/new")
    arrive(page.get_by_role("main").get_by_role("link").first)


def write(page: Page, words: str) -> None:
    field(page, "Che cosa è successo").fill(words)
    page.get_by_role("button", name="Salva la nota").click()


def write_without_network(page: Page, words: str) -> None:
    begin(page)
    page.context.set_offline(True)
    write(page, words)
    expect(page.get_by_role("heading", name=HERE)).to_be_visible()


def leave(page: Page) -> None:
    page.locator(".i-me summary").click()
    page.get_by_role("button", name="Esci", exact=True).click()


def warned(page: Page) -> None:
    """One thing is here, and it goes."""
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("Note e bozze: 1.")
    dialog.get_by_role("button", name="Esci e cancella").click()


def gone(page: Page) -> None:
    page.wait_for_url("**/accounts/login/**")
    assert notes_on(page) == 0


@contextmanager
def at_home(house: str, kept: Any, chromium: Browser, folder: Path, account: str) -> Iterator[Page]:
    """A browser with a folder of its own, as people have one; closed afterwards, as people close it."""
    kept.execute("DELETE FROM kernel_tally")
    with chromium.browser_type.launch_persistent_context(
        str(folder), executable_path=CHROMIUM, args=ALONE, base_url=house, locale="it-IT"
    ) as context:
        page = context.new_page()
        sign_in(page, account)
        yield page


def test_no_file_of_the_browser_holds_a_word_of_a_note(
    house: str, kept: Any, chromium: Browser, tmp_path: Path
) -> None:
    """A browser writes down what is typed in a form, to show it again after a crash: not in these."""
    with at_home(house, kept, chromium, tmp_path, "educatrice") as page:
        begin(page)
        page.reload()
        answers_alone(page)
        write_without_network(page, f"Il suo {WORD} rosso.")
        page.goto("/")
        field(page, "Di chi è, con parole che capisci tu").fill(f"quella dello {WORD}")
        field(page, "Che cosa è successo").fill(f"Un altro {WORD}, verde.")
        page.goto("/help")
        page.go_back()
        expect(field(page, "Che cosa è successo")).to_have_value("")
        page.goto("/help")
        page.wait_for_timeout(WRITES_DOWN)
    assert written_on_disk(tmp_path, "/offline"), "the folder is the one that was written"
    assert written_on_disk(tmp_path, WORD) == []


@pytest.mark.parametrize(
    ("account", "address"),
    [
        ("educatrice", f"/diary/notes/{key_for('visit_note', 'marchetti_1')}/correct"),
        ("psicologa", f"/support/{key_for('support_line', 'cattaneo_young')}/notes/new"),
    ],
)
def test_nor_of_what_is_written_beside_it_or_for_oneself(
    house: str, kept: Any, chromium: Browser, tmp_path: Path, account: str, address: str
) -> None:
    """Nor is it shown again to who goes back: what a browser would show, it has kept."""
    with at_home(house, kept, chromium, tmp_path, account) as page:
        page.goto(address)
        words = page.get_by_role("main").locator("textarea")
        words.fill(f"Non era uno {WORD}.")
        page.goto("/help")
        page.wait_for_timeout(WRITES_DOWN)
        page.go_back()
        expect(words).to_have_value("")
    assert written_on_disk(tmp_path, address) or not keeps_sessions(tmp_path)
    assert written_on_disk(tmp_path, WORD) == []


def test_words_typed_in_the_last_instant_are_told_and_wiped(visit: Visit) -> None:
    page = visit("educatrice", fresh=True)
    begin(page)
    page.evaluate(SLOW)
    page.locator(".i-me summary").click()
    page.evaluate("""() => {
      const words = document.querySelector("form[data-keep] textarea");
      words.value = "Nell'ultimo istante.";
      words.dispatchEvent(new Event("input", { bubbles: true }));
      document.querySelector("form[data-leave] button").click();
    }""")
    warned(page)
    gone(page)


def test_a_page_left_open_puts_nothing_aside_once_somebody_has_gone(visit: Visit) -> None:
    page = visit("educatrice", fresh=True)
    begin(page)
    other = page.context.new_page()
    other.goto("/")
    leave(other)
    other.wait_for_url("**/accounts/login/**")
    field(page, "Che cosa è successo").fill("Nella pagina rimasta aperta.")
    page.wait_for_timeout(1_500)
    assert notes_on(page) == 0


def test_leaving_without_a_network_warns_and_wipes(visit: Visit) -> None:
    page = visit("educatrice", fresh=True)
    write_without_network(page, "Sul pianerottolo.")
    leave(page)
    warned(page)
    expect(page.get_by_role("heading", name="Non c'è rete")).to_be_visible()
    assert notes_on(page) == 0


def test_the_page_that_asks_whether_one_goes_warns_too(visit: Visit) -> None:
    page = visit("educatrice", fresh=True)
    begin(page)
    field(page, "Che cosa è successo").fill("Prima di uscire.")
    expect(page.locator("[data-keep-said]")).to_be_visible()
    page.goto("/accounts/logout/")
    page.get_by_role("main").get_by_role("button", name="Esci").click()
    warned(page)
    gone(page)


def test_whoever_signs_out_leaves_nothing_of_any_hat_of_theirs(visit: Visit) -> None:
    page = visit("educatrice", fresh=True)
    write_without_network(page, "Sotto l'altro cappello.")
    as_if_of(page, "person-another")
    page.context.set_offline(False)
    page.goto("/")
    leave(page)
    warned(page)
    gone(page)


def test_what_somebody_else_left_is_neither_told_nor_dropped(visit: Visit) -> None:
    page = visit("educatrice", fresh=True)
    write_without_network(page, "Di un'altra mano.")
    as_if_of(page, "another", state="asked")
    page.context.set_offline(False)
    with page.expect_response("**/device"):
        page.goto("/")
    page.wait_for_timeout(500)
    expect(page.locator("[data-kept-asked]")).to_be_hidden()
    assert notes_on(page) == 1


def test_words_that_nobody_signed_find_their_family(visit: Visit) -> None:
    """Written after having gone, where there was no network to come in again."""
    page = visit("educatrice", fresh=True)
    begin(page)
    page.reload()
    answers_alone(page)
    leave(page)
    page.wait_for_url("**/accounts/login/**")
    page.wait_for_load_state("networkidle")
    page.context.set_offline(True)
    page.goto("/")
    field(page, "Che cosa è successo").fill("Scritta prima di entrare.")
    page.get_by_role("button", name="Tieni qui la nota").click()
    expect(page.locator("[data-kept-unplaced]")).to_contain_text("1")
    page.context.set_offline(False)
    sign_in(page, "educatrice")
    begin(page)
    page.get_by_role("button", name="È di questa famiglia: mettila qui").click()
    expect(field(page, "Che cosa è successo")).to_have_value("Scritta prima di entrare.")


def test_words_without_a_family_are_dropped_by_who_says_so_twice(visit: Visit) -> None:
    """By keyboard, on a telephone: one goes back on it, then drops them, and is offered the next."""
    page = visit("educatrice", phone=True, fresh=True)
    begin(page)
    page.reload()
    answers_alone(page)
    page.context.set_offline(True)
    page.goto("/")
    for many, words in enumerate(("Scritta per sbaglio.", "Scritta sul pianerottolo."), start=1):
        field(page, "Che cosa è successo").fill(words)
        page.get_by_role("button", name="Tieni qui la nota").click()
        expect(page.locator("[data-kept-unplaced] b")).to_have_text(str(many))
    page.context.set_offline(False)
    begin(page)
    drop = page.locator("[data-keep-loose]").get_by_role("button", name="Cancella", exact=True)
    drop.press("Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("button", name="La tengo")).to_be_focused()
    page.keyboard.press("Escape")
    expect(drop).to_be_focused()
    assert notes_on(page) == 2
    for left in (1, 0):
        drop.press("Enter")
        dialog.get_by_role("button", name="Cancella la nota").press("Enter")
        expect(dialog).to_be_hidden()
        expect(page.locator("[data-kept-unplaced] b")).to_have_text(str(left))
        assert notes_on(page) == left
    expect(page.locator("[data-keep-loose]")).to_be_hidden()
    expect(field(page, "Che cosa è successo")).to_be_focused()


def test_words_written_on_another_day_are_of_that_day(visit: Visit) -> None:
    """Whoever chooses the family on Monday writes no visit of Monday."""
    page = visit("educatrice", phone=True, fresh=True)
    begin(page)
    page.reload()
    answers_alone(page)
    friday = datetime.now(UTC).replace(hour=12, minute=40) - timedelta(days=3)
    page.context.set_offline(True)
    page.goto("/")
    page.clock.set_fixed_time(friday)
    field(page, "Che cosa è successo").fill("Hanno aspettato insieme il postino.")
    page.get_by_role("button", name="Tieni qui la nota").click()
    expect(page.locator("[data-kept-unplaced]")).to_contain_text("1")
    page.clock.set_fixed_time(datetime.now(UTC))
    page.context.set_offline(False)
    begin(page)
    expect(page.locator("[data-keep-loose] time").first).to_contain_text(f"{friday.day}/{friday.month}")
    page.get_by_role("button", name="È di questa famiglia: mettila qui").click()
    expect(field(page, "Giorno")).to_have_value(f"{friday:%Y-%m-%d}")


@pytest.mark.parametrize("broken", [NO_STORE, FULL])
def test_where_the_browser_keeps_nothing_a_note_is_saved_and_one_can_go(visit: Visit, broken: str) -> None:
    page = visit("educatrice", fresh=True)
    if broken == NO_STORE:
        page.add_init_script(NO_STORE)
    begin(page)
    if broken == FULL:
        page.evaluate(FULL)
    write(page, "Senza cassetto.")
    expect(page.get_by_text(DONE)).to_be_visible()
    leave(page)
    page.wait_for_url("**/accounts/login/**")


@contextmanager
def another_role(keeper: Any, account: str) -> Iterator[None]:
    """Somebody changes role, in the same teams; afterwards they are what they were."""
    old, new = key_for("membership", account), new_key()
    keeper.execute(
        "UPDATE organisations_membership SET until = current_date, end_reason = 'role_changed' WHERE id = %s",
        [old],
    )
    keeper.execute(
        "INSERT INTO organisations_membership (id, user_id, organisation_id, role, kind, since, version, end_reason)"
        " SELECT %s, user_id, organisation_id, 'social_worker', kind, current_date, 1, ''"
        " FROM organisations_membership WHERE id = %s",
        [new, old],
    )
    places = keeper.execute(
        "SELECT team_id FROM organisations_teammembership WHERE membership_id = %s AND until IS NULL", [old]
    )
    for (team,) in places.fetchall():
        keeper.execute(
            "INSERT INTO organisations_teammembership (id, team_id, membership_id, profession, since, version)"
            " VALUES (%s, %s, %s, 'social_worker', current_date, 1)",
            [new_key(), team, new],
        )
    try:
        yield
    finally:
        keeper.execute(
            "UPDATE organisations_teammembership SET until = since WHERE membership_id = %s", [new]
        )
        keeper.execute("UPDATE organisations_membership SET until = since WHERE id = %s", [new])
        keeper.execute(
            "UPDATE organisations_membership SET until = NULL, end_reason = '' WHERE id = %s", [old]
        )


def test_words_that_wait_are_found_under_the_role_that_followed(visit: Visit, kept: Any) -> None:
    """Nobody wears the hat before any more: what was written under it would be told to nobody and sent by nobody. It is sent, and
    what the new hat has to say of it is asked: who pays, here."""
    page = visit("educatrice", fresh=True)
    write_without_network(page, "Scritta prima di cambiare ruolo.")
    with another_role(kept, "educatrice"):
        page.context.set_offline(False)
        page.goto("/")
        expect(page.locator("[data-kept-asked]").first).to_be_visible()
        page.locator("[data-kept-look]").first.click()
        expect(field(page, "Che cosa è successo")).to_have_value("Scritta prima di cambiare ruolo.")
        page.get_by_role("button", name="Salva la nota").click()
        expect(page.locator("main")).to_contain_text(DONE)
        assert notes_on(page) == 0
