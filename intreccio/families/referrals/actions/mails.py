"""Who is written to: a neutral title and a link, never a word of a family."""

from collections.abc import Iterable
from datetime import date

from intreccio.families.referrals.models import Referral
from intreccio.families.referrals.queries.receivers import still_at_work, who_waits_for
from intreccio.ground.accounts.queries import addresses_of
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.organisations.models import Membership
from intreccio.workshop.messages.actions.mail import queue_mails

ASKED, ANSWERED, WORD = "referral_asked", "referral_answered", "referral_word"


def write_to_receiver(held: Referral, letter: str, *, to: Iterable[Membership], by: Viewer) -> None:
    """Everybody who may answer, as `who_answers` says, but for who writes."""
    others = [hat.user_id for hat in to if hat.pk != by.membership_id]
    queue_mails(letter, to=addresses_of(others), about={"referral": held.pk})


def write_to_asker(held: Referral, letter: str, *, by: Viewer, today: date) -> None:
    """Who asked, while the family is with them, or who has it now; the team reads it in Oggi all the same."""
    hat = still_at_work(who_waits_for(held.pk), today)
    if hat is not None and hat.pk != by.membership_id:
        queue_mails(letter, to=addresses_of([hat.user_id]), about={"referral": held.pk})
