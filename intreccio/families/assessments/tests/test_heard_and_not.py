"""What somebody wrote is not thrown away, a reason is one that can be true, who listened may be anybody, what was seen has a place."""

from html import unescape
from uuid import uuid4

import pytest
from django.urls import reverse

from intreccio.families.assessments import actions
from intreccio.families.assessments.models import ChildDrawing, ChildWords, Listening
from intreccio.families.assessments.queries.look import look_of
from intreccio.families.assessments.rules.hearing import (
    agreed_after,
    why_not_agreed,
    why_not_reason,
    why_not_share,
    why_not_silent,
)
from intreccio.families.assessments.rules.listening import why_not_listener
from intreccio.families.assessments.tests.conftest import page
from intreccio.families.assessments.tests.test_actions import said
from intreccio.families.assessments.tests.test_child_drawings import MINE, a_listening, content
from intreccio.families.assessments.vocabulary import Agreed
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.refused import Refused

HOME, LITTLE = key_for("household", "pellegrini"), key_for("person", "pellegrini_3")
LISTEN = reverse("listen_to_child", args=[HOME, LITTLE])


def text(answer):
    return unescape(answer.content.decode())


def post(client, address, today, **told):
    return client.post(address, {"once": uuid4(), "heard_on": today.isoformat(), **told})


def test_words_written_with_not_heard_are_asked_about(signed_in, acting_as, look_at, today):
    client, address = signed_in("educatrice"), page("write_child_words", "pellegrini_t0", LITTLE)
    told = {"heard": "not_yet", "words": "Vorrei stare da nonna, ma non ditelo", "not_heard": "prefers_not"}
    answer = post(client, address, today, agreed="near", **told)
    assert answer.status_code == 422
    assert "Ci sono delle parole" in text(answer)
    assert "Vorrei stare da nonna" in text(answer)
    with acting_as("educatrice") as viewer:
        mine = said(today, **told)
        with pytest.raises(Refused) as no:
            actions.write_child_words(look_at("pellegrini_t0"), LITTLE, mine, version=None, by=viewer)
        assert no.value.code == "words"
        assert not ChildWords.objects.filter(person=LITTLE, heard="not_yet").exists()


def test_a_reason_of_ones_own_under_another_reason_is_asked_about(signed_in, today):
    told = {"heard": "not_yet", "not_heard": "not_met", "not_heard_words": "la mamma non vuole"}
    answer = post(signed_in("educatrice"), page("write_child_words", "pellegrini_t0", LITTLE), today, **told)
    assert answer.status_code == 422
    assert "Hai scritto un motivo" in text(answer)


@pytest.mark.parametrize(
    ("age", "owed_from", "offered"), [("young", 99, True), ("tall", 0, False)], ids=["below", "from the age"]
)
def test_too_small_is_a_reason_only_below_the_age(
    monkeypatch, acting_as, look_at, signed_in, today, age, owed_from, offered
):
    monkeypatch.setattr("intreccio.families.assessments.queries.look.owed_from", lambda day: owed_from)
    address = page("write_child_words", "pellegrini_t0", LITTLE)
    assert ("troppo piccola" in text(signed_in("educatrice").get(address))) is offered, age
    small = said(today, heard="not_yet", words="", not_heard="too_small")
    with acting_as("educatrice") as viewer:
        if offered:
            actions.write_child_words(look_at("pellegrini_t0"), LITTLE, small, version=None, by=viewer)
            return
        with pytest.raises(Refused) as no:
            actions.write_child_words(look_at("pellegrini_t0"), LITTLE, small, version=None, by=viewer)
        assert no.value.code == "reason"


def test_a_drawing_is_of_who_makes_it_with_the_child(acting_as):
    with acting_as("psicologa") as viewer:
        row = actions.add_child_drawing(a_listening(), content(), MINE, by=viewer)
        assert row.heard_by_id == viewer.membership_id
        assert ChildDrawing.objects.filter(pk=row.pk).exists()
        actions.share_child_drawing(row, shared=True, version=1, by=viewer)
        actions.share_child_drawing(row, shared=False, version=2, by=viewer)
    with acting_as("assistente"):
        assert not ChildDrawing.objects.filter(pk=row.pk).exists()


