"""An act that was a mistake is taken back as one, where nobody wrote on it since."""

from typing import Any

from django.db import transaction

from intreccio.ground.kernel.editing import void, write_over
from intreccio.ground.kernel.models import Event
from intreccio.ground.kernel.refused import refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people import policies
from intreccio.parties.people.actions.charge import as_written, require_charge
from intreccio.parties.people.actions.deeds import record_family_deed
from intreccio.parties.people.actions.life.happening import WRITTEN, index_persons, sought_by
from intreccio.parties.people.actions.search import forget_home
from intreccio.parties.people.models import Household, HouseholdMembership, LifeEvent, Person
from intreccio.parties.people.rules.life import why_not_undo

Effect = dict[str, Any]


@transaction.atomic
def undo_life_event(event: LifeEvent, *, by: Viewer, reason: str) -> None:
    """Voids what it made, puts back what it changed. Raises Refused where that was written on since."""
    require_charge(event.household, by=by, ability=policies.edit_household)
    as_written(event.household_id)
    event = LifeEvent.objects.select_for_update(of=("self",)).select_related("household").get(pk=event.pk)
    rows = [(effect, _row(effect)) for effect in event.effects]
    touched = any(_touched(effect, row, event) for effect, row in rows)
    undone, remembered = event.voided_at is not None, bool(event.effects)
    refuse_if(why_not_undo(undone=undone, remembered=remembered, touched=touched), code="undo")
    order = list(WRITTEN)
    persons: dict[Any, Person] = {}
    for effect, row in sorted(reversed(rows), key=lambda pair: order.index(pair[0]["noun"])):
        _take_back(effect, row, by=by, reason=reason)
        if person := sought_by(row):
            persons[person.pk] = person
    void(event, by=by, reason=reason.strip())
    record_family_deed("life_event.undone", event, event.household, by=by, life=str(event.kind))
    index_persons(persons.values())


def _row(effect: Effect) -> Any:
    return WRITTEN[effect["noun"]]._default_manager.select_for_update().filter(pk=effect["id"]).first()


def _touched(effect: Effect, row: Any, event: LifeEvent) -> bool:
    """Out of sight, voided, at another version; or a home in which somebody has acted.

    Of a death the card may have been written on since, its day too: to take it back leaves everything else as it is.
    """
    if row is None or row.voided_at is not None:
        return True
    if set(effect["before"]) == {"died_on"}:
        return False
    later = max(each["version"] for each in event.effects if each["id"] == effect["id"])
    return row.version != later or (
        isinstance(row, Household) and effect["verb"] == "made" and _acted_in(row, event)
    )


def _acted_in(household: Household, event: LifeEvent) -> bool:
    written = Event.objects.filter(subject_id=event.pk).order_by("at").values("at")[:1]
    return Event.objects.filter(household_id=household.pk, at__gt=written).exists()


def _take_back(effect: Effect, row: Any, *, by: Viewer, reason: str) -> None:
    row.refresh_from_db()
    if effect["verb"] == "made":
        if isinstance(row, HouseholdMembership):
            forget_home(row)
        void(row, by=by, reason=reason.strip())
        return
    before = {name: row._meta.get_field(name).to_python(value) for name, value in effect["before"].items()}
    write_over(row, version=row.version, **before)
