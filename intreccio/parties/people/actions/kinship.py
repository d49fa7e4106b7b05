"""How persons of a family are tied: written, corrected, and a relative written together with the tie."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.db import transaction

from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.editing import write_over
from intreccio.ground.kernel.refused import refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people import policies
from intreccio.parties.people.actions.charge import as_written, require_charge, require_member
from intreccio.parties.people.actions.deeds import record_family_deed
from intreccio.parties.people.actions.newcomers import Draft, newcomer, write_newcomers
from intreccio.parties.people.models import Household, Kinship, Person
from intreccio.parties.people.queries.ties import births_of, kinship_of, relatives_of, roots_of, tie_of
from intreccio.parties.people.rules.kinship import COUPLES, Born, Tie, ends_before, why_not_tie
from intreccio.parties.people.rules.persons import why_not_born
from intreccio.parties.people.vocabulary import LivingKind


@dataclass(frozen=True, slots=True)
class NewRelative:
    """Somebody written together with their ties: `since` they have lived here, where they do."""

    draft: Draft
    since: date | None = None
    died_on: date | None = None


@transaction.atomic
def write_kinship(household: Household, tie: Tie, *, by: Viewer, note: str = "") -> Kinship:
    """Ties two persons of a home. The row of a couple that goes before ends where this one begins. Raises Refused."""
    require_charge(household, by=by, ability=policies.edit_household)
    as_written(household.pk)
    for person in Person.objects.filter(pk__in=tie.both):
        require_member(person, household)
    return _write(household, tie, by=by, note=note)


@transaction.atomic
def edit_kinship(
    row: Kinship, *, by: Viewer, version: int, kind: str, since: date | None, until: date | None, note: str
) -> None:
    """Corrects or ends one as read at `version`. Raises Refused, or Changed where somebody wrote first."""
    require_charge(row.household, by=by, ability=policies.edit_household)
    as_written(row.household_id)
    rows, births = _standing(row.household, by)
    tie = replace(tie_of(row), kind=kind, since=since, until=until)
    others = [each for known, each in rows if known.pk != row.pk]
    refuse_if(why_not_tie(tie, others, births, today()), code="kinship")
    changed = write_over(row, version=version, kind=kind, since=since, until=until, note=note.strip())
    if changed:
        record_family_deed("kinship.edited", row, row.household, by=by, fields=changed, tie=kind)


@transaction.atomic
def add_relative(
    household: Household, new: NewRelative, ties: Sequence[Tie], *, by: Viewer, place: UUID
) -> Person:
    """Writes somebody and how they are tied, in one; in `ties` the key `place` stands for them. Raises Refused."""
    require_charge(household, by=by, ability=policies.edit_household)
    as_written(household.pk)
    draft, day = new.draft, today()
    refuse_if(
        why_not_born(birth=draft.birth_date, precision=draft.birth_precision, died=new.died_on, today=day),
        code="born",
    )
    since = new.since if draft.kind == LivingKind.LIVES else None
    rows = newcomer(draft, household, since=since or day)
    rows.person.died_on = new.died_on
    write_newcomers(household, [rows])
    record_family_deed("person.added", rows.person, household, by=by, role=str(draft.role))
    for tie in ties:
        real = {place: rows.person.pk}
        _write(
            household,
            replace(tie, one=real.get(tie.one, tie.one), other=real.get(tie.other, tie.other)),
            by=by,
        )
    return rows.person


def _write(household: Household, tie: Tie, *, by: Viewer, note: str = "") -> Kinship:
    rows, births = _standing(household, by)
    before = ends_before(tie, [each for _, each in rows])
    others = [replace(each, until=tie.since) if each is before else each for _, each in rows]
    refuse_if(why_not_tie(tie, others, births, today()), code="kinship")
    for known, each in rows:
        if each is before:
            write_over(known, version=known.version, until=tie.since)
            record_family_deed("kinship.edited", known, household, by=by, fields=["until"], tie=known.kind)
    row = Kinship(
        household=household, team_id=household.team_id, one_id=tie.one, other_id=tie.other, kind=tie.kind,
        since=tie.since, until=tie.until, note=note.strip(),
    )  # fmt: skip
    row.save(force_insert=True)
    record_family_deed("kinship.written", row, household, by=by, tie=tie.kind, couple=tie.kind in COUPLES)
    return row


def _standing(household: Household, by: Viewer) -> tuple[list[tuple[Kinship, Tie]], dict[UUID, Born]]:
    """What is written of the home already, and the births that the rule compares."""
    rows = kinship_of(by, household)
    roots = roots_of(by, rows)
    return [(row, tie_of(row, roots)) for row in rows], births_of(relatives_of(by, household, today()))
