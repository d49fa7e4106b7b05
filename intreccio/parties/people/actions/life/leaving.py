"""Somebody goes to live elsewhere."""

from datetime import date

from django.db import transaction

from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.refused import Changed, refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people import policies
from intreccio.parties.people.actions.charge import require_charge
from intreccio.parties.people.actions.life.happening import Happening
from intreccio.parties.people.models import HouseholdMembership, LifeEvent
from intreccio.parties.people.rules.homes import why_not_leave
from intreccio.parties.people.vocabulary import LifeEventKind, LivingKind


@transaction.atomic
def leave_home(
    home: HouseholdMembership,
    *,
    by: Viewer,
    version: int,
    until: date,
    note: str = "",
    still_kin: bool = False,
) -> LifeEvent:
    """Ends a stay: `until` is the first day without it. `still_kin`: they remain of the family, and live elsewhere.

    Raises Refused, or Changed where somebody wrote first.
    """
    require_charge(home.household, by=by, ability=policies.edit_household)
    refuse_if(why_not_leave(since=home.since, until=until, ended=home.until is not None, today=today()))
    if home.version != version:
        raise Changed(home)
    happening = Happening(
        home.household, by=by, kind=LifeEventKind.LEFT, day=until, person=home.person, note=note
    )
    if still_kin:  # first: of who lives with another team's family too, nothing could be written afterwards
        happening.stay(home.person, LivingKind.KIN, home.role)
    happening.change(home, until=until, note=note.strip())
    return happening.finish(sense=str(home.kind))
