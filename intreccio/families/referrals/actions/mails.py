"""Who is written to: a neutral title and a link, never a word of a family."""

from datetime import date

from intreccio.families.referrals.models import Referral
from intreccio.families.referrals.queries.receivers import still_at_work, who_answers, who_waits_for
from intreccio.ground.kernel.viewer import Viewer
from intreccio.workshop.messages.actions.mail import queue_mail

ASKED, ANSWERED, WORD = "referral_asked", "referral_answered", "referral_word"


def write_to_receiver(held: Referral, letter: str, *, by: Viewer, today: date) -> None:
    """Everybody who may answer, but for who writes."""
    for hat in who_answers(held.receiver_id, today):
        if hat.pk != by.membership_id:
            queue_mail(letter, to=hat.user.email, about={"referral": held.pk})


def write_to_asker(held: Referral, letter: str, *, by: Viewer, today: date) -> None:
    """Who asked, while the family is with them, or who has it now; the team reads it in Oggi all the same."""
    hat = still_at_work(who_waits_for(held.pk), today)
    if hat is not None and hat.pk != by.membership_id:
        queue_mail(letter, to=hat.user.email, about={"referral": held.pk})
