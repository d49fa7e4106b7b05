"""Who decides for whom: written, corrected, closed. A mistake is voided like any other row (`voiding`)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.editing import write_over
from intreccio.ground.kernel.refused import refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people import policies
from intreccio.parties.people.actions.charge import as_written, require_charge, require_member
from intreccio.parties.people.actions.deeds import record_family_deed
from intreccio.parties.people.models import Household, Person, Responsibility
from intreccio.parties.people.queries.responsibility import periods_beside
from intreccio.parties.people.rules.ages import is_minor
from intreccio.parties.people.rules.responsibility import Act, why_not_beside, why_not_end, why_not_write


@dataclass(frozen=True, slots=True)
class Holding:
    """Who decides for whom, and by whose act: a person of the home, or who is not of the family in words."""

    person: Person
    act: Act
    holder: Person | None = None
    holder_words: str = ""
    number: str = ""

    @property
    def columns(self) -> dict[str, Any]:
        """As its row has it."""
        act = self.act
        return {
            "person": self.person, "holder": self.holder, "holder_words": self.holder_words.strip(), "kind": act.kind,
            "standing": act.standing, "decisions": list(act.decisions), "may_be_told": act.may_be_told,
            "authority": act.authority.strip(), "act": self.number.strip(), "since": act.since,
        }  # fmt: skip


@transaction.atomic
def write_responsibility(household: Household, holding: Holding, *, by: Viewer) -> Responsibility:
    """A new act. Raises Refused with the reason."""
    require_charge(household, by=by, ability=policies.write_responsibility)
    held = as_written(household.pk)
    row = Responsibility(household=held, team_id=held.team_id, **_columns(holding, held))
    refuse_if(why_not_beside(row.since, periods_beside(row)), code="already")
    row.save(force_insert=True)
    record_family_deed("responsibility.written", row, held, by=by, **_codes(row))
    return row


@transaction.atomic
def edit_responsibility(row: Responsibility, holding: Holding, *, by: Viewer, version: int) -> None:
    """Corrects one as read at `version`. Raises Refused, or Changed where somebody wrote first."""
    require_charge(row.household, by=by, ability=policies.write_responsibility)
    held = as_written(row.household_id)
    columns = _columns(holding, held, (row.person_id, row.holder_id))
    said = Responsibility(pk=row.pk, household=held, **columns)
    refuse_if(why_not_beside(said.since, periods_beside(said)) if row.until is None else None, code="already")
    changed = write_over(row, version=version, **columns)
    if changed:
        record_family_deed("responsibility.edited", row, held, by=by, fields=changed, **_codes(row))


@transaction.atomic
def end_responsibility(row: Responsibility, *, by: Viewer, version: int, until: date) -> None:
    """It no longer holds from `until`; it stays to be read among what was. Raises Refused."""
    require_charge(row.household, by=by, ability=policies.write_responsibility)
    refuse_if(
        why_not_end(since=row.since, until=until, ended=row.until is not None, today=today()), code="end"
    )
    write_over(row, version=version, until=until)
    record_family_deed("responsibility.ended", row, row.household, by=by, **_codes(row))


def _columns(holding: Holding, household: Household, said: Collection[UUID | None] = ()) -> dict[str, Any]:
    """`said`: of whom the act is already, to be corrected also after their death."""
    for person in (holding.person, holding.holder):
        if person is not None:
            require_member(person, household)
    reason = why_not_write(
        holding.act,
        is_minor=is_minor(holding.person.birth_date, today()),
        one_holder=(holding.holder is None) != (not holding.holder_words.strip()),
        oneself=holding.holder is not None and holding.holder.pk == holding.person.pk,
        has_died=any(
            one.died_on is not None for one in (holding.person, holding.holder) if one and one.pk not in said
        ),
        today=today(),
    )
    refuse_if(reason, code="responsibility")
    return holding.columns


def _codes(row: Responsibility) -> dict[str, Any]:
    return {"kind_of_row": row.kind, "standing": row.standing}
