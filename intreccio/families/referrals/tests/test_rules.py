"""The table of states, what may leave, and how a no reads in the ledger. No database."""

from datetime import date, timedelta

import pytest

from intreccio.families.referrals.rules.sending import (
    kept_back,
    more_than_needed,
    why_not_choose,
    why_not_send,
)
from intreccio.families.referrals.rules.states import (
    TRANSITIONS,
    holds_closing,
    is_open,
    verbs_from,
    why_not_step,
)
from intreccio.families.referrals.rules.unmet import unmet_by_decline, unmet_by_withdrawal
from intreccio.families.referrals.vocabulary import (
    MINIMUM,
    DeclineReason,
    ReferralState,
    SharedField,
    Side,
    WithdrawReason,
)

DAY = date(2026, 11, 27)
# verb: the states it leads on from, written by hand.
FROM = {
    "see_referral": {"asked"},
    "accept_referral": {"seen", "waiting"},
    "put_on_waiting_list": {"seen"},
    "decline_referral": {"seen", "waiting"},
    "start_referral": {"accepted"},
    "end_referral": {"accepted", "under_way"},
    "withdraw_referral": {"asked", "seen", "waiting", "accepted"},
    "record_answer": {"ended"},
    "retry_referral": {"declined", "withdrawn"},
    "write_word": {"asked", "seen", "waiting", "accepted", "under_way", "ended"},
}


@pytest.mark.parametrize("state", ReferralState.values)
@pytest.mark.parametrize("verb", FROM)
def test_a_verb_leads_on_from_its_states_only(verb, state):
    assert (why_not_step(verb, state) is None) == (state in FROM[verb])


def test_every_state_is_reached_and_every_row_says_whose_it_is():
    assert {row.target for row in TRANSITIONS} == set(ReferralState.values)
    assert {row.verb for row in TRANSITIONS if row.side == Side.RECEIVER} == {
        "see_referral", "accept_referral", "put_on_waiting_list", "decline_referral", "start_referral", "end_referral"
    }  # fmt: skip


@pytest.mark.parametrize(
    ("state", "side", "verbs"),
    [
        (
            "asked",
            Side.RECEIVER,
            {"accept_referral", "put_on_waiting_list", "decline_referral", "write_word"},
        ),
        ("asked", Side.SENDER, {"withdraw_referral", "write_word"}),
        ("ended", Side.SENDER, {"record_answer", "write_word"}),
        ("ended", Side.RECEIVER, {"write_word"}),
        ("declined", Side.SENDER, {"retry_referral"}),
        ("answered", Side.SENDER, set()),
    ],
)
def test_each_side_has_its_own_verbs(state, side, verbs):
    assert set(verbs_from(state, side)) == verbs


def test_it_stays_open_until_the_family_answers():
    assert {state for state in ReferralState.values if not is_open(state)} == {
        "answered",
        "declined",
        "withdrawn",
    }


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({}, None),
        ({"request": " "}, "due righe"),
        ({"shared": [*MINIMUM, "surname"]}, "perché serve"),
        ({"shared": [*MINIMUM, "surname"], "more_reason": "per l'iscrizione"}, None),
        ({"answer_by": DAY - timedelta(days=1)}, "già passato"),
        ({"consent_on": DAY + timedelta(days=1)}, "futuro"),
        ({"consent_on": DAY - timedelta(days=367)}, "di nuovo"),
    ],
)
def test_a_request_leaves_whole_or_says_what_is_missing(said, reason):
    whole = {
        "shared": MINIMUM,
        "more_reason": "",
        "request": "Due mattine.",
        "answer_by": DAY,
        "consent_on": DAY,
        "today": DAY,
    }
    told = why_not_send(**{**whole, **said})
    assert told is None if reason is None else reason in str(told)


def test_who_must_not_be_found_has_no_place():
    assert kept_back(is_protected=True) == {SharedField.MUNICIPALITY}
    assert kept_back(is_protected=False) == set()
    assert more_than_needed(["name", "municipality", "surname"]) == ["municipality", "surname"]


def test_a_service_that_cannot_answer_is_called():
    assert why_not_choose(is_open=True, can_answer=True) is None
    assert "chiamateli" in str(why_not_choose(is_open=True, can_answer=False))
    assert why_not_choose(is_open=False, can_answer=True)


def test_every_no_is_a_fact():
    assert {unmet_by_decline(reason) for reason in DeclineReason.values} == {
        "no_room", "not_eligible", "too_far", "no_service", "other"
    }  # fmt: skip
    said = {reason: unmet_by_withdrawal(reason) for reason in WithdrawReason.values}
    assert said == {"family": None, "no_answer": "no_answer", "found_elsewhere": None, "mistake": None}


@pytest.mark.parametrize(
    ("state", "motive", "holds"),
    [
        ("ended", "goals_reached", True),
        ("ended", "moved", False),
        ("under_way", "moved", True),
        ("declined", "", False),
    ],
)
def test_what_is_open_holds_a_closing_back(state, motive, holds):
    assert holds_closing(state, motive) == holds
