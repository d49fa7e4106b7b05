"""Visits agreed: planned, moved, called off, missed. That one met is said by a note."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from django.db import connection, transaction
from django.utils.translation import gettext as _

from intreccio.families.cases.actions.steps import gone, lock_case
from intreccio.families.cases.models import Case
from intreccio.families.cases.queries.candidates import candidates
from intreccio.families.diary import policies
from intreccio.families.diary.models import Visit
from intreccio.families.diary.queries.family import family_of
from intreccio.families.diary.queries.limits import visit_limits_on
from intreccio.families.diary.rules.visits import why_not_miss, why_not_touch, why_not_visit
from intreccio.families.diary.vocabulary import VisitState
from intreccio.ground.kernel.editing import write_over
from intreccio.ground.kernel.refused import Refused, refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.actions.deeds import record_family_deed


@dataclass(frozen=True, slots=True)
class Agreed:
    """When, where, what for, who of us goes, whom one meets."""

    day: date
    what: str
    place: str
    workers: Sequence[UUID]
    hour: time | None = None
    minutes: int = 60
    persons: Sequence[UUID] = ()


@transaction.atomic
def plan_visit(case: Case, agreed: Agreed, *, by: Viewer, today: date) -> Visit:
    """A time is agreed. Raises Refused with the reason."""
    policies.plan_visit.require(by)
    held = lock_case(case, by=by)
    _require_possible(held, agreed.day, today)
    if not agreed.workers or not set(agreed.workers) <= {
        one.membership.pk for one in candidates(held, today)
    }:
        raise Refused(_("Scegli chi va, fra chi vede questa famiglia."), code="workers")
    require_of_home(held, agreed.persons, by=by)
    visit = Visit(
        household_id=held.household_id, team_id=held.team_id, case=held, day=agreed.day, hour=agreed.hour,
        minutes=agreed.minutes, place=agreed.place, what=agreed.what.strip(), workers=list(dict.fromkeys(agreed.workers)),
        persons=list(dict.fromkeys(agreed.persons)),
    )  # fmt: skip
    visit.save(force_insert=True)
    record_family_deed("visit.planned", visit, held.household, by=by)
    return visit


@transaction.atomic
def move_visit(visit: Visit, *, day: date, hour: time | None, version: int, by: Viewer, today: date) -> None:
    """To another time; the day first agreed stays written. Raises Refused, Changed."""
    held = lock_visit(visit, "move_visit", by=by)
    _require_possible(held.case, day, today)
    first = held.moved_from or (held.day if day != held.day else None)
    write_over(held, version=version, day=day, hour=hour, moved_from=first)
    record_family_deed("visit.moved", held, held.case.household, by=by)


@transaction.atomic
def call_off_visit(visit: Visit, *, version: int, by: Viewer) -> None:
    """It is not needed any more. Raises Refused, Changed."""
    held = lock_visit(visit, "call_off_visit", by=by)
    write_over(held, version=version, state=VisitState.CALLED_OFF)
    record_family_deed("visit.called_off", held, held.case.household, by=by)


@transaction.atomic
def miss_visit(visit: Visit, *, why: str, version: int, by: Viewer, today: date) -> None:
    """One did not meet: a fact, with its reason. Raises Refused, Changed."""
    held = lock_visit(visit, "miss_visit", by=by)
    refuse_if(why_not_miss(held.day, today=today), code="day")
    write_over(held, version=version, state=VisitState.MISSED, missed_why=why)
    record_family_deed("visit.missed", held, held.case.household, by=by, reason=why)


def take_up_visits(membership_id: UUID) -> None:
    """Those agreed under a hat that became this one, in the families of its teams. Twice is once."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT take_up_visits(%s)", [membership_id])


def lock_visit(visit: Visit, verb: str, *, by: Viewer) -> Visit:
    """Holds the family, its case, then the visit, as it stands now. Raises Refused, NotAllowed."""
    policies.VISITS[verb].require(by)
    case = lock_case(visit.case, by=by)
    held = Visit.objects.select_for_update().filter(pk=visit.pk).first()
    if held is None:
        raise gone()
    refuse_if(why_not_touch(is_planned=held.state == VisitState.PLANNED), code="state")
    held.case = case
    return held


def require_of_home(case: Case, persons: Sequence[UUID], *, by: Viewer) -> None:
    """Raises Refused for somebody who is not of this family."""
    known = {member.person.pk for member in family_of(by, case.household).members} if persons else set()
    if not set(persons) <= known:
        raise Refused(_("Scegli fra le persone della famiglia."), code="persons")


def _require_possible(case: Case, day: date, today: date) -> None:
    ahead = visit_limits_on(today).days_ahead
    refuse_if(why_not_visit(day, today=today, days_ahead=ahead, ended=case.ended_on is not None), code="day")
