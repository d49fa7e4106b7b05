"""Where the children of a family study, one of them, and whom one talks with."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from intreccio.answers.school import policies
from intreccio.answers.school.actions import contacts, schooling
from intreccio.answers.school.forms.places import EndSchoolingForm, SchoolContactForm, SchoolingForm
from intreccio.answers.school.models import Schooling
from intreccio.answers.school.queries.child import school_of
from intreccio.answers.school.queries.pupils import (
    Pupil,
    contacts_in_sight,
    pupils_of,
    schooling_after,
    schoolings_in_sight,
    schools,
)
from intreccio.answers.school.views.asking import (
    Asked,
    ask,
    find_family,
    find_pupil,
    find_row,
    page_of,
    page_of_class,
    sent,
)
from intreccio.ground.design.sheets import standing
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.once import second_tap_first
from intreccio.ground.kernel.refused import Words
from intreccio.workshop.protocols.forms.versions import VoidForm

BACK = _("La scuola")
MISTAKE = _("Annulla, era un errore")


@require_safe
def school_list(request: HttpRequest, household_id: UUID) -> HttpResponse:
    """Each child of a family, and where they study."""
    viewer, seen = find_family(request, household_id)
    may = policies.what_may(viewer, seen.household.team_id) if seen.is_written else set()
    context = {"family": seen.household, "pupils": pupils_of(viewer, seen), "may": may}
    return render(request, "answers/school/pages/school_list.html", context)


@require_safe
def child_school(request: HttpRequest, household_id: UUID, person_id: UUID) -> HttpResponse:
    """Where one child studies, whom one talks with, and the way so far."""
    viewer, seen, pupil = find_pupil(request, household_id, person_id)
    at_work = policies.what_may(viewer, seen.household.team_id) if seen.is_written else set()
    may = set() if pupil.is_no_more else at_work
    context = {
        "family": seen.household,
        "pupil": pupil,
        "may": may,
        **school_of(viewer, pupil, at_work, today()),
    }
    return render(request, "answers/school/pages/child_school.html", context)


@second_tap_first
def begin_schooling(request: HttpRequest, household_id: UUID, person_id: UUID) -> HttpResponse:
    """A class, of today or of a year that is over."""
    viewer, seen, pupil = find_pupil(request, household_id, person_id, "write_schooling")
    form = _form(request, pupil, is_new=True, initial=schooling_after(pupil, today()))
    asked = _asked(pupil, seen.household.pk, _("Dove studia"), _("Salva"), _("Fatto: è scritto."))

    def write() -> None:
        schooling.begin_schooling(
            seen.household, pupil.member.person, form.studies, form.ended, by=viewer, today=today()
        )

    return ask(request, asked, form, write)


@second_tap_first
def edit_schooling(request: HttpRequest, schooling_id: UUID) -> HttpResponse:
    """Something was written wrongly."""
    viewer, row = find_row(request, schoolings_in_sight, schooling_id, "write_schooling")
    form = SchoolingForm(sent(request), schools=schools(), birth=row.child.birth_date, is_new=False, row=row)
    asked = _of_class(row, _("Correggi la classe"), _("Salva"), _("Fatto: è corretto."))

    def write() -> None:
        schooling.edit_schooling(row, form.studies, version=form.read_at, by=viewer, today=today())

    return ask(request, asked, form, write, now=standing(row, form))


@second_tap_first
def end_schooling(request: HttpRequest, schooling_id: UUID) -> HttpResponse:
    """How it ended; then one writes the class after."""
    viewer, row = find_row(request, schoolings_in_sight, schooling_id, "write_schooling")
    form = EndSchoolingForm(sent(request), version=row.version, since=row.since, cycle=row.cycle)
    lead = _(
        "Un fatto, con la sua data. Se comincia un'altra classe o un'altra scuola, la scrivi subito dopo."
    )
    asked = _of_class(row, _("Com'è finita"), _("Salva"), _("Fatto: è scritto."), lead)

    def write() -> None:
        schooling.end_schooling(row, form.ended, version=form.read_at, by=viewer, today=today())

    return ask(request, asked, form, write, now=standing(row, form))


@second_tap_first
def void_schooling(request: HttpRequest, schooling_id: UUID) -> HttpResponse:
    """One that was written by mistake."""
    viewer, row = find_row(request, schoolings_in_sight, schooling_id, "write_schooling")
    form = VoidForm(sent(request))
    lead = _("Solo per ciò che è stato scritto per errore: se è finita, si scrive com'è finita.")
    asked = _of_class(
        row, _("Annulla questa classe"), MISTAKE, _("Fatto: è annullata, e resta leggibile."), lead
    )
    return ask(
        request,
        asked,
        form,
        lambda: schooling.void_schooling(row, reason=form.cleaned_data["reason"], by=viewer),
    )


@second_tap_first
def add_school_contact(request: HttpRequest, schooling_id: UUID) -> HttpResponse:
    """With whom one talks."""
    viewer, row = find_row(request, schoolings_in_sight, schooling_id, "write_school_contact")
    form = SchoolContactForm(sent(request))
    asked = _of_class(row, _("Con chi si parla"), _("Salva"), _("Fatto: è scritto."))

    def write() -> None:
        contacts.add_school_contact(row, form.reached, by=viewer)

    return ask(request, asked, form, write)


@second_tap_first
def edit_school_contact(request: HttpRequest, school_contact_id: UUID) -> HttpResponse:
    """Another number, another hour."""
    viewer, row = find_row(request, contacts_in_sight, school_contact_id, "write_school_contact")
    form = SchoolContactForm(sent(request), row=row)
    asked = _of_class(row.schooling, _("Con chi si parla"), _("Salva"), _("Fatto: è corretto."))

    def write() -> None:
        contacts.edit_school_contact(row, form.reached, version=form.read_at, by=viewer)

    return ask(request, asked, form, write, now=standing(row, form))


@second_tap_first
def void_school_contact(request: HttpRequest, school_contact_id: UUID) -> HttpResponse:
    """Somebody who is no longer there, or never was."""
    viewer, row = find_row(request, contacts_in_sight, school_contact_id, "write_school_contact")
    form = VoidForm(sent(request))
    title = _("Non si parla più con %(name)s") % {"name": row.name}
    asked = _of_class(row.schooling, title, _("Togli"), _("Fatto: non è più tra chi si chiama."))

    def write() -> None:
        contacts.void_school_contact(row, reason=form.cleaned_data["reason"], by=viewer)

    return ask(request, asked, form, write)


def _form(request: HttpRequest, pupil: Pupil, *, is_new: bool, initial: dict[str, Any]) -> SchoolingForm:
    birth = pupil.member.person.birth_date
    return SchoolingForm(sent(request), schools=schools(), birth=birth, is_new=is_new, initial=initial)


def _asked(
    pupil: Pupil, household_id: UUID, title: Words, button: Words, said: Words, lead: Words = ""
) -> Asked:
    back = page_of(household_id, pupil.member.person.pk)
    return Asked(title, button, said, back, BACK, lead or pupil.member.name)


def _of_class(row: Schooling, title: Words, button: Words, said: Words, lead: Words = "") -> Asked:
    return Asked(title, button, said, page_of_class(row), BACK, lead or f"{row.place}, {row.class_said}")
