"""Who is asked to a meeting is told by mail, and told again where it changes its day: no name of a family, no place."""

from collections.abc import Collection
from uuid import UUID

from intreccio.families.cases.models import Conference
from intreccio.ground.accounts.queries import address_by_user
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.organisations.models import Membership
from intreccio.workshop.messages.actions.mail import queue_each

INVITED, MOVED = "conference_invited", "conference_moved"


def invited_to(row: Conference) -> set[UUID]:
    """The colleagues who are asked."""
    asked = row.seats.filter(is_asked=True, membership__isnull=False)
    return {key for key in asked.values_list("membership_id", flat=True) if key}


def write_to(letter: str, row: Conference, hats: Collection[UUID], *, by: Viewer) -> None:
    """One letter to each of them who has an account, but for who writes."""
    if others := set(hats) - {by.membership_id}:
        users = dict(Membership.objects.filter(pk__in=others).values_list("pk", "user_id"))
        emails = address_by_user(key for key in users.values() if key)
        about = {"case": row.case_id, "conference": row.pk}
        said = [(emails[user], {**about, "hat": hat}) for hat, user in users.items() if user in emails]
        queue_each(letter, said)
