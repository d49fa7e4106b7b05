"""Persons: being written, brought from another home, edited, leaving."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.editing import write_over
from intreccio.ground.kernel.refused import NotAllowed, refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people import policies
from intreccio.parties.people.actions.charge import as_written, require_answers, require_charge, require_join
from intreccio.parties.people.actions.deeds import record_family_deed
from intreccio.parties.people.actions.languages import said_elsewhere
from intreccio.parties.people.actions.newcomers import Draft, home_of, newcomer, write_newcomers
from intreccio.parties.people.actions.search import index_person
from intreccio.parties.people.models import Household, HouseholdMembership, Person
from intreccio.parties.people.queries.life import how_death_was_told
from intreccio.parties.people.rules.homes import why_not_begin, why_not_join
from intreccio.parties.people.rules.life import why_not_revive
from intreccio.parties.people.rules.persons import why_not_born


@transaction.atomic
def add_person(household: Household, draft: Draft, *, by: Viewer, since: date) -> Person:
    """Writes a new person into a home, with name, code and telephone where they are known."""
    require_charge(household, by=by, ability=policies.edit_household)
    _require_begun(since, draft.birth_date, draft.birth_precision)
    new = newcomer(draft, household, since=since)
    write_newcomers(household, [new])
    record_family_deed("person.added", new.person, household, by=by, role=str(draft.role))
    return new.person


@transaction.atomic
def bring_person(
    person: Person, household: Household, *, by: Viewer, role: str, kind: str, since: date
) -> HouseholdMembership:
    """Writes somebody the actor already sees into one more home, as a child with two. Their row stays one, and what they
    speak is written there too: each home's rows are read by its own team."""
    require_charge(household, by=by, ability=policies.edit_household)
    if not HouseholdMembership.objects.kept().filter(person=person).exists():
        raise NotAllowed(_("Si può portare in una casa solo chi già vedete."), code="not_in_sight")
    require_join(person)
    as_written(household.pk)
    there = HouseholdMembership.objects.present(today()).filter(household=household, person=person, kind=kind)
    refuse_if(why_not_join(already=there.exists()), code="already_in_home")
    _require_begun(since, person.birth_date, person.birth_precision)
    home = home_of(person, household, role=role, kind=kind, since=since)
    home.save(force_insert=True)
    for row in said_elsewhere(person, household):
        row.save(force_insert=True)
    index_person(person)
    record_family_deed("person.brought", person, household, by=by, role=str(role), sense=str(kind))
    return home


def _require_begun(since: date, birth: date | None, precision: str, until: date | None = None) -> None:
    reason = why_not_begin(since=since, today=today(), birth=birth, precision=precision, until=until)
    refuse_if(reason, code="day")


@transaction.atomic
def edit_home(home: HouseholdMembership, *, by: Viewer, version: int, role: str, since: date) -> None:
    """Corrects what somebody is in a home, and since when, as read at `version`. Raises Refused, or Changed."""
    require_charge(home.household, by=by, ability=policies.edit_household)
    if since != home.since:
        _require_begun(since, home.person.birth_date, home.person.birth_precision, until=home.until)
    if changed := write_over(home, version=version, role=role, since=since):
        record_family_deed("home.edited", home, home.household, by=by, fields=changed, sense=str(home.kind))


@transaction.atomic
def edit_person(
    person: Person, household: Household, *, by: Viewer, version: int, **changes: Any
) -> set[str]:
    """Writes sex, birth, citizenships as read at `version`; corrects a death that is written. Raises Changed when somebody wrote first."""
    require_charge(household, by=by, ability=policies.edit_household)
    require_answers(person, household)
    refuse_if(
        why_not_born(
            birth=changes["birth_date"],
            precision=changes["birth_precision"],
            died=changes.get("died_on", person.died_on),
            today=today(),
        )
    )
    revived = person.died_on is not None and changes.get("died_on", person.died_on) is None
    if revived:
        refuse_if(why_not_revive(**how_death_was_told(by, person)), code="revived")
    changed = write_over(person, version=version, **changes)
    if changed:
        record_family_deed("person.edited", person, household, by=by, fields=changed)
    return changed
