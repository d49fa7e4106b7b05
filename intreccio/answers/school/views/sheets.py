"""Sheets of teachers, as the team asks for them, reads them, and shows them to the family."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from intreccio.answers.school import policies
from intreccio.answers.school.actions import sheets as actions
from intreccio.answers.school.forms.sheets import AskTeacherForm, ShowSheetForm
from intreccio.answers.school.models import Schooling, SchoolSheet
from intreccio.answers.school.queries.pupils import contacts_of, home_of, schoolings_in_sight
from intreccio.answers.school.queries.sheets import before, needed_for, parts_of, sheets_in_sight
from intreccio.answers.school.views.asking import Asked, ask, find_row, page_of_class, sent
from intreccio.families.cases.actions.steps import gone
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.once import second_tap_first
from intreccio.ground.kernel.refused import Refused, Words
from intreccio.ground.kernel.viewer import Viewer
from intreccio.workshop.protocols.forms.versions import VoidForm

TITLE = _("Uno sguardo da scuola")
ONE_LINK = _(
    "Parte una mail con un collegamento che si apre una volta, senza accesso. Chi insegna legge solo il nome e la classe,"
    " e sa chi legge la risposta."
)


@second_tap_first
def ask_teacher(request: HttpRequest, schooling_id: UUID) -> HttpResponse:
    """Of whom, and who has said yes."""
    viewer, row = find_row(request, schoolings_in_sight, schooling_id, "ask_teacher")
    form = _asking(request, viewer, row)
    said, back = _("Fatto: la mail è partita. Quando rispondono, la leggi qui."), page_of_class(row)
    asked = Asked(_("Chiedi a chi insegna"), _("Manda il collegamento"), said, back, _("La scuola"), ONE_LINK)

    def write() -> str:
        sheet, _link = actions.ask_teacher(row, form.wanted, by=viewer, today=today())
        return _page_of(sheet)

    return ask(request, asked, form, write)


@require_safe
def school_sheet_page(request: HttpRequest, school_sheet_id: UUID) -> HttpResponse:
    """What came, beside what had come before; or how far it is."""
    viewer, sheet = find_row(request, sheets_in_sight, school_sheet_id)
    former = before(sheet)
    context = {
        "sheet": sheet, "family": home_of(sheet.schooling), "former": former, "parts": list(parts_of(sheet, former)),
        "may": policies.what_may(viewer, sheet.team_id) if sheet.voided_at is None else set(), "is_late": sheet.until < today(),
        "is_no_more": (sheet.schooling.child.merged_into or sheet.schooling.child).died_on is not None,
    }  # fmt: skip
    return render(request, "answers/school/pages/school_sheet_page.html", context)


@second_tap_first
def show_school_sheet(request: HttpRequest, school_sheet_id: UUID) -> HttpResponse:
    """The family has read it."""
    viewer, sheet = find_row(request, sheets_in_sight, school_sheet_id, "show_school_sheet")
    form = ShowSheetForm(sent(request), sheet=sheet)
    lead = _("Quello che scrive la scuola è della famiglia: si legge insieme, e si ascolta che cosa ne dice.")
    asked = _asked(sheet, _("Letta con la famiglia"), _("Salva"), _("Fatto: è scritto."), lead)

    def write() -> None:
        said = form.cleaned_data
        actions.show_school_sheet(sheet, said["words"], day=said["day"], by=viewer, today=today())

    return ask(request, asked, form, write)


@second_tap_first
def void_school_sheet(request: HttpRequest, school_sheet_id: UUID) -> HttpResponse:
    """One that should not have been asked: its address opens no more."""
    viewer, sheet = find_row(request, sheets_in_sight, school_sheet_id, "ask_teacher")
    form = VoidForm(sent(request))
    said = _("Fatto: è annullata, e il collegamento non si apre più.")
    asked = _asked(sheet, _("Annulla la richiesta"), _("Annulla"), said)

    def write() -> str:
        actions.void_school_sheet(sheet, reason=form.cleaned_data["reason"], by=viewer)
        return page_of_class(sheet.schooling)

    return ask(request, asked, form, write)


def _asking(request: HttpRequest, viewer: Viewer, row: Schooling) -> AskTeacherForm:
    """Of a class that is over nobody is asked: it is said before anybody writes."""
    if row.until is not None and request.method != "POST":
        raise Refused(_("Questa classe è finita: si chiede a chi insegna adesso."), code="ask")
    needed = needed_for(viewer, row, today())
    if needed is None:
        raise gone()
    return AskTeacherForm(sent(request), contacts=contacts_of(row), needed=needed)


def _asked(sheet: SchoolSheet, title: Words, button: Words, said: Words, lead: Words = "") -> Asked:
    return Asked(title, button, said, _page_of(sheet), TITLE, lead or f"{sheet.first_name}, {sheet.teacher}")


def _page_of(sheet: SchoolSheet) -> str:
    return reverse("school_sheet_page", args=[sheet.pk])
