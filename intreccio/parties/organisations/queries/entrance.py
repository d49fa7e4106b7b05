"""What a one-time link shows, asked as the house's door."""

from dataclasses import dataclass
from uuid import UUID

from intreccio.ground.accounts.models import User
from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.viewer import DOOR
from intreccio.parties.organisations.models import Invitation


@dataclass(frozen=True, slots=True)
class Asked:
    """An invitation, and the user of its address where there is one already."""

    invitation: Invitation
    user: User | None


def invitation(key: UUID) -> Asked:
    """The invitation behind a link."""
    with acting(DOOR):
        found = Invitation.objects.select_related("organisation").get(pk=key)
        return Asked(found, User.objects.filter(email__iexact=found.email).first())


def user(key: UUID) -> User:
    """The person behind a link."""
    with acting(DOOR):
        return User.objects.get(pk=key)
