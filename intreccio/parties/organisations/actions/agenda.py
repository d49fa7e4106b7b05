"""The institutional agenda of a team: an appointment is written, moved, told, annulled; its next step is done."""

from dataclasses import asdict, dataclass
from datetime import date, time
from uuid import UUID

from django.db import transaction

from intreccio.ground.kernel.editing import void, write_over
from intreccio.ground.kernel.events import record
from intreccio.ground.kernel.refused import refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.organisations import policies
from intreccio.parties.organisations.models import Appointment, Team
from intreccio.parties.organisations.rules.agenda import (
    why_not_conclude,
    why_not_day,
    why_not_follow,
    why_not_rearrange,
    why_not_with,
)
from intreccio.parties.organisations.rules.strategy import why_not_begin


@dataclass(frozen=True, slots=True)
class Arranged:
    """When, with whom, about what."""

    day: date
    hour: time
    about: str
    body_id: UUID | None = None
    whom: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """What was agreed, and what follows."""

    agreed: str
    next_step: str = ""
    next_on: date | None = None


@transaction.atomic
def add_appointment(team: Team, arranged: Arranged, *, by: Viewer, today: date) -> Appointment:
    """Also one that has been: what was agreed is written afterwards. Raises Refused with the reason."""
    policies.require_writes_strategy(by, team)
    refuse_if(why_not_begin(closed=team.is_closed_on(today)), code="closed")
    _require_with(arranged)
    refuse_if(why_not_day(arranged.day, today=today), code="day")
    row = Appointment(team=team, **asdict(arranged))
    row.save(force_insert=True)
    record("appointment.added", row, by=by, codes=_codes(row))
    return row


@transaction.atomic
def edit_appointment(row: Appointment, arranged: Arranged, *, version: int, by: Viewer, today: date) -> None:
    """Corrects or moves an appointment as read at `version`. Raises Refused, or Changed where somebody wrote first."""
    policies.require_writes_strategy(by, row.team)
    _require_with(arranged)
    reason = why_not_rearrange(
        arranged.day, was=row.day, told=bool(row.agreed), step=row.next_step, on=row.next_on, today=today
    )
    refuse_if(reason, code="day")
    fields = write_over(row, version=version, **asdict(arranged))
    if fields:
        record("appointment.edited", row, by=by, fields=fields, codes=_codes(row))


@transaction.atomic
def conclude_appointment(row: Appointment, told: Told, *, version: int, by: Viewer, today: date) -> None:
    """What was agreed, also corrected; another next step is to be done anew. Raises Refused, or Changed."""
    policies.require_writes_strategy(by, row.team)
    refuse_if(why_not_conclude(row.day, today=today, agreed=told.agreed), code="agreed")
    reason = why_not_follow(told.next_step, told.next_on, day=row.day, was=row.next_on, today=today)
    refuse_if(reason, code="next_step")
    same = (told.next_step, told.next_on) == (row.next_step, row.next_on)
    done = row.next_done_on if same else None
    fields = write_over(row, version=version, next_done_on=done, **asdict(told))
    if fields:
        record("appointment.concluded", row, by=by, fields=fields, codes=_codes(row))


@transaction.atomic
def finish_next_step(row: Appointment, *, by: Viewer, today: date) -> None:
    """What was to follow has been done. Twice is once."""
    policies.require_writes_strategy(by, row.team)
    if row.next_on is None or row.next_done_on is not None:
        return
    fields = write_over(row, version=row.version, next_done_on=today)
    record("appointment.next_step_finished", row, by=by, fields=fields, codes=_codes(row))


@transaction.atomic
def void_appointment(row: Appointment, *, reason: str, by: Viewer) -> None:
    """An appointment written by mistake, or called off."""
    policies.require_writes_strategy(by, row.team)
    void(row, by=by, reason=reason)
    record("appointment.voided", row, by=by, codes=_codes(row))


def _require_with(arranged: Arranged) -> None:
    refuse_if(why_not_with(body=arranged.body_id is not None, whom=arranged.whom), code="with")


def _codes(row: Appointment) -> dict[str, str]:
    return {"team": str(row.team_id)}