def test_what_a_child_is_told_of_a_drawing_is_true(signed_in):
    address = reverse("add_child_drawing", args=[key_for("listening", "nadia_scuola")])
    assert "solo chi lo ha raccolto e il riferimento della famiglia" in text(
        signed_in("psicologa").get(address)
    )


def test_who_listened_may_be_somebody_outside_the_team(signed_in, acting_as, today):
    client = signed_in("educatrice")
    told = {"heard_by": "somebody", "place": "school", "alone": "yes", "assessment": ""}
    missing = post(client, LISTEN, today, **told)
    assert missing.status_code == 422
    assert "Scrivi chi ha ascoltato" in text(missing)
    answer = post(client, LISTEN, today, **told, listener="Paola Neri, la maestra")
    assert answer.status_code == 302
    assert "ascoltava Paola Neri, la maestra" in text(client.get(answer.url))
    with acting_as("educatrice"):
        row = Listening.objects.get(person=LITTLE, listener="Paola Neri, la maestra")
        assert row.heard_by_id is None
    form = client.get(reverse("edit_listening", args=[row.pk])).context["form"]
    assert form["heard_by"].value() == "somebody"


def test_a_name_beside_another_answer_is_asked_about(signed_in, today):
    me = key_for("membership", "educatrice")
    told = {"heard_by": me, "place": "home", "alone": "yes", "others": "la nonna", "listener": "Paola"}
    answer = post(signed_in("educatrice"), LISTEN, today, **told)
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) >= {"others", "listener"}


def test_under_three_what_was_seen_has_a_place_and_counts(signed_in, acting_as, look_at, today):
    client = signed_in("educatrice")
    assert "Che cosa si è visto" in text(client.get(LISTEN))
    told = {
        "heard_by": key_for("membership", "educatrice"), "place": "home", "alone": "no", "others": "la mamma",
        "assessment": key_for("assessment", "pellegrini_t0"), "seen": "Cerca la mamma con gli occhi, poi torna al gioco.",
    }  # fmt: skip
    answer = post(client, LISTEN, today, **told)
    assert answer.status_code == 302
    assert "Cerca la mamma con gli occhi" in text(client.get(answer.url))
    assert "Cerca la mamma con gli occhi" in text(client.get(page("voices_beside", "pellegrini_t0")))
    with acting_as("educatrice") as viewer:
        look = look_of(viewer, look_at("pellegrini_t0"))
        assert next(one for one in look.children if one.person_id == LITTLE).is_heard


@pytest.mark.parametrize("now", Agreed.values)
@pytest.mark.parametrize("then", Agreed.values)
def test_what_a_child_agreed_to_is_changed_by_who_was_there(now, then):
    assert agreed_after(now, then=then, is_near=True, words_changed=True) == now
    assert agreed_after(now, then=then, is_near=False, words_changed=False) == then
    corrected = agreed_after(now, then=then, is_near=False, words_changed=True)
    assert corrected == ("not_asked" if then == "plan" else then)


def test_the_rules_of_words():
    assert why_not_silent(heard="not_yet", words=" x ")
    assert why_not_silent(heard="not_yet", words="  ") is None
    assert why_not_silent(heard="said", words="x") is None
    assert why_not_reason("too_small", is_owed=True)
    assert why_not_reason("too_small", is_owed=False) is None
    assert why_not_reason("protected", is_owed=True) is None
    assert why_not_agreed(heard="said", agreed="")
    assert why_not_agreed(heard="not_yet", agreed="") is None
    assert why_not_share(heard="said", agreed="not_asked")
    assert why_not_share(heard="not_yet", agreed="plan")
    assert why_not_share(heard="said", agreed="near") is None
    assert why_not_listener(is_of_the_team=False)
    assert why_not_listener(is_of_the_team=True, by_name="Paola")
    assert why_not_listener(is_of_the_team=False, by_name="Paola") is None
    assert why_not_listener(is_of_the_team=True) is None
