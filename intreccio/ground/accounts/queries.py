"""Where somebody is written to."""

from collections.abc import Iterable
from uuid import UUID

from intreccio.ground.accounts.models import User
from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.viewer import DOOR


def addresses_of(users: Iterable[UUID]) -> list[str]:
    """The e-mail addresses of these users, for a letter."""
    return list(address_by_user(users).values())


def address_by_user(users: Iterable[UUID]) -> dict[UUID, str]:
    """The e-mail address of each of them: asked as the house's door, because nobody reads another's."""
    with acting(DOOR):
        return dict(User.objects.filter(pk__in=list(users)).order_by("pk").values_list("pk", "email"))


def users_at(email: str) -> list[UUID]:
    """Who signs in with this address: their keys alone, asked as the house's door."""
    with acting(DOOR):
        return list(User.objects.filter(email__iexact=email).values_list("pk", flat=True))
