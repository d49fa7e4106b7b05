"""What holds a family to the world outside, as they tell it: written, corrected, ended."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.editing import write_over
from intreccio.ground.kernel.refused import refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people import policies
from intreccio.parties.people.actions.charge import require_charge, require_member
from intreccio.parties.people.actions.deeds import record_family_deed
from intreccio.parties.people.models import Bond, Household, Person
from intreccio.parties.people.rules.bonds import why_not_bond, why_not_hear, why_not_reach
from intreccio.parties.people.vocabulary import BondFlow


@dataclass(frozen=True, slots=True)
class Bonded:
    """A bond as it is told; without a person it is the whole home's."""

    to: str
    sphere: str
    quality: str
    flow: str
    person_id: UUID | None = None
    said_by: str = ""
    since: date | None = None
    until: date | None = None

    @property
    def columns(self) -> dict[str, Any]:
        """As its row has it."""
        said = {**asdict(self), "to": self.to.strip(), "said_by": self.said_by.strip()}
        return {**said, **_ended(self.until)}


@dataclass(frozen=True, slots=True)
class Helping:
    """Somebody near whom the family names, and what they do; with their own yes, how to reach them."""

    to: str
    sphere: str
    helps: str
    person_id: UUID | None = None
    said_by: str = ""
    since: date | None = None
    agreed_by: str = ""
    agreed_on: date | None = None
    reach: str = ""
    until: date | None = None

    @property
    def columns(self) -> dict[str, Any]:
        """As its row has it."""
        said = asdict(self)
        words = {name: said[name].strip() for name in ("to", "helps", "said_by", "agreed_by", "reach")}
        return {**said, **words, **_ended(self.until)}


def _ended(until: date | None) -> dict[str, str]:
    """How to reach somebody does not stay when the help is over."""
    return {"reach": ""} if until else {}


@transaction.atomic
def add_bond(household: Household, said: Bonded, *, by: Viewer) -> Bond:
    """A new one. Raises Refused."""
    require_charge(household, by=by, ability=policies.edit_household)
    _check(household, said)
    row = Bond(household=household, team_id=household.team_id, **said.columns)
    row.save(force_insert=True)
    record_family_deed("bond.added", row, household, by=by, sphere=row.sphere, quality=row.quality)
    return row


@transaction.atomic
def edit_bond(row: Bond, said: Bonded, *, by: Viewer, version: int) -> None:
    """Corrects or ends one as read at `version`. Raises Refused, or Changed where somebody wrote first."""
    require_charge(row.household, by=by, ability=policies.edit_household)
    _check(row.household, said)
    changed = write_over(row, version=version, **said.columns)
    if changed:
        record_family_deed(
            "bond.edited", row, row.household, by=by, fields=changed, sphere=row.sphere, quality=row.quality
        )


@transaction.atomic
def name_helper(household: Household, said: Helping, *, by: Viewer) -> Bond:
    """Somebody near who helps: a bond like the others, that says what they do. Raises Refused."""
    require_charge(household, by=by, ability=policies.edit_household)
    _check_helping(household, said)
    row = Bond(household=household, team_id=household.team_id, flow=BondFlow.RECEIVES, **said.columns)
    row.save(force_insert=True)
    record_family_deed("helper.named", row, household, by=by, sphere=row.sphere, agreed=bool(row.agreed_on))
    return row


@transaction.atomic
def edit_helper(row: Bond, said: Helping, *, by: Viewer, version: int) -> None:
    """What they do, their yes, or the end of it, as read at `version`. Raises Refused, Changed."""
    require_charge(row.household, by=by, ability=policies.edit_household)
    _check_helping(row.household, said)
    if changed := write_over(row, version=version, **said.columns):
        record_family_deed(
            "helper.edited", row, row.household, by=by, fields=changed, sphere=row.sphere, agreed=bool(row.agreed_on)
        )  # fmt: skip


@transaction.atomic
def hear_helper(row: Bond, *, day: date, by: Viewer) -> None:
    """Somebody of ours has heard them: the last day stays, whoever writes first. Raises Refused."""
    require_charge(row.household, by=by, ability=policies.edit_household)
    held = Bond.objects.select_for_update().get(pk=row.pk)
    over = held.voided_at is not None or (held.until is not None and held.until <= today())
    refuse_if(why_not_hear(is_over=over, day=day, today=today()), code="bond")
    if held.heard_on is None or held.heard_on < day:
        write_over(held, version=held.version, heard_on=day)
        record_family_deed("helper.heard", held, row.household, by=by, fields=["heard_on"])


def _check_helping(household: Household, said: Helping) -> None:
    reason = why_not_reach(
        reach=said.reach, agreed_by=said.agreed_by.strip(), agreed_on=said.agreed_on, today=today()
    )
    refuse_if(reason, code="bond")
    _check(household, said)


def _check(household: Household, said: Bonded | Helping) -> None:
    refuse_if(why_not_bond(since=said.since, until=said.until, today=today()), code="bond")
    for person in Person.objects.filter(pk__in=[said.person_id] if said.person_id else []):
        require_member(person, household)
