"""Meetings about a family: prepared, changed, called off, held, decided."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import F

from intreccio.families.cases import policies
from intreccio.families.cases.actions.answering import UNANSWERED, forget_answers
from intreccio.families.cases.actions.inviting import INVITED, MOVED, invited_to, write_to
from intreccio.families.cases.actions.steps import lock_case
from intreccio.families.cases.models import Case, Conference, ConferenceDecision, ConferenceSeat
from intreccio.families.cases.queries.candidates import candidates
from intreccio.families.cases.queries.conferences import who_lives
from intreccio.families.cases.rules.conferences import (
    why_not_change,
    why_not_decide,
    why_not_hold,
    why_not_meet,
    why_not_prepare,
    why_not_take_part,
    why_not_void,
)
from intreccio.ground.kernel.editing import void, write_over
from intreccio.ground.kernel.refused import refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.actions.deeds import record_family_deed


@dataclass(frozen=True, slots=True)
class Doer:
    """One of: a colleague, somebody of the family, somebody else by name."""

    membership_id: UUID | None = None
    person_id: UUID | None = None
    somebody: str = ""

    @property
    def columns(self) -> dict[str, Any]:
        """As rows have it."""
        return {"membership_id": self.membership_id, "person_id": self.person_id, "somebody": self.somebody}

    @property
    def kind(self) -> str:
        """As events tell it."""
        return "worker" if self.membership_id else "person" if self.person_id else "somebody"


@dataclass(frozen=True, slots=True)
class Prepared:
    """What is said of a meeting to come."""

    kind: str
    day: date
    at: time | None
    place: str
    agenda: tuple[str, ...]
    asked: tuple[Doer, ...]

    @property
    def columns(self) -> dict[str, Any]:
        """As its row has it; who is asked is rows of their own."""
        return {
            "kind": self.kind,
            "day": self.day,
            "at": self.at,
            "place": self.place,
            "agenda": list(self.agenda),
        }


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of a meeting that was held: who of those asked came, and who else."""

    held_on: date
    minutes: str
    came: frozenset[UUID] = frozenset()
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Heard:
    """What is said of a contact: how, which day, with whom of the family, in one line."""

    kind: str
    day: date
    persons: tuple[UUID, ...]
    words: str


@transaction.atomic
def plan_conference(case: Case, prepared: Prepared, *, by: Viewer, today: date) -> Conference:
    """A meeting to come. Raises Refused with the reason."""
    policies.plan_conference.require(by)
    held = lock_case(case, by=by)
    _require_prepared(held, prepared, by=by, today=today)
    row = Conference(case=held, **_of(held), **prepared.columns)
    row.save(force_insert=True)
    _ask(row, prepared.asked)
    write_to(INVITED, row, invited_to(row), by=by)
    record_family_deed(
        "conference.planned", row, held.household, by=by, meeting=row.kind, day_agreed=row.day.isoformat()
    )
    return row


@transaction.atomic
def meet_family(case: Case, heard: Heard, *, by: Viewer, today: date) -> Conference:
    """Somebody of the family was met or heard: a meeting that was not prepared. Raises Refused with the reason."""
    policies.meet_family.require(by)
    held, words = lock_case(case, by=by), heard.words.strip()
    reason = why_not_meet(
        day=heard.day, today=today, opened_on=held.opened_on, has_ended=held.ended_on is not None,
        persons=len(heard.persons), words=words,
    )  # fmt: skip
    refuse_if(reason, code="cannot_meet")
    family = [Doer(person_id=key) for key in dict.fromkeys(heard.persons)]
    _require_of_these(held, family, by=by, today=today)
    row = Conference(
        case=held,
        **_of(held),
        kind=heard.kind,
        day=heard.day,
        agenda=[words],
        held_on=heard.day,
        minutes=words,
    )
    row.save(force_insert=True)
    ConferenceSeat.objects.bulk_create(
        ConferenceSeat(conference=row, **_of(held), **doer.columns, came=True, is_asked=False)
        for doer in (*family, Doer(membership_id=by.membership_id))
    )
    record_family_deed(
        "case.family_met", row, held.household, by=by, how=row.kind, met_on=row.day.isoformat()
    )
    return row


@transaction.atomic
def edit_conference(row: Conference, prepared: Prepared, *, version: int, by: Viewer, today: date) -> None:
    """Changes a meeting to come, as read at `version`. Raises Refused, or Changed where somebody wrote first."""
    policies.edit_conference.require(by)
    held = _hold(row, by=by)
    refuse_if(why_not_change(is_held=held.held_on is not None), code="held")
    _require_prepared(held.case, prepared, by=by, today=today)
    before = invited_to(held)
    fields = write_over(held, version=version, **prepared.columns)
    _ask(held, prepared.asked)
    invited = invited_to(held)
    write_to(INVITED, held, invited - before, by=by)
    if fields & {"day", "at"}:
        forget_answers(held)
        write_to(MOVED, held, invited & before, by=by)
    record_family_deed("conference.edited", held, held.case.household, by=by, fields=fields)


@transaction.atomic
def call_off_conference(row: Conference, *, reason: str, by: Viewer) -> None:
    """A meeting to come will not be, or a contact was written by mistake. Raises Refused with the reason."""
    policies.call_off_conference.require(by)
    held = _hold(row, by=by)
    refuse_if(why_not_change(is_held=held.held_on is not None and not held.is_contact), code="held")
    void(held, by=by, reason=reason)
    record_family_deed("conference.called_off", held, held.case.household, by=by)


