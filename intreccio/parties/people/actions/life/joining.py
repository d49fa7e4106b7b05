"""Two homes become one: a couple moves in together, or the same family had been written twice."""

from datetime import date
from uuid import UUID

from django.db import transaction

from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.panels import objections
from intreccio.ground.kernel.refused import refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people import policies
from intreccio.parties.people.actions.charge import require_charge
from intreccio.parties.people.actions.life.copying import copy_languages, copy_responsibilities, copy_ties
from intreccio.parties.people.actions.life.happening import Happening, stays
from intreccio.parties.people.models import Household, LifeEvent
from intreccio.parties.people.rules.life import why_not_join_homes, why_not_on
from intreccio.parties.people.vocabulary import LifeEventKind, LivingKind


@transaction.atomic
def join_homes(household: Household, other: Household, *, by: Viewer, day: date, note: str = "") -> LifeEvent:
    """From the day on whoever lives in `other` lives here; `other` stays to be read, with what was written there.

    Raises Refused: both are of a team of the actor's, and nothing of the other's is still open.
    """
    for home in (household, other):
        require_charge(home, by=by, ability=policies.edit_household)
    rows = _locked(household.pk, other.pk)
    household, other = rows[household.pk], rows[other.pk]
    joined = household.joined_into_id is not None or other.joined_into_id is not None
    same, absorbs = household.pk == other.pk, other.joined.exists()
    refuse_if(why_not_join_homes(same=same, joined=joined, absorbs=absorbs), code="join_homes")
    refuse_if(next(iter(objections("why_not_join_homes", other)), None), code="join_homes")
    refuse_if(why_not_on(day=day, today=today(), since=other.since), code="day")
    happening = Happening(household, by=by, kind=LifeEventKind.JOINED, day=day, note=note)
    _move(happening, other)
    happening.change(other, joined_into=household, joined_on=day)
    return happening.finish(joined=str(other.pk))


def _locked(*keys: UUID) -> dict[UUID, Household]:
    return {row.pk: row for row in Household.objects.select_for_update().filter(pk__in=keys).order_by("pk")}


def _move(happening: Happening, other: Household) -> None:
    """Everybody of the other home is of this one, in the sense in which they were of that."""
    for row in stays(other, happening.day, LivingKind.LIVES, LivingKind.KIN):
        happening.stay(row.person, LivingKind(row.kind), row.role)
        happening.end([row])
        if row.kind == LivingKind.LIVES:
            kin = stays(happening.household, happening.day, LivingKind.KIN)
            happening.end(each for each in kin if each.person_id == row.person_id)
    copy_ties(happening, other, happening.household)
    copy_responsibilities(happening, other, happening.household)
    copy_languages(happening, other, happening.household)
