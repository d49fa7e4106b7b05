"""What the body that was asked does: opens, accepts, waits, says no, begins, ends."""

from datetime import date

from django.db import IntegrityError, transaction

from intreccio.families.referrals import policies
from intreccio.families.referrals.actions.mails import ANSWERED, write_to_asker
from intreccio.families.referrals.actions.steps import hold, see, take_step
from intreccio.families.referrals.actions.unmet import leave_unmet, note_unmet
from intreccio.families.referrals.models import Referral
from intreccio.families.referrals.queries.finding import codes_of
from intreccio.families.referrals.rules.states import why_not_end, why_not_step
from intreccio.families.referrals.rules.unmet import unmet_by_decline
from intreccio.ground.kernel.clock import now
from intreccio.ground.kernel.events import record
from intreccio.ground.kernel.refused import refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.ground.needs.vocabulary import UnmetReason
from intreccio.offer.directory.actions.taking import no_room, tell_of_place


@transaction.atomic
def see_referral(referral: Referral, *, by: Viewer) -> None:
    """Somebody who may answer opens it for the first time; afterwards nothing happens."""
    if not policies.answers(by, referral.receiver_id) or why_not_step("see_referral", referral.state):
        return
    held = Referral.objects.select_for_update().get(pk=referral.pk)
    if why_not_step("see_referral", held.state) is None:
        see(held, by=by)


@transaction.atomic
def accept_referral(referral: Referral, *, words: str = "", by: Viewer, today: date) -> None:
    """Yes: a place is taken where places are counted. Raises Refused, and then leaves the fact that there was no room."""
    held = hold(referral, "accept_referral", by=by)
    try:
        with transaction.atomic():
            take_step(held, "accept_referral", by=by, words=words, decided_at=now())
    except IntegrityError as broken:
        raise _what_it_means(broken, held, today) from broken
    if held.took_a_place:
        tell_of_place(held.service, taken=True, by=by)
    record("referral.accepted", held, by=by, codes=codes_of(held))
    write_to_asker(held, ANSWERED, by=by, today=today)


def _what_it_means(broken: IntegrityError, held: Referral, today: date) -> Exception:
    """Where the last place has gone, a no that leaves a fact in the ledger; otherwise what it is."""
    if getattr(getattr(broken.__cause__, "diag", None), "constraint_name", "") != "referral_finds_room":
        return broken
    no = no_room(held.service)
    no.leaves = lambda viewer: leave_unmet(held.pk, UnmetReason.NO_ROOM, by=viewer, today=today)
    return no


@transaction.atomic
def put_on_waiting_list(referral: Referral, *, words: str, by: Viewer, today: date) -> None:
    """Yes, and not at once: it is said how long, more or less."""
    held = hold(referral, "put_on_waiting_list", by=by)
    take_step(held, "put_on_waiting_list", by=by, words=words, decided_at=now())
    record("referral.waiting", held, by=by, codes=codes_of(held))
    write_to_asker(held, ANSWERED, by=by, today=today)


@transaction.atomic
def decline_referral(referral: Referral, *, reason: str, words: str = "", by: Viewer, today: date) -> None:
    """This time no, with its reason: a fact in the ledger of unmet need."""
    held = hold(referral, "decline_referral", by=by)
    unmet = note_unmet(held, unmet_by_decline(reason), by=by, today=today)
    take_step(
        held, "decline_referral", by=by, words=words, reason=reason, decided_at=now(), decline_reason=reason, unmet=unmet
    )  # fmt: skip
    record("referral.declined", held, by=by, codes={**codes_of(held), "reason": reason})
    write_to_asker(held, ANSWERED, by=by, today=today)


@transaction.atomic
def start_referral(referral: Referral, *, words: str = "", by: Viewer) -> None:
    """The first day has come."""
    held = hold(referral, "start_referral", by=by)
    take_step(held, "start_referral", by=by, words=words)
    record("referral.started", held, by=by, codes=codes_of(held))


@transaction.atomic
def end_referral(referral: Referral, *, reason: str, words: str = "", by: Viewer, today: date) -> None:
    """The service has done its part: the place is free again, and the family is asked whether it helped."""
    held = hold(referral, "end_referral", by=by)
    refuse_if(why_not_end(reason, held.state), code="state")
    had_a_place = held.took_a_place
    take_step(held, "end_referral", by=by, words=words, reason=reason, ended_at=now(), end_reason=reason)
    if had_a_place:
        tell_of_place(held.service, taken=False, by=by)
    record("referral.ended", held, by=by, codes={**codes_of(held), "reason": reason})
    write_to_asker(held, ANSWERED, by=by, today=today)
