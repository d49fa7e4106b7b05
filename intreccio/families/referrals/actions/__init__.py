"""What people do with a referral: one verb, one function, one transaction, one event."""

from intreccio.families.referrals.actions.answering import (
    accept_referral,
    decline_referral,
    end_referral,
    put_on_waiting_list,
    see_referral,
    start_referral,
)
from intreccio.families.referrals.actions.following import (
    record_answer,
    take_note,
    withdraw_referral,
    write_word,
)
from intreccio.families.referrals.actions.sending import Asked, create_referral, hold_family, retry_referral

__all__ = [
    "Asked",
    "accept_referral",
    "create_referral",
    "decline_referral",
    "end_referral",
    "hold_family",
    "put_on_waiting_list",
    "record_answer",
    "retry_referral",
    "see_referral",
    "start_referral",
    "take_note",
    "withdraw_referral",
    "write_word",
]
