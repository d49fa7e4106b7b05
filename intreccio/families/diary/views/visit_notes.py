"""Notes of visits: written, changed while they are fresh, put right beside, annulled."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _

from intreccio.families.access.actions.receive import receipt_for
from intreccio.families.cases.models import Case
from intreccio.families.cases.policies import is_in_charge
from intreccio.families.diary import actions, policies
from intreccio.families.diary.actions.settling import settle
from intreccio.families.diary.actions.visit_notes import still_fresh
from intreccio.families.diary.forms.visit_notes import (
    CorrectVisitNoteForm,
    SignalFromNoteForm,
    VisitNoteForm,
    VoidVisitNoteForm,
    minutes_on,
)
from intreccio.families.diary.models import Visit, VisitNote
from intreccio.families.diary.queries.diary import visit_notes_in_sight, visit_of
from intreccio.families.diary.queries.noting import around, lines_of
from intreccio.families.diary.rules.notes import why_not_correct, why_not_edit, why_not_void
from intreccio.families.diary.views.noting import Asked, answer, find, show, show_both
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.devices import answers_devices, owner_of
from intreccio.ground.kernel.once import second_tap_first
from intreccio.ground.kernel.panels import viewer_of
from intreccio.ground.kernel.refused import Changed, Words, refuse_if
from intreccio.ground.kernel.viewer import Viewer

WRITE = "families/diary/pages/write_visit_note.html"
CORRECT = "families/diary/pages/correct_visit_note.html"

FIXED_STAYS = _(
    "Quello che con la nota hai fissato o segnato (una visita che viene, un'azione, un passo) resta:"
    " se era un errore anche quello, si annulla da dove sta."
)


@answers_devices
@second_tap_first
def write_visit_note(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """A note, of a visit agreed or of none; what it settles is written with it."""
    viewer, case = find(request, case_id, "write_visit_note")
    visit = visit_of(viewer, case, _key(request.POST.get("visit") or request.GET.get("visit", "")))
    more = {"settles": is_in_charge(viewer, case.team_id), "initial": _as_agreed(visit)}
    form, whole = _forms(request, viewer, case, **more)
    words = _("Nota di visita"), _("Salva la nota"), _("Fatto: la nota è nel diario.")
    asked = Asked(case, *words, template=WRITE, more={"visit": visit, "owner": owner_of(viewer)}, both=_both)
    return answer(request, form, asked, lambda: _write(viewer, case, form, visit), whole)


def _forms(
    request: HttpRequest, viewer: Viewer, case: Case, **more: Any
) -> tuple[VisitNoteForm, Callable[[], VisitNoteForm]]:
    """The form as it is read, with the choices that were sent; and how it is drawn, with all of them."""
    data, there = _sent(request), more["row"].present if "row" in more else ()
    paid = str(more["initial"].get("line", ""))

    def whole() -> VisitNoteForm:
        return VisitNoteForm(data, around=around(viewer, case, today(), also=there, paid=paid), **more)

    if data is None:
        return whole(), whole
    return VisitNoteForm(data, around=around(viewer, case, today(), set(data), there, paid), **more), whole


def _write(viewer: Viewer, case: Case, form: VisitNoteForm, visit: Visit | None) -> None:
    key = visit.pk if visit else None
    note = actions.write_visit_note(case, form.noted, form.spent, visit_id=key, by=viewer, today=today())
    settle(note, form.settled(viewer.membership_id), by=viewer, today=today())


@answers_devices
@second_tap_first
def edit_visit_note(request: HttpRequest, note_id: UUID) -> HttpResponse:
    """While it is fresh."""
    viewer, note = find_note(request, note_id, "edit_visit_note")
    if request.method != "POST":
        is_author, is_correction = note.author_id == viewer.membership_id, note.corrects_id is not None
        reason = why_not_edit(is_author=is_author, is_fresh=still_fresh(note), is_correction=is_correction)
        refuse_if(reason, code="not_fresh")
    more = {"settles": is_in_charge(viewer, note.team_id), "row": note, "initial": minutes_on(note)}
    form, whole = _forms(request, viewer, note.case, **more)
    words = _("Cambia la nota"), _("Salva la nota"), _("Fatto: la nota è cambiata.")
    asked = Asked(
        note.case, *words, template=WRITE, more={"note": note, "owner": owner_of(viewer)}, both=_both
    )
    return answer(request, form, asked, lambda: _edit(viewer, note, form), whole)


def _edit(viewer: Viewer, note: VisitNote, form: VisitNoteForm) -> None:
    if _only_beside(viewer, note):
        raise Changed(note)
    actions.edit_visit_note(note, form.noted, form.spent, version=form.read_at, by=viewer, today=today())
    settle(note, form.settled(viewer.membership_id), by=viewer, today=today())


def _both(request: HttpRequest, form: VisitNoteForm, asked: Asked, note: VisitNote) -> HttpResponse:
    """Both versions. What came too late to be written over the first is in a correction, ready to stand beside it."""
    viewer = viewer_of(request)
    if not _only_beside(viewer, note):
        return show_both(request, form, asked, note)
    lines = lines_of(viewer, today(), str(minutes_on(note)["line"]))
    correction = CorrectVisitNoteForm(lines=lines, initial=form.beside(note))
    both = form.show_both(note)
    return show(request, correction, _correcting(viewer, note), status=409, both=both, late=True)


def _only_beside(viewer: Viewer, note: VisitNote) -> bool:
    """It stands, and its author can write beside it and nowhere else."""
    return note.voided_at is None and _why_not_beside(viewer, note) is None


def _why_not_beside(viewer: Viewer, note: VisitNote) -> Words | None:
    is_author, is_correction = note.author_id == viewer.membership_id, note.corrects_id is not None
    return why_not_correct(is_author=is_author, is_fresh=still_fresh(note), is_correction=is_correction)


def _correcting(viewer: Viewer, note: VisitNote) -> Asked:
    words = _("Rettifica"), _("Scrivi la rettifica"), _("Fatto: sta accanto alla prima.")
    lead = _("La nota resta com'era; la rettifica le sta accanto, e i minuti diventano questi.")
    more = {"note": note, "owner": owner_of(viewer)}
    return Asked(note.case, *words, lead=lead, template=CORRECT, more=more)


@answers_devices
@second_tap_first
def correct_visit_note(request: HttpRequest, note_id: UUID) -> HttpResponse:
    """What can no longer be changed is put right beside it."""
    viewer, note = find_note(request, note_id, "correct_visit_note")
    if request.method != "POST":
        refuse_if(_why_not_beside(viewer, note), code="cannot_correct")
    form = _correction(request, viewer, minutes_on(note))

    def write() -> None:
        actions.correct_visit_note(note, form.cleaned_data["text"], form.spent, by=viewer)

    return answer(request, form, _correcting(viewer, note), write)


def _correction(request: HttpRequest, viewer: Viewer, standing: dict[str, object]) -> CorrectVisitNoteForm:
    lines = lines_of(viewer, today(), str(standing["line"]))
    return CorrectVisitNoteForm(_sent(request), lines=lines, initial=standing)


@second_tap_first
def void_visit_note(request: HttpRequest, note_id: UUID) -> HttpResponse:
    """One that was written by mistake."""
    viewer, note = find_note(request, note_id, "void_visit_note")
    policies.require_voids_note(viewer, note)
    if request.method != "POST":
        refuse_if(why_not_void(is_correction=note.corrects_id is not None), code="is_correction")
    form = VoidVisitNoteForm(_sent(request))
    asked = Asked(
        note.case, _("Era un errore"), _("Annulla la nota"), _("Fatto: la nota è annullata, i suoi minuti non contano più."),
        more={"note": note}, lead=FIXED_STAYS,
    )  # fmt: skip

    def write() -> None:
        actions.void_visit_note(note, reason=form.cleaned_data["reason"], by=viewer)

    return answer(request, form, asked, write)


@second_tap_first
def signal_from_note(request: HttpRequest, note_id: UUID) -> HttpResponse:
    """What worries goes to the desk, in the words of the note."""
    viewer, note = find_note(request, note_id, "signal_from_note")
    form = SignalFromNoteForm(_sent(request), initial={"facts": note.text[:5000]})
    asked = Asked(
        note.case, _("Fanne una segnalazione"), _("Manda allo sportello"),
        _("Fatto: è arrivata allo sportello. In «Segnalazioni» vedi quando viene letta."), more={"note": note},
        lead=_("Va allo sportello del comune dove vive la famiglia. La nota resta com'è."),
    )  # fmt: skip

    def write() -> None:
        receipt, relation = receipt_for(form.cleaned_data["once"]), str(_("lavora con la famiglia"))
        actions.signal_from_note(
            note, form.worried, relation=relation, receipt=receipt, by=viewer, today=today()
        )

    return answer(request, form, asked, write)


def find_note(request: HttpRequest, note_id: UUID, verb: str) -> tuple[Viewer, VisitNote]:
    """The viewer and a note that they read and that stands; 404 for anybody else, 403 where the role may not."""
    rows = visit_notes_in_sight(viewer_of(request)).filter(voided_at__isnull=True)
    note = get_object_or_404(rows, pk=note_id)
    viewer, note.case = find(request, note.case_id, verb)
    return viewer, note


def _as_agreed(visit: Visit | None) -> dict[str, object]:
    if visit is None:
        return {}
    return {
        "visit": visit.pk, "day": min(visit.day, today()), "hour": visit.hour, "place": visit.place, "direct": visit.minutes,
        "present": [str(one) for one in visit.persons],
    }  # fmt: skip


def _sent(request: HttpRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None


def _key(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