@transaction.atomic
def write_minutes(row: Conference, told: Told, *, version: int, by: Viewer, today: date) -> None:
    """It was held: who came, what was said. Again, corrects it. Raises Refused, or Changed where somebody wrote first."""
    policies.write_minutes.require(by)
    held = _hold(row, by=by)
    refuse_if(
        why_not_hold(
            held_on=told.held_on, today=today, opened_on=held.case.opened_on, minutes=told.minutes,
            there=len(told.came) + len(told.others),
        ),
        code="cannot_hold",
    )  # fmt: skip
    first = held.held_on is None
    fields = write_over(held, version=version, held_on=told.held_on, minutes=told.minutes)
    _note_who_came(held, told)
    kind = "conference.held" if first else "conference.minutes_edited"
    record_family_deed(kind, held, held.case.household, by=by, fields=fields, meeting=held.kind)


@transaction.atomic
def add_decision(
    row: Conference,
    doer: Doer,
    *,
    what: str,
    need: str = "",
    by_when: date | None = None,
    by: Viewer,
    today: date,
) -> ConferenceDecision:
    """Something that was decided: the plan hears it. Raises Refused with the reason."""
    policies.add_decision.require(by)
    held = _hold(row, by=by)
    refuse_if(
        why_not_decide(is_held=held.held_on is not None, what=what, by_when=by_when, held_on=held.held_on),
        code="cannot_decide",
    )
    _require_of_these(held.case, [doer], by=by, today=today)
    made = ConferenceDecision(
        conference=held, **_of(held.case), what=what.strip(), need_code=need, by_when=by_when, **doer.columns
    )
    made.save(force_insert=True)
    record_family_deed(
        "conference.decided", made, held.case.household, by=by, conference=str(held.pk), case=str(held.case_id), doer=doer.kind,
        need=need,
    )  # fmt: skip
    return made


@transaction.atomic
def void_decision(row: ConferenceDecision, *, reason: str, by: Viewer) -> None:
    """A decision written by mistake stays readable, with the reason."""
    policies.void_decision.require(by)
    case = lock_case(row.conference.case, by=by)
    now = ConferenceDecision.objects.get(pk=row.pk)
    refuse_if(why_not_void(is_voided=now.voided_at is not None), code="voided")
    void(now, by=by, reason=reason)
    record_family_deed("conference.decision_voided", now, case.household, by=by)


def _of(case: Case) -> dict[str, UUID]:
    return {"household_id": case.household_id, "team_id": case.team_id}


def _hold(row: Conference, *, by: Viewer) -> Conference:
    """Holds the family, its case, the meeting, as it stands now. Raises Refused where it was called off."""
    case = lock_case(row.case, by=by)
    held = Conference.objects.select_for_update().get(pk=row.pk)
    held.case = case
    refuse_if(why_not_void(is_voided=held.voided_at is not None), code="voided")
    return held


def _require_prepared(case: Case, prepared: Prepared, *, by: Viewer, today: date) -> None:
    refuse_if(
        why_not_prepare(
            day=prepared.day,
            today=today,
            agenda=len(prepared.agenda),
            asked=len(prepared.asked),
            has_ended=case.ended_on is not None,
        ),
        code="cannot_prepare",
    )
    _require_of_these(case, prepared.asked, by=by, today=today)


def _require_of_these(case: Case, doers: Iterable[Doer], *, by: Viewer, today: date) -> None:
    """A colleague who can see the family, a person of this family: an id that somebody knows brings in no one else."""
    known = {one.membership.pk for one in candidates(case, today)} | set(who_lives(by, case))
    named = (doer.membership_id or doer.person_id for doer in doers)
    refuse_if(why_not_take_part(all(key in known for key in named if key)), code="not_of_these")


def _ask(row: Conference, asked: Iterable[Doer]) -> None:
    """One seat each; who is no longer asked keeps theirs, as not asked: rows of a family are not deleted. Asked again, one has
    not answered yet."""
    there = {(seat.membership_id, seat.person_id, seat.somebody): seat for seat in row.seats.all()}
    wanted = {(doer.membership_id, doer.person_id, doer.somebody): doer for doer in asked}
    ConferenceSeat.objects.bulk_create(
        ConferenceSeat(conference=row, **_of(row.case), **doer.columns)
        for key, doer in wanted.items()
        if key not in there
    )
    for key, seat in there.items():
        if seat.is_asked != (key in wanted):
            now = {"is_asked": key in wanted, **UNANSWERED}
            ConferenceSeat.objects.filter(pk=seat.pk).update(version=F("version") + 1, **now)


def _note_who_came(row: Conference, told: Told) -> None:
    for seat in row.seats.all():
        came = seat.pk in told.came
        if seat.came != came:
            ConferenceSeat.objects.filter(pk=seat.pk).update(came=came, version=F("version") + 1)
    there = set(row.seats.exclude(somebody="").values_list("somebody", flat=True))
    ConferenceSeat.objects.bulk_create(
        ConferenceSeat(conference=row, **_of(row.case), somebody=name, came=True, is_asked=False)
        for name in told.others
        if name not in there
    )
