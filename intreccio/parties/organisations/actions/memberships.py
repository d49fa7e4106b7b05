"""Hats: given by invitation, changed, ended."""

from datetime import date
from uuid import UUID

from django.db import connection, transaction
from django.db.models import F

from intreccio.ground.accounts.roles import Administrator
from intreccio.ground.kernel.events import record
from intreccio.ground.kernel.refused import refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.organisations import policies
from intreccio.parties.organisations.actions.holding import hold
from intreccio.parties.organisations.models import Membership
from intreccio.parties.organisations.queries.teams import on
from intreccio.parties.organisations.rules.memberships import why_not_change_role, why_not_end
from intreccio.parties.organisations.vocabulary import EndReason


@transaction.atomic
def change_role(hat: Membership, *, role: str, by: Viewer, today: date) -> Membership:
    """Ends a hat and begins another from today; the teams of the old one end too. Raises Refused with the reason."""
    policies.require_over(policies.change_role, by, hat.organisation_id)
    hat = _locked(hat)
    others = Membership.objects.filter(
        on(today), user=hat.user_id, organisation=hat.organisation_id, role=role
    )
    reason = why_not_change_role(
        giver=by.role,
        old=hat.role,
        new=role,
        kind=hat.kind,
        own=hat.user_id == by.user_id,
        ended=_ended(hat, today),
        already=others.exclude(pk=hat.pk).exists(),
        last_administrator=_is_last_administrator(hat, today),
    )
    refuse_if(reason, code="role")
    _end(hat, EndReason.ROLE_CHANGED, today)
    new = Membership(
        user_id=hat.user_id, organisation_id=hat.organisation_id, kind=hat.kind, role=role, since=today
    )
    new.save(force_insert=True)
    record("membership.role_changed", new, by=by, codes={"was": hat.role, "role": role, "ended": str(hat.pk)})
    return new


@transaction.atomic
def end_membership(hat: Membership, *, reason: str, by: Viewer, today: date) -> None:
    """Ends a hat today, with its teams: at the next request it opens nothing. Raises Refused with the reason."""
    policies.require_over(policies.end_membership, by, hat.organisation_id)
    hat = _locked(hat)
    why_not = why_not_end(
        giver=by.role,
        role=hat.role,
        own=hat.user_id == by.user_id,
        ended=_ended(hat, today),
        last_administrator=_is_last_administrator(hat, today),
    )
    refuse_if(why_not, code="membership")
    _end(hat, reason, today)
    record("membership.ended", hat, by=by, codes={"reason": reason, "role": hat.role})


def _locked(hat: Membership) -> Membership:
    # Of two administrators who end each other's role, one must find that the other has already gone.
    hold("administrators" if hat.role == Administrator.code else f"membership {hat.pk}")
    return Membership.objects.get(pk=hat.pk)


def _ended(hat: Membership, today: date) -> bool:
    return hat.until is not None and hat.until <= today


def _is_last_administrator(hat: Membership, today: date) -> bool:
    if hat.role != Administrator.code:
        return False
    others = Membership.objects.filter(on(today), role=Administrator.code, user__is_active=True)
    return not others.exclude(user=hat.user_id).exists()


def _end(hat: Membership, reason: str, today: date) -> None:
    end_teams(hat.pk, today)
    Membership.objects.filter(pk=hat.pk).update(
        until=max(hat.since, today), end_reason=reason, version=F("version") + 1
    )


def end_teams(membership_id: UUID, day: date) -> int:
    """Ends what a hat does in every team, also of other bodies; the database asks who may."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT end_team_memberships(%s, %s)", [membership_id, day])
        (ended,) = cursor.fetchone() or (0,)
    return int(ended)
