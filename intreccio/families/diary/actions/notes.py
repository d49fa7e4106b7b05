"""Restricted notes: written, changed while they are fresh, then corrected beside. No event says a word of them."""

from uuid import UUID

from django.db import transaction

from intreccio.families.diary.actions.meetings import meeting_of
from intreccio.families.diary.actions.steps import lock_line
from intreccio.families.diary.models import RestrictedNote, SupportLine
from intreccio.families.diary.queries.limits import limits_on
from intreccio.families.diary.rules.notes import is_fresh, why_not_correct, why_not_edit
from intreccio.ground.kernel.clock import now, today
from intreccio.ground.kernel.editing import write_over
from intreccio.ground.kernel.refused import refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.actions.deeds import record_family_deed


@transaction.atomic
def write_note(line: SupportLine, *, text: str, meeting_id: UUID | None, by: Viewer) -> RestrictedNote:
    """A note of whoever follows the line, of a meeting or of none. Raises Refused."""
    held = lock_line(line, "write_note", by=by)
    meeting = meeting_of(held, meeting_id) if meeting_id else None
    note = _add(held, text, by=by, meeting=meeting)
    record_family_deed("note.written", note, held.household, by=by)
    return note


@transaction.atomic
def edit_note(note: RestrictedNote, *, text: str, version: int, by: Viewer) -> None:
    """Its author changes it while it is fresh. Raises Refused, Changed."""
    held = lock_line(note.line, "edit_note", by=by)
    is_author = note.author_id == by.membership_id
    refuse_if(why_not_edit(is_author=is_author, is_fresh=still_fresh(note)), code="not_fresh")
    write_over(note, version=version, text=text.strip())
    record_family_deed("note.edited", note, held.household, by=by)


@transaction.atomic
def correct_note(note: RestrictedNote, *, text: str, by: Viewer) -> RestrictedNote:
    """What can no longer be changed is put right beside it. Raises Refused."""
    held = lock_line(note.line, "correct_note", by=by)
    reason = why_not_correct(
        is_author=note.author_id == by.membership_id,
        is_fresh=still_fresh(note),
        is_correction=note.corrects_id is not None,
    )
    refuse_if(reason, code="cannot_correct")
    correction = _add(held, text, by=by, corrects=note)
    record_family_deed("note.corrected", correction, held.household, by=by)
    return correction


def still_fresh(note: RestrictedNote) -> bool:
    """By the hours agreed in the network."""
    return is_fresh(note.written_at, now=now(), hours=limits_on(today()).note_hours)


def _add(line: SupportLine, text: str, *, by: Viewer, **more: object) -> RestrictedNote:
    note = RestrictedNote(
        household_id=line.household_id, team_id=line.team_id, line=line, author_id=by.membership_id,
        written_at=now(), text=text.strip(), **more,
    )  # fmt: skip
    note.save(force_insert=True)
    return note
