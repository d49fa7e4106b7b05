"""Every no leaves a fact in the ledger of unmet need: what, where, which week, why, and nobody's name."""

from datetime import date
from uuid import UUID

from intreccio.families.referrals.models import Referral
from intreccio.families.referrals.queries.finding import codes_of
from intreccio.ground.kernel.viewer import Viewer
from intreccio.ground.needs.actions import could_not
from intreccio.ground.needs.vocabulary import UnmetReason


def leave_unmet(referral_id: UUID, reason: UnmetReason, *, by: Viewer, today: date) -> None:
    """What a refused acceptance leaves, after everything else was rolled back. The same no twice is one fact."""
    held = Referral.objects.select_for_update().filter(pk=referral_id).first()
    if held is not None and reason not in held.unmet:
        Referral.objects.filter(pk=held.pk).update(unmet=note_unmet(held, reason, by=by, today=today))


def note_unmet(held: Referral, reason: UnmetReason | None, *, by: Viewer, today: date) -> list[str]:
    """Writes the fact where it is not written yet; answers what the ledger then holds of this referral."""
    if reason is None or reason in held.unmet:
        return held.unmet
    place = str(codes_of(held).get("municipality") or "")
    could_not(held.need_code, place, reason, by=by, day=today)
    return [*held.unmet, reason.value]
