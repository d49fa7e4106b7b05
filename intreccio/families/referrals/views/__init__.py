"""One address, one function, one name."""

from intreccio.families.referrals.views.answering import (
    accept_referral,
    decline_referral,
    end_referral,
    put_on_waiting_list,
    start_referral,
)
from intreccio.families.referrals.views.following import record_answer, withdraw_referral, write_word
from intreccio.families.referrals.views.pages import referral_inbox, referral_outbox, referral_page
from intreccio.families.referrals.views.sending import create_referral, retry_referral

__all__ = [
    "accept_referral",
    "create_referral",
    "decline_referral",
    "end_referral",
    "put_on_waiting_list",
    "record_answer",
    "referral_inbox",
    "referral_outbox",
    "referral_page",
    "retry_referral",
    "start_referral",
    "withdraw_referral",
    "write_word",
]
