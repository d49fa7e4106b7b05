"""A signal is found to be about a family that is known."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from intreccio.families.access import policies
from intreccio.families.access.actions.contacts import link_contact, require_free
from intreccio.families.access.actions.triage import at_the_desk, follow
from intreccio.families.access.models import Contact, Triage
from intreccio.ground.kernel.refused import Refused
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.actions.households import create_household
from intreccio.parties.people.actions.newcomers import Draft
from intreccio.parties.people.models import Household
from intreccio.parties.people.vocabulary import HomeRole


@transaction.atomic
def link_signal(triage: Triage, household: Household, *, by: Viewer, version: int) -> None:
    """Ties a signal to a household the viewer can see: from here its team reads the signal, never who sent it."""
    policies.link_household.require(by)
    at_the_desk(triage, by)
    if triage.household_id is not None:
        raise Refused(_("Questa segnalazione è già collegata a una famiglia."), code="already_linked")
    follow(
        triage,
        by=by,
        event="signal.linked",
        version=version,
        household_id=household.pk,
        team_id=household.team_id,
    )


@transaction.atomic
def begin_household(
    contact: Contact,
    *,
    name: str,
    team_id: UUID,
    by: Viewer,
    version: int,
    today: date,
    role: str = HomeRole.PARENT,
) -> Household:
    """Writes the family that a conversation was about, from what was said, and ties the two.

    role: what who spoke is at home, a HomeRole.
    """
    policies.link_household.require(by)
    require_free(Contact.objects.select_for_update().get(pk=contact.pk))
    household = create_household(
        by=by,
        name=name,
        municipality_code=contact.municipality_code,
        team_id=team_id,
        today=today,
        persons=_who(contact, role),
    )
    link_contact(contact, household, by=by, version=version)
    return household


def _who(contact: Contact, role: str) -> list[Draft]:
    """The person who spoke, where a name was said."""
    if not contact.who:
        return []
    return [
        Draft(
            given=contact.given,
            family=contact.surname,
            role=role,
            birth_date=contact.birth_date,
            phone=contact.phone,
        )
    ]
