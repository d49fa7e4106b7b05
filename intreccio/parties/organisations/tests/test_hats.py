"""Which hat one wears: chosen, switched, recorded; nobody else's."""

from html import unescape

import pytest
from django.urls import reverse

from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.middleware import DOOR, HAT
from intreccio.parties.organisations.actions.hats import wear_hat
from intreccio.parties.organisations.management.commands.demo_accounts import accounts
from intreccio.parties.organisations.queries.hats import find_viewer, hats_of
from intreccio.parties.organisations.tests.conftest import filled, page


def worn(key):
    return filled(membership=str(key_for("membership", key)))


def test_who_has_two_hats_chooses_before_anything_opens(signed_in):
    ada = signed_in("ada")
    answer = ada.get(reverse("organisation_list"))
    assert (answer.status_code, answer["Location"]) == (302, reverse("choose_hat"))
    text = ada.get(reverse("choose_hat")).content.decode()
    assert "Porte Aperte" in text
    assert "Il Telaio" in text


def test_choose_hat_and_switch(signed_in):
    ada = signed_in("ada")
    assert ada.post(reverse("choose_hat"), worn("ada")).status_code == 302
    assert ada.session[HAT] == str(key_for("membership", "ada"))
    assert ada.get(reverse("organisation_list")).status_code == 200
    assert ada.post(reverse("choose_hat"), worn("ada_socia")).status_code == 302
    assert ada.session[HAT] == str(key_for("membership", "ada_socia"))


@pytest.mark.parametrize("key", ["admin", "educatrice", "rita"])
def test_nobody_wears_the_hat_of_another(signed_in, key):
    ada = signed_in("ada")
    assert ada.post(reverse("choose_hat"), worn(key)).status_code == 404
    assert HAT not in ada.session


def test_a_hat_smuggled_into_the_session_opens_nothing(signed_in):
    ada = signed_in("ada")
    session = ada.session
    session[HAT] = str(key_for("membership", "admin"))
    session.save()
    assert ada.get(reverse("organisation_list"))["Location"] == reverse("choose_hat")


def test_who_has_no_hat_reads_whom_to_ask(signed_in):
    text = signed_in("rita").get(reverse("choose_hat")).content.decode()
    assert "Nessun ruolo attivo" in text
    assert "Chiedi a chi coordina" in text


def test_who_has_not_signed_in_is_led_to_the_door(client, db):
    assert client.get(reverse("choose_hat"))["Location"].startswith("/accounts/login/")


def test_nonsense_is_no_hat(signed_in):
    answer = signed_in("ada").post(reverse("choose_hat"), filled(membership="x"))
    assert answer.status_code == 422
    text = answer.content.decode()
    assert "Non sappiamo quale ruolo hai scelto" in text
    assert "Scegli di nuovo qui sotto" in text


def test_wear_hat_is_recorded_as_the_new_viewer(committed, keeper):
    with acting(key_for("user", "ada")):
        viewer = wear_hat(key_for("user", "ada"), key_for("membership", "ada"))
    row = keeper.execute(
        "SELECT membership_id, codes::text FROM kernel_event WHERE kind = 'hat.worn'"
    ).fetchone()
    assert row == (viewer.membership_id, "{}")


def test_nobody_is_told_the_hats_of_somebody_else(acting_as):
    with acting_as("admin"):
        assert find_viewer(key_for("user", "educatrice"), None) is None
        assert hats_of(key_for("user", "ada")) == []


def test_find_viewer_answers_only_what_is_certain(db):
    with acting(DOOR):
        viewer = find_viewer(key_for("user", "educatrice"), None)
        assert viewer is not None
        assert viewer.role == "educator"
        assert find_viewer(key_for("user", "ada"), None) is None
        assert find_viewer(key_for("user", "rita"), None) is None
        assert len(hats_of(key_for("user", "ada"))) == 2


def test_profile_page(signed_in):
    text = signed_in("educatrice").get(reverse("profile_page")).content.decode()
    assert "Équipe Rozzano" in text
    assert reverse("account_change_password") in text


def test_the_table_of_demo_accounts():
    rows = accounts()
    assert (
        "educatrice@example.org",
        "Chiara Fontana",
        "educatrice o educatore",
        "Cooperativa Il Telaio",
        "intreccio-demo",
    ) in rows
    assert not [row for row in rows if row[0].startswith(("rita", "elio"))]


WORDS = "Ha detto che la sera non dorme."


def sent_without_a_hat(client):
    """A form that was open while the hat changed."""
    answer = client.post(
        page("add_strategy_goal", ("team", "equipe_nord")), filled(change=WORDS, why="我很害怕爸爸")
    )
    text = unescape(answer.content.decode())
    assert answer.status_code == 403
    assert answer["Cache-Control"] == "no-store"
    assert WORDS in text
    assert "我很害怕爸爸" in text
    assert f'href="{reverse("choose_hat")}"' in text
    assert "Serve entrare di nuovo" not in text


def test_a_hat_that_ended_meanwhile_gives_back_what_was_written(signed_in):
    awa = signed_in("awa")
    assert awa.get(reverse("profile_page")).status_code == 200
    ended = page("end_membership", ("membership", "awa"))
    assert signed_in("admin").post(ended, filled(reason="left")).status_code == 302
    sent_without_a_hat(awa)


def test_a_second_hat_received_meanwhile_gives_back_what_was_written(signed_in):
    """With one hat nobody chooses; with two, one chooses before anything is written."""
    sent_without_a_hat(signed_in("ada"))


def test_where_nothing_was_written_one_is_led_to_the_hats(signed_in):
    answer = signed_in("ada").post(page("add_strategy_goal", ("team", "equipe_nord")), filled())
    assert (answer.status_code, answer["Location"]) == (302, reverse("choose_hat"))
