"""Notes of visits: written with their minutes, changed while they are fresh, then corrected beside. No event says a word of them."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, time
from uuid import UUID

from django.db import connection, transaction

from intreccio.families.cases.actions.steps import gone, lock_case
from intreccio.families.cases.models import Case
from intreccio.families.cases.policies import is_in_charge
from intreccio.families.diary import policies
from intreccio.families.diary.actions.ledger import first_minutes, set_minutes
from intreccio.families.diary.actions.visits import require_of_home
from intreccio.families.diary.models import Visit, VisitNote
from intreccio.families.diary.queries.limits import visit_limits_on
from intreccio.families.diary.rules.notes import is_fresh, why_not_correct, why_not_edit, why_not_void
from intreccio.families.diary.rules.visits import (
    Minutes,
    why_not_again,
    why_not_minutes,
    why_not_note,
    why_not_tell,
)
from intreccio.families.diary.vocabulary import Audience, VisitState
from intreccio.ground.kernel.clock import now
from intreccio.ground.kernel.clock import today as today_is
from intreccio.ground.kernel.editing import void, write_over
from intreccio.ground.kernel.refused import Changed, refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.organisations.vocabulary import Profession
from intreccio.parties.people.actions.deeds import record_family_deed

NOTHING = Minutes()


@dataclass(frozen=True, slots=True)
class Noted:
    """What a note says."""

    day: date
    text: str
    place: str
    hour: time | None = None
    present: Sequence[UUID] = ()
    others: str = ""
    how: str = ""
    next_step: str = ""
    goals: Sequence[UUID] = ()
    audience: str = Audience.RECORD


@dataclass(frozen=True, slots=True)
class Spent:
    """The minutes it took, and the line of money that pays them."""

    minutes: Minutes = NOTHING
    line: UUID | None = None

    @property
    def by_line(self) -> Mapping[UUID | None, Minutes]:
        """As the ledger takes them."""
        return {self.line: self.minutes} if self.minutes.all else {}


@transaction.atomic
def write_visit_note(
    case: Case, noted: Noted, spent: Spent, *, visit_id: UUID | None = None, by: Viewer, today: date
) -> VisitNote:
    """A note of whoever works with the family, of a visit agreed or of none.

    Raises Refused with the reason; Changed, with the note that stands, where the same hand wrote of that visit from elsewhere.
    """
    held = _hold(case, "write_visit_note", by=by)
    _require_sound(held, noted, spent, by=by, today=today)
    visit = _visit_of(held, visit_id, by)
    if visit and (
        other := VisitNote.objects.filter(
            visit=visit, author_id=by.membership_id, corrects=None, voided_at=None
        ).first()
    ):
        raise Changed(other)
    note = _add(held, noted, by=by, visit=visit)
    first_minutes(note, spent.by_line, by=by)
    if visit and visit.state == VisitState.PLANNED:
        write_over(visit, version=visit.version, state=VisitState.MET)
    record_family_deed("visit_note.written", note, held.household, by=by)
    return note


@transaction.atomic
def edit_visit_note(
    note: VisitNote, noted: Noted, spent: Spent, *, version: int, by: Viewer, today: date
) -> None:
    """Its author changes it while it is fresh. Raises Refused, Changed."""
    held = _hold(note.case, "edit_visit_note", by=by)
    reason = why_not_edit(
        is_author=note.author_id == by.membership_id,
        is_fresh=still_fresh(note),
        is_correction=note.corrects_id is not None,
    )
    refuse_if(reason, code="not_fresh")
    _require_standing(note)
    _require_sound(held, noted, spent, by=by, today=today, there=note.present)
    before = note.day
    if write_over(note, version=version, **_columns(noted)):
        record_family_deed("visit_note.edited", note, held.household, by=by)
    set_minutes(note, spent.by_line, moved_from=before if before != note.day else None)


@transaction.atomic
def correct_visit_note(note: VisitNote, text: str, spent: Spent, *, by: Viewer) -> VisitNote:
    """What can no longer be changed is put right beside it, and the minutes with it. Raises Refused."""
    held = _hold(note.case, "correct_visit_note", by=by)
    reason = why_not_correct(
        is_author=note.author_id == by.membership_id,
        is_fresh=still_fresh(note),
        is_correction=note.corrects_id is not None,
    )
    refuse_if(reason, code="cannot_correct")
    _require_standing(note)
    refuse_if(why_not_minutes(spent.minutes, most=visit_limits_on(today_is()).most_minutes), code="minutes")
    said = Noted(note.day, text, note.place, hour=note.hour, audience=note.audience)
    correction = _add(held, said, by=by, corrects=note)
    set_minutes(note, spent.by_line)
    record_family_deed("visit_note.corrected", correction, held.household, by=by)
    return correction


@transaction.atomic
def void_visit_note(note: VisitNote, *, reason: str, by: Viewer) -> None:
    """One that was written by mistake: it stays readable, its minutes count no more. By its author, or by who coordinates.

    A visit of which it alone told waits again.
    """
    held = _hold(note.case, "void_visit_note", by=by)
    policies.require_voids_note(by, note)
    refuse_if(why_not_void(is_correction=note.corrects_id is not None), code="is_correction")
    _require_standing(note)
    void(note, by=by, reason=reason.strip())
    set_minutes(note, {})
    if note.visit_id:
        _wait_again(note.visit_id)
    record_family_deed("visit_note.voided", note, held.household, by=by)


def still_fresh(note: VisitNote) -> bool:
    """By the hours agreed in the network."""
    return is_fresh(note.written_at, now=now(), hours=visit_limits_on(today_is()).fresh_hours)


def _hold(case: Case, verb: str, *, by: Viewer) -> Case:
    """The case as it stands now; held still where it is of our team. Others, to whom the record is open, write beside."""
    policies.VISITS[verb].require(by)
    if is_in_charge(by, case.team_id):
        return lock_case(case, by=by)
    held = Case.objects.select_related("household").filter(pk=case.pk).first()
    if held is None:
        raise gone()
    return held


def _require_standing(note: VisitNote) -> None:
    """Holds it still: nobody has annulled it in the meantime, and its minutes are put right by one at a time."""
    held = VisitNote.objects.select_for_update().filter(pk=note.pk).first()
    if held is None:
        raise gone()
    refuse_if(why_not_again(is_voided=held.voided_at is not None), code="voided")


def _require_sound(
    case: Case, noted: Noted, spent: Spent, *, by: Viewer, today: date, there: Sequence[UUID] = ()
) -> None:
    """there: who was written as present before, whatever has become of their cards and homes since."""
    limits = visit_limits_on(today)
    voided = case.voided_at is not None
    why_not = why_not_note(
        noted.day, today=today, days_back=limits.days_back, opened_on=case.opened_on, ended_on=case.ended_on, voided=voided,
    )  # fmt: skip
    refuse_if(why_not, code="day")
    refuse_if(why_not_minutes(spent.minutes, most=limits.most_minutes), code="minutes")
    require_of_home(case, [one for one in noted.present if one not in there], by=by)


def _visit_of(case: Case, visit_id: UUID | None, by: Viewer) -> Visit | None:
    """Held still: of a visit only its team, and who went, say how it was."""
    if visit_id is None:
        return None
    visit = Visit.objects.filter(pk=visit_id, case=case).first()
    if visit is None:
        raise gone()
    went = is_in_charge(by, case.team_id) or by.membership_id in visit.workers
    refuse_if(why_not_tell(went=went), code="not_there")
    return Visit.objects.select_for_update().get(pk=visit.pk)


def _wait_again(visit_id: UUID) -> None:
    """A visit of which nothing stands that was written, by whomever and for whomever, is asked about as before."""
    for visit in Visit.objects.select_for_update().filter(pk=visit_id, state=VisitState.MET):
        with connection.cursor() as cursor:
            cursor.execute("SELECT visit_is_told(%s)", [visit.pk])
            is_told = cursor.fetchone() == (True,)
        if not is_told:
            write_over(visit, version=visit.version, state=VisitState.PLANNED)


def _columns(noted: Noted) -> dict[str, object]:
    return asdict(
        replace(noted, text=noted.text.strip(), present=list(noted.present), goals=list(noted.goals))
    )


def _add(case: Case, noted: Noted, *, by: Viewer, **more: object) -> VisitNote:
    profession = by.role if by.role in Profession.values else Profession.OTHER
    note = VisitNote(
        household_id=case.household_id, team_id=case.team_id, case=case, author_id=by.membership_id, profession=profession,
        written_at=now(), **_columns(noted), **more,
    )  # fmt: skip
    note.save(force_insert=True)
    return note
