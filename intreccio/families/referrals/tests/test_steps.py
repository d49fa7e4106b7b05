"""What each side does with a request, and what it leaves."""

import pytest
from django.db import ProgrammingError, transaction
from django.urls import reverse

from intreccio.families.referrals import actions
from intreccio.families.referrals.models import Referral, ReferralOrigin
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.models import Event
from intreccio.ground.kernel.refused import NotAllowed, Refused
from intreccio.offer.directory.models import Service

CORTILE = key_for("service", "spazio_gioco_il_cortile")


def places() -> int | None:
    return Service.objects.get(pk=CORTILE).places_free


def test_see_referral_is_the_first_opening_only(acting_as, send):
    key = send()
    with acting_as("tommaso") as viewer:
        for _ in range(2):
            actions.see_referral(Referral.objects.get(pk=key), by=viewer)
        referral = Referral.objects.get(pk=key)
        assert (referral.state, referral.steps.filter(verb="see_referral").count()) == ("seen", 1)


def test_accept_referral_takes_a_place_and_end_referral_gives_it_back(acting_as, send, step):
    key = send()
    with acting_as("tommaso"):
        before = places()
    step("accept_referral", key, words="Sabato alle 10")
    with acting_as("tommaso"):
        assert places() == before - 1
    step("start_referral", key)
    step("end_referral", key, reason="done", words="Quattro mattine")
    with acting_as("educatrice"):
        assert places() == before
        origin = ReferralOrigin.objects.get(referral=key)
        assert (origin.state, origin.news) == ("ended", True)


def test_withdraw_referral_gives_the_place_back_too(acting_as, send, step):
    key = send()
    step("accept_referral", key)
    with acting_as("educatrice"):
        before = places()
    step("withdraw_referral", key, by="educatrice", reason="family")
    with acting_as("educatrice"):
        assert places() == before + 1
        assert Referral.objects.get(pk=key).withdraw_reason == "family"


def test_record_answer_keeps_the_words_on_the_family_side(acting_as, send, step):
    key = send()
    for verb, said in (("accept_referral", {}), ("start_referral", {}), ("end_referral", {"reason": "done"})):
        step(verb, key, **said)
    step("record_answer", key, by="educatrice", helped="partly", words="Ha fatto amicizia con Omar")
    with acting_as("educatrice"):
        assert ReferralOrigin.objects.get(referral=key).family_words == "Ha fatto amicizia con Omar"
    with acting_as("tommaso"):
        referral = Referral.objects.get(pk=key)
        assert referral.helped == "partly"
        assert not any("Omar" in line.words for line in referral.steps.all())


def test_put_on_waiting_list_then_decline_referral(acting_as, send, step):
    key = send()
    step("put_on_waiting_list", key, words="Tre settimane")
    step("decline_referral", key, reason="too_far")
    with acting_as("tommaso"):
        referral = Referral.objects.get(pk=key)
        assert (referral.state, referral.decline_reason, referral.unmet) == (
            "declined",
            "too_far",
            ["too_far"],
        )


def test_write_word_changes_no_state(acting_as, send, step):
    key = send()
    step("write_word", key, words="Parla già italiano?")
    step("write_word", key, by="educatrice", words="Sì, un poco.")
    with acting_as("tommaso"):
        assert [
            line.by_receiver for line in Referral.objects.get(pk=key).steps.filter(verb="write_word")
        ] == [True, False]
    with acting_as("educatrice") as viewer:
        origin = ReferralOrigin.objects.get(referral=key)
        assert origin.news
        actions.take_note(origin, by=viewer)
        assert not ReferralOrigin.objects.get(referral=key).news


def test_retry_referral_asks_another_after_a_no(acting_as, asked, send, step, today):
    key = send()
    step("decline_referral", key, reason="no_room")
    with acting_as("educatrice") as viewer:
        wish = asked("nido_comunale_i_papaveri")
        again = actions.retry_referral(Referral.objects.get(pk=key), asked=wish, by=viewer, today=today)
        assert ReferralOrigin.objects.get(referral=again).retry_of_id == key
        assert Event.objects.filter(kind="referral.retried", subject_id=again.pk).exists()


def test_only_after_a_no(acting_as, asked, send, today):
    key = send()
    with acting_as("educatrice") as viewer, pytest.raises(Refused):
        actions.retry_referral(Referral.objects.get(pk=key), asked=asked(), by=viewer, today=today)


@pytest.mark.parametrize("verb", ["accept_referral", "decline_referral"])
def test_what_is_answered_is_answered_once(send, step, verb):
    key, said = send(), {"reason": "other"} if verb == "decline_referral" else {}
    step(verb, key, **said)
    with pytest.raises(Refused) as no:
        step(verb, key, **said)
    assert no.value.code == "state"


