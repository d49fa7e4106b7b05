"""What the family's side does after asking: takes back, writes whether it helped, reads. And the words of both sides."""

from datetime import date

from django.db import transaction

from intreccio.families.referrals import policies
from intreccio.families.referrals.actions.mails import WORD, write_to_asker, write_to_receiver
from intreccio.families.referrals.actions.steps import (
    hold,
    hold_origin,
    record_ours,
    take_step,
    write_line,
)
from intreccio.families.referrals.actions.unmet import note_unmet
from intreccio.families.referrals.models import Referral, ReferralOrigin
from intreccio.families.referrals.queries.finding import codes_of
from intreccio.families.referrals.queries.receivers import who_answers
from intreccio.families.referrals.rules.unmet import unmet_by_withdrawal
from intreccio.ground.kernel.events import record
from intreccio.ground.kernel.viewer import Viewer
from intreccio.offer.directory.actions.taking import tell_of_place


@transaction.atomic
def withdraw_referral(referral: Referral, *, reason: str, words: str = "", by: Viewer, today: date) -> None:
    """Takes a request back: a place that was taken is free again; where nobody answered, that is a fact."""
    held, origin = hold_origin(referral, "withdraw_referral", by=by)
    had_a_place = held.took_a_place
    unmet = note_unmet(held, unmet_by_withdrawal(reason), by=by, today=today)
    take_step(
        held, "withdraw_referral", by=by, words=words, reason=reason, withdraw_reason=reason, unmet=unmet
    )
    if had_a_place:
        tell_of_place(held.service, taken=False, by=by)
    record_ours("referral.withdrawn", held, origin, by=by, reason=reason)


@transaction.atomic
def record_answer(referral: Referral, *, helped: str, words: str = "", by: Viewer, today: date) -> None:
    """The family has said whether it helped. Its words stay on its own side; the service reads only the answer."""
    held, origin = hold_origin(referral, "record_answer", by=by)
    take_step(held, "record_answer", by=by, helped=helped)
    ReferralOrigin.objects.filter(pk=origin.pk).update(family_words=words.strip(), answered_on=today)
    record_ours("referral.answered", held, origin, by=by, helped=helped)


@transaction.atomic
def write_word(referral: Referral, *, words: str, by: Viewer, today: date) -> None:
    """A question or an answer between the two sides; nothing changes state."""
    if ReferralOrigin.objects.filter(referral_id=referral.pk, team_id__in=by.team_ids).exists():
        held, origin = hold_origin(referral, "write_word", by=by)
        write_line(held, "write_word", source=held.state, by=by, by_receiver=False, words=words)
        record_ours("referral.word_written", held, origin, by=by)
        write_to_receiver(held, WORD, to=who_answers(held.receiver_id, today), by=by)
        return
    held = hold(referral, "write_word", by=by)
    write_line(held, "write_word", source=held.state, by=by, by_receiver=True, words=words)
    record("referral.word_written", held, by=by, codes=codes_of(held))
    write_to_asker(held, WORD, by=by, today=today)


@transaction.atomic
def take_note(origin: ReferralOrigin, *, by: Viewer) -> None:
    """Somebody of the team in charge has read the news."""
    if origin.news and policies.is_in_charge(by, origin.team_id):
        ReferralOrigin.objects.filter(pk=origin.pk, news=True).update(news=False)
