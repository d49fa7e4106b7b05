"""What is strong and what is needed: being written, corrected, closed."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction

from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.editing import write_over
from intreccio.ground.kernel.refused import refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.ground.needs.actions import used
from intreccio.parties.people import policies
from intreccio.parties.people.actions.charge import require_charge, require_member
from intreccio.parties.people.actions.deeds import record_family_deed
from intreccio.parties.people.models import Aspect, Household, Person
from intreccio.parties.people.rules.aspects import why_not_close
from intreccio.parties.people.vocabulary import AspectKind


@transaction.atomic
def add_aspect(
    household: Household,
    *,
    by: Viewer,
    kind: AspectKind,
    words: str,
    since: date,
    said_by: str = "",
    person: Person | None = None,
    need_codes: Sequence[str] = (),
) -> list[Aspect]:
    """Something strong or needed, once for each line of needs touched (or once without any)."""
    require_charge(household, by=by, ability=policies.edit_household)
    if person is not None:
        require_member(person, household)
    rows = [_aspect(household, kind, words, since, said_by, person, code) for code in need_codes or [""]]
    if need_codes:
        used(by, need_codes)
    for row in rows:
        record_family_deed("aspect.added", row, household, by=by, aspect=str(kind), need=row.need_code)
    return rows


def _aspect(
    household: Household, kind: str, words: str, since: date, said_by: str, person: Person | None, code: str
) -> Aspect:
    row = Aspect(
        household=household,
        team_id=household.team_id,
        person=person,
        kind=kind,
        need_code=code,
        words=words.strip(),
        said_by=said_by.strip(),
        since=since,
    )
    row.save(force_insert=True)
    return row


@transaction.atomic
def edit_aspect(row: Aspect, *, by: Viewer, version: int, **values: Any) -> None:
    """Corrects an aspect as read at `version`."""
    require_charge(row.household, by=by, ability=policies.edit_household)
    changed = write_over(row, version=version, **values)
    if changed:
        record_family_deed("aspect.edited", row, row.household, by=by, fields=changed, aspect=str(row.kind))


@transaction.atomic
def close_aspect(row: Aspect, *, by: Viewer, version: int, until: date) -> None:
    """No longer so from `until`. It stays readable among what was."""
    require_charge(row.household, by=by, ability=policies.edit_household)
    refuse_if(why_not_close(since=row.since, until=until, ended=row.until is not None, today=today()))
    write_over(row, version=version, until=until)
    record_family_deed("aspect.closed", row, row.household, by=by, aspect=str(row.kind), need=row.need_code)