def test_each_side_does_its_own(acting_as, send, step):
    key = send()
    with pytest.raises(NotAllowed):
        step("accept_referral", key, by="coordinatrice")
    with pytest.raises(Refused):
        step("withdraw_referral", key, by="tommaso", reason="family")


def test_the_acts_of_the_receiver_know_no_household(acting_as, send, step):
    key = send()
    step("accept_referral", key)
    with acting_as("tommaso"):
        assert not Event.objects.filter(subject_id=key).exists()
    with acting_as("educatrice"):
        assert [act.kind for act in Event.objects.filter(subject_id=key)] == ["referral.sent"]


def test_what_is_done_on_the_other_side_carries_the_codes_of_the_day_of_sending(
    send, acting_as, monkeypatch, today
):
    heard = []
    monkeypatch.setattr(
        "intreccio.ground.kernel.events._listeners",
        {"referral.accepted": [lambda act, _by: heard.append(act)]},
    )
    key = send()
    with acting_as("tommaso") as viewer:
        actions.accept_referral(
            Referral.objects.select_related("service").get(pk=key), by=viewer, today=today
        )
    (act,) = heard
    assert (act.household_id, act.codes["municipality"]) == (None, "015189")
    assert {"team", "ages", "need", "service", "receiver", "sender", "sent_on"} <= set(act.codes)
    assert "needs" not in act.codes  # what else the family needs was not sent


def test_who_only_receives_asks_the_codes_of_nobody_else(acting_as, send):
    from intreccio.families.referrals.queries.finding import codes_of

    key = send()
    with acting_as("educatrice"):
        referral = Referral.objects.get(pk=key)
    with acting_as("sara"):
        assert "municipality" not in codes_of(referral)


def test_a_stranger_finds_nothing(acting_as, send):
    key = send()
    for account in ("sara", "comune", "lucia", "scuola", "admin", "elio"):
        with acting_as(account):
            assert not Referral.objects.filter(pk=key).exists(), account


def test_the_receiver_writes_only_what_is_its_own(acting_as, send):
    key = send()
    with acting_as("tommaso"):
        for changes in ({"state": "answered", "helped": "yes"}, {"request": "altro"}, {"snapshot": {}}):
            with pytest.raises(ProgrammingError), transaction.atomic():
                Referral.objects.filter(pk=key).update(**changes)


def test_a_known_id_opens_nothing(acting_as, send, today):
    """Somebody of another team writes an origin of a family of theirs beside a referral they have heard of."""
    key = send()
    with acting_as("sara") as viewer, pytest.raises(ProgrammingError), transaction.atomic():
        ReferralOrigin(
            household_id=key_for("household", "tosi"), team_id=viewer.team_ids[0], referral_id=key, consent="voice",
            consent_on=today, sent_at="2026-01-01T10:00Z", answer_by=today,
        ).save(force_insert=True)  # fmt: skip


def test_who_was_expected_and_never_met_leaves_the_place_free(acting_as, send, step, signed_in):
    key = send()
    with acting_as("tommaso"):
        before = Referral.objects.select_related("service").get(pk=key).service.places_free
    step("accept_referral", key)
    with pytest.raises(Refused, match="state"):
        step("end_referral", key, reason="done")
    page = signed_in("tommaso").get(reverse("end_referral", args=[key])).content.decode()
    assert "Il posto torna libero" in page
    assert "Fatto quanto chiesto" not in page
    step("end_referral", key, reason="never_met", words="Li aspettiamo quando vogliono")
    with acting_as("tommaso"):
        held = Referral.objects.select_related("service").get(pk=key)
        assert (held.state, held.took_a_place, held.service.places_free) == ("ended", False, before)
    shown = signed_in("tommaso").get(reverse("referral_page", args=[key])).content.decode()
    assert "Non ci siamo mai incontrati" in shown


def test_what_is_taken_back_takes_back_whom_to_call(acting_as, send, step):
    key = send()
    step("accept_referral", key)
    with acting_as("tommaso"):
        told = Referral.objects.get(pk=key).snapshot
        assert "reach" in told
    step("withdraw_referral", key, by="educatrice", reason="mistake")
    with acting_as("tommaso"):
        left = Referral.objects.get(pk=key).snapshot
    assert "reach" not in left
    assert left == {name: words for name, words in told.items() if name in left}


def test_when_the_service_has_ended_whom_to_call_is_the_teams_again(acting_as, send, step):
    key = send()
    for verb, said in (("accept_referral", {}), ("start_referral", {}), ("end_referral", {"reason": "done"})):
        step(verb, key, **said)
    with acting_as("tommaso"):
        assert "reach" not in Referral.objects.get(pk=key).snapshot
    with acting_as("educatrice"):
        assert "reach" in ReferralOrigin.objects.get(referral_id=key).after_yes
