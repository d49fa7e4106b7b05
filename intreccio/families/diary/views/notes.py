"""Notes that only their author reads: for everybody else these pages are not there."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from intreccio.families.diary import actions
from intreccio.families.diary.actions.notes import still_fresh
from intreccio.families.diary.forms.notes import CorrectForm, NoteForm, NoteRowForm
from intreccio.families.diary.models import RestrictedNote
from intreccio.families.diary.queries.lines import meetings_on
from intreccio.families.diary.queries.notes import notes_in_sight
from intreccio.families.diary.rules.notes import why_not_correct, why_not_edit
from intreccio.families.diary.views.finding import find_line, lead, lead_or_both, show
from intreccio.ground.kernel.once import second_tap_first
from intreccio.ground.kernel.refused import refuse_if
from intreccio.ground.kernel.viewer import Viewer

CORRECT_NOTE = "families/diary/pages/correct_note.html"
EDIT_NOTE = "families/diary/pages/edit_note.html"
WRITE_NOTE = "families/diary/pages/write_note.html"


@second_tap_first
def write_note(request: HttpRequest, line_id: UUID) -> HttpResponse:
    """A note, of a meeting or of none."""
    viewer, line = find_line(request, line_id, "write_note")
    form = NoteForm(request.POST or None, meetings=meetings_on(line))
    if not form.is_valid():
        return show(request, line, form, WRITE_NOTE)

    def write() -> None:
        text, meeting = form.cleaned_data["text"], form.meeting_id
        actions.write_note(line, text=text, meeting_id=meeting, by=viewer)

    return lead(request, line, form, write, _("Fatto: la leggi solo tu."))


@second_tap_first
def edit_note(request: HttpRequest, line_id: UUID, note_id: UUID) -> HttpResponse:
    """While it is fresh."""
    viewer, line = find_line(request, line_id, "edit_note")
    note = get_object_or_404(notes_in_sight(viewer, line), pk=note_id)
    note.line = line
    form = NoteRowForm(request.POST or None, row=note)
    if not form.is_valid():
        is_author = note.author_id == viewer.membership_id
        refuse_if(why_not_edit(is_author=is_author, is_fresh=still_fresh(note)), code="not_fresh")
        return show(request, line, form, EDIT_NOTE, note=note)

    def write() -> None:
        text = form.cleaned_data["text"]
        actions.edit_note(note, text=text, version=form.read_at, by=viewer)

    return lead_or_both(request, line, form, write, _("Fatto: è corretta."), EDIT_NOTE, note=note)


@second_tap_first
def correct_note(request: HttpRequest, line_id: UUID, note_id: UUID) -> HttpResponse:
    """What can no longer be changed is put right beside it."""
    viewer, line = find_line(request, line_id, "correct_note")
    note = get_object_or_404(notes_in_sight(viewer, line), pk=note_id)
    note.line = line
    form = CorrectForm(request.POST or None)
    if not form.is_valid():
        refuse_if(why_not_correct(**_standing_of(note, viewer)), code="cannot_correct")
        return show(request, line, form, CORRECT_NOTE, note=note)
    text = form.cleaned_data["text"]
    return lead(
        request,
        line,
        form,
        lambda: actions.correct_note(note, text=text, by=viewer),
        _("Fatto: sta accanto alla prima."),
    )


def _standing_of(note: RestrictedNote, viewer: Viewer) -> dict[str, bool]:
    return {
        "is_author": note.author_id == viewer.membership_id,
        "is_fresh": still_fresh(note),
        "is_correction": note.corrects_id is not None,
    }
