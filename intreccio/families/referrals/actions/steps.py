"""What every step of a referral does: lock what its rule reads, write its line in the log, record it.

Lock order: the family where it is the family's side that acts, then the referral, then the service.
"""

from typing import Any

from django.utils.translation import gettext as _

from intreccio.families.cases.actions.steps import lock_household
from intreccio.families.referrals import policies
from intreccio.families.referrals.models import Referral, ReferralOrigin, ReferralStep
from intreccio.families.referrals.queries.finding import codes_of
from intreccio.families.referrals.rules.states import BY_VERB, why_not_step
from intreccio.families.referrals.vocabulary import Side
from intreccio.ground.kernel.clock import now
from intreccio.ground.kernel.editing import write_over
from intreccio.ground.kernel.events import record
from intreccio.ground.kernel.refused import NotAllowed, Refused, refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.actions.deeds import record_family_deed


def hold(referral: Referral, verb: str, *, by: Viewer) -> Referral:
    """For who received it: the referral as it stands now, locked; opened first, if nobody has. Raises Refused."""
    policies.ABILITIES[verb].require(by)
    if not policies.answers(by, referral.receiver_id):
        raise NotAllowed(
            _("Risponde chi lavora nell'ente a cui è stato chiesto."),
            code="not_receiver",
            way_out=_("Se qualcosa è cambiato, scrivete loro da questa pagina, o ritirate la richiesta."),
        )
    held = _locked(referral)
    if why_not_step("see_referral", held.state) is None:
        see(held, by=by)
    refuse_if(why_not_step(verb, held.state), code="state")
    return held


def hold_origin(referral: Referral, verb: str, *, by: Viewer) -> tuple[Referral, ReferralOrigin]:
    """For the family's side: the family, then the referral, locked. Raises Refused."""
    policies.ABILITIES[verb].require(by)
    origin = ReferralOrigin.objects.select_related("household").filter(referral_id=referral.pk).first()
    if origin is None:
        raise _not_ours()
    origin.household = lock_household(origin.household, by=by)
    held = _locked(referral)
    refuse_if(why_not_step(verb, held.state), code="state")
    return held, origin


def _locked(referral: Referral) -> Referral:
    """Row security lets who acts lock only what can still be acted on; of the rest it is said where it stands."""
    rows = Referral.objects.filter(pk=referral.pk)
    held = rows.select_for_update().first() or rows.first()
    if held is None:
        raise _not_ours()
    return held


def _not_ours() -> Refused:
    return Refused(_("Questa richiesta non è più tra quelle che potete aprire."), code="out_of_sight")


def see(held: Referral, *, by: Viewer) -> None:
    """The first opening."""
    moment = now()
    take_step(held, "see_referral", by=by, seen_at=moment)
    record("referral.seen", held, by=by, codes=codes_of(held))


def take_step(
    held: Referral, verb: str, *, by: Viewer, words: str = "", reason: str = "", **changes: Any
) -> None:
    """Moves a referral that is held, and writes the line of the log."""
    row, source = BY_VERB[verb], held.state
    write_over(held, version=held.version, state=row.target, state_since=now(), **changes)
    write_line(
        held, verb, source=source, by=by, by_receiver=row.side == Side.RECEIVER, words=words, reason=reason
    )


def write_line(
    held: Referral,
    verb: str,
    *,
    source: str,
    by: Viewer,
    by_receiver: bool,
    words: str = "",
    reason: str = "",
) -> None:
    """One line of the log; `held.state` is where the referral has arrived."""
    ReferralStep(
        referral=held, at=now(), verb=verb, state_from=source, state_to=held.state, reason=reason,
        words=words.strip(), by_id=by.membership_id, by_receiver=by_receiver,
    ).save(force_insert=True)  # fmt: skip


def record_ours(kind: str, held: Referral, origin: ReferralOrigin, *, by: Viewer, **codes: Any) -> None:
    """An act of the family's side; its codes are those of the day on which it was asked."""
    record_family_deed(kind, held, origin.household, by=by, **{**codes_of(held), **codes})
