"""Invitations: how somebody enters the network."""

from datetime import date

from django.contrib.auth.password_validation import validate_password
from django.db import transaction

from intreccio.ground.accounts.models import User
from intreccio.ground.accounts.queries import users_at
from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.clock import now
from intreccio.ground.kernel.events import record
from intreccio.ground.kernel.refused import refuse_if
from intreccio.ground.kernel.viewer import DOOR, Viewer
from intreccio.ground.parameters.queries import keeping
from intreccio.parties.organisations import policies
from intreccio.parties.organisations.models import Invitation, Membership, Organisation
from intreccio.parties.organisations.queries.hats import hats_of
from intreccio.parties.organisations.queries.people import OPEN
from intreccio.parties.organisations.queries.teams import on
from intreccio.parties.organisations.rules.memberships import why_not_accept, why_not_handle, why_not_invite
from intreccio.workshop.messages.actions.erasing import ERASER
from intreccio.workshop.messages.actions.links import make_link, use_link
from intreccio.workshop.messages.actions.mail import queue_mail

PURPOSE = "invitation"
DAYS = 14


@transaction.atomic
def invite_member(
    organisation: Organisation, *, name: str, email: str, kind: str, role: str, by: Viewer, today: date
) -> tuple[Invitation, str]:
    """Asks somebody to join a body: a mail leaves with a link that opens once. Answers the link's token too.

    An earlier invitation to the same address for the same role is withdrawn. Raises Refused with the reason.
    """
    policies.require_over(policies.invite_member, by, organisation.pk)
    email = email.strip().lower()
    users = users_at(email)
    hats = Membership.objects.filter(on(today), user__in=users, organisation=organisation, role=role)
    reason = why_not_invite(
        giver=by.role, role=role, kind=kind, to_self=by.user_id in users, already=hats.exists()
    )
    refuse_if(reason, code="invitation")
    earlier = Invitation.objects.filter(OPEN, organisation=organisation, email=email, role=role)
    earlier.update(withdrawn_at=now())
    made = Invitation(
        organisation=organisation,
        email=email,
        name=name.strip(),
        kind=kind,
        role=role,
        invited_by=by.membership_id,
        invited_at=now(),
    )
    made.save(force_insert=True)
    link, token = make_link(PURPOSE, made, by, DAYS)
    queue_mail("invitation", to=email, about={"invitation": made.pk, "link": link.pk})
    record(
        "invitation.sent",
        made,
        by=by,
        codes={"organisation": str(organisation.pk), "role": role, "kind": kind},
    )
    return made, token


@transaction.atomic
def withdraw_invitation(invitation: Invitation, *, by: Viewer) -> None:
    """Takes an invitation back: its link opens nothing. Twice is once; what was accepted stays."""
    policies.require_over(policies.invite_member, by, invitation.organisation_id)
    refuse_if(why_not_handle(by.role, invitation.role), code="invitation")
    if Invitation.objects.filter(OPEN, pk=invitation.pk).update(withdrawn_at=now()):
        record("invitation.withdrawn", invitation, by=by)


@transaction.atomic
def accept_invitation(token: str, *, password: str | None, name: str, today: date) -> Membership:
    """Uses the link: a hat from today, for the user of that address, who is made where there is none.

    The door does it, for who opened the link: with a password where the user is new, already signed in where not
    (the view sees to it). Raises Refused with the reason, ValidationError for a password too easy to guess.
    """
    with acting(DOOR):
        link = use_link(token, PURPOSE)
        invitation = Invitation.objects.select_for_update().get(pk=link.subject_id)
        user = User.objects.filter(email__iexact=invitation.email).first()
        hats = hats_of(user.pk) if user else []
        reason = why_not_accept(
            withdrawn=invitation.withdrawn_at is not None,
            accepted=invitation.accepted_at is not None,
            already=any(
                hat.organisation_id == invitation.organisation_id and hat.role == invitation.role
                for hat in hats
            ),
            by_inviter=any(hat.membership_id == invitation.invited_by for hat in hats),
        )
        refuse_if(reason, code="invitation")
        hat = Membership(
            user=user or _new_user(invitation, name, password),
            organisation_id=invitation.organisation_id,
            kind=invitation.kind,
            role=invitation.role,
            since=today,
        )
        hat.save(force_insert=True)
        Invitation.objects.filter(pk=invitation.pk).update(accepted_at=now())
        record(
            "invitation.accepted", invitation, by=DOOR, codes={"membership": str(hat.pk), "role": hat.role}
        )
        return hat


def _new_user(invitation: Invitation, name: str, password: str | None) -> User:
    user = User(email=invitation.email, name=name.strip() or invitation.name)
    if password is None:
        raise ValueError("a new user needs a password")
    validate_password(password, user)
    user.set_password(password)
    user.save(force_insert=True)
    return user


def erase_old_invitations(today: date) -> int:
    """Invitations a year old, used or not: what they led to stands in the memberships. Answers how many."""
    with acting(ERASER):
        kept = keeping("mail_retention_months", today)
        many, _each = Invitation.objects.filter(invited_at__lt=kept.since).delete()
        if many:
            record("invitations.erased", kept.by, by=ERASER, codes={"invitations": many})
    return many
