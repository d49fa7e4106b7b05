"""The first administrator of a real installation, and the password of who enters for the first time."""

from datetime import date

from django.contrib.auth.password_validation import validate_password
from django.db import transaction
from django.utils.translation import gettext as _

from intreccio.ground.accounts.models import User
from intreccio.ground.accounts.roles import Administrator
from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.events import record
from intreccio.ground.kernel.refused import Refused
from intreccio.ground.kernel.text import normalise
from intreccio.ground.kernel.viewer import DOOR, House
from intreccio.parties.organisations.models import Membership, Organisation
from intreccio.parties.organisations.queries.hats import someone_administers
from intreccio.parties.organisations.vocabulary import MembershipKind, OrganisationKind, Standing
from intreccio.workshop.messages.actions.links import make_link, use_link

KEEPER = House("keeper")
PURPOSE = "password"
DAYS = 2


@transaction.atomic
def begin(*, name: str, email: str, organisation_name: str, today: date) -> str:
    """Writes the first body and who administers; answers the token of a link to choose the password.

    Raises Refused where somebody administers already: from then on people enter by invitation.
    """
    if someone_administers():
        raise Refused(_("C'è già chi amministra: le persone entrano per invito."), code="begun")
    with acting(KEEPER):
        body = Organisation(
            name=organisation_name,
            search_name=normalise(organisation_name),
            standing=Standing.MEMBER,
            kind=OrganisationKind.CONSORTIUM,
        )
        body.save(force_insert=True)
        record("organisation.begun", body, by=KEEPER)
    with acting(DOOR):
        user = User.objects.filter(email__iexact=email).first() or User.objects.create_user(email, name)
        Membership(
            user=user,
            organisation=body,
            kind=MembershipKind.EMPLOYEE,
            role=Administrator.code,
            since=today,
        ).save(force_insert=True)
        _link, token = make_link(PURPOSE, user, DOOR, DAYS)
    return token


@transaction.atomic
def set_password(token: str, password: str) -> User:
    """Uses a link to choose the password. Raises Refused, or ValidationError for a password too easy to guess."""
    with acting(DOOR):
        link = use_link(token, PURPOSE)
        user = User.objects.get(pk=link.subject_id)
        validate_password(password, user)
        user.set_password(password)
        user.save(update_fields=["password"])
        record("password.set", user, by=DOOR)
        return user
