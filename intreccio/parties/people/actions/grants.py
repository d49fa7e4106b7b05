"""Opening a household to somebody outside its team, and closing it again."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from intreccio.ground.kernel.clock import now, today
from intreccio.ground.kernel.refused import Refused, refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.organisations.models import Team
from intreccio.parties.people import policies
from intreccio.parties.people.actions.deeds import record_family_deed
from intreccio.parties.people.models import Grant, Household
from intreccio.parties.people.rules.grants import why_not_grant
from intreccio.parties.people.vocabulary import GrantPurpose, Level


@transaction.atomic
def grant(
    household: Household,
    *,
    by: Viewer,
    level: Level,
    purpose: GrantPurpose,
    reason: str,
    since: date,
    until: date | None,
    to_team_id: UUID | None = None,
    to_organisation_id: UUID | None = None,
) -> Grant:
    """Opens `household` to one team or one body. Raises Refused with the reason."""
    # Locked, because a hand-over may be on its way: whoever no longer answers for a family opens it to nobody.
    kept = Household.objects.select_for_update().filter(pk=household.pk).first()
    if not policies.share_household(by) or kept is None or kept.team_id not in by.team_ids:
        raise Refused(
            _("Solo l'équipe che accompagna la famiglia può aprirla ad altri."), code="not_in_charge"
        )
    refuse_if(
        why_not_grant(
            reason=reason, since=since, until=until, to_team=to_team_id, to_organisation=to_organisation_id
        )
    )
    made = Grant(
        household=household,
        to_team_id=to_team_id,
        to_organisation_id=to_organisation_id,
        level=level,
        purpose=purpose,
        reason=reason,
        since=since,
        until=until,
        granted_by=by.membership_id,
    )
    made.save(force_insert=True)
    record_family_deed("household.shared", made, household, by=by, level=int(level), purpose=str(purpose))
    return made


@transaction.atomic
def withdraw(given: Grant, *, by: Viewer, reason: str) -> None:
    """Closes a household that a grant had opened; from this moment it opens nothing."""
    # Locked, because somebody may be put to work with the family through this very opening.
    kept = Household.objects.select_for_update().filter(pk=given.household_id).first()
    if not policies.share_household(by) or kept is None or kept.team_id not in by.team_ids:
        raise Refused(
            _("Solo l'équipe che accompagna la famiglia può chiuderla ad altri."), code="not_in_charge"
        )
    closed = Grant.objects.filter(pk=given.pk, withdrawn_at__isnull=True).update(
        withdrawn_at=now(), withdrawn_reason=reason
    )
    if closed:
        record_family_deed("household.unshared", given, kept, by=by)


def close_to_giver(household: Household, *, to_team_id: UUID, by: Viewer, keep: UUID | None) -> None:
    """Before a hand-over to another body: nothing stays open to the body that gives, but the window it keeps."""
    giver = household.team.organisation_id
    if Team.objects.filter(pk=to_team_id, organisation=giver).exists():
        return
    theirs = Grant.objects.not_over(today()).to_body(giver).filter(household=household)
    for given in theirs.select_related("household"):
        if given.pk != keep:
            withdraw(given, by=by, reason=_("La famiglia è passata a un altro ente."))
