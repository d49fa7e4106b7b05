"""Persons of a home: being written, brought in, read, edited, leaving."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from intreccio.parties.people import policies
from intreccio.parties.people.actions import persons as actions
from intreccio.parties.people.forms.persons import AddPersonForm, JoinForm, LeaveForm, PersonForm
from intreccio.parties.people.models import Person
from intreccio.parties.people.queries.finding import Someone, somebody, somebody_called
from intreccio.parties.people.queries.persons import home_row, known_of
from intreccio.parties.people.views.asking import Asked, answer, found, opening, person_or_404, show, writing

PAGES = "parties/people/pages"


@require_safe
def person_page(request: HttpRequest, household_id: UUID, person_id: UUID) -> HttpResponse:
    """All that is known of one person, past and mistaken rows too."""
    viewer, seen = opening(request, household_id, shown=[person_id])
    person = person_or_404(viewer, household_id, person_id)
    context = {
        "seen": seen,
        "household": seen.household,
        "known": known_of(viewer, person),
        "person": person,
        "writes": seen.in_charge and policies.edit_household(viewer),
        "merges": seen.in_charge and policies.merge_persons(viewer),
    }
    return render(request, f"{PAGES}/person_page.html", context)


@require_http_methods(["GET", "POST"])
def add_person(request: HttpRequest, household_id: UUID) -> HttpResponse:
    """Somebody new."""
    viewer, seen = writing(request, household_id, policies.edit_household)
    form = AddPersonForm(request.POST or None)
    asked = Asked(seen, _("Aggiungi una persona"), _("Aggiungi"), _("Fatto: la persona è scritta."))

    def write() -> Person:
        return actions.add_person(seen.household, form.draft(), by=viewer, since=form.cleaned_data["since"])

    return answer(request, form, asked, write)


@require_http_methods(["GET", "POST"])
def bring_person(request: HttpRequest, household_id: UUID) -> HttpResponse:
    """Somebody already written in another home one sees: first looked for by name, then chosen."""
    viewer, seen = writing(request, household_id, policies.edit_household)
    words, chosen = request.POST.get("words", ""), request.POST.get("person", "")
    person = somebody(viewer, chosen) if chosen else None
    form = JoinForm(request.POST if person else None)
    choices: list[Someone] = somebody_called(viewer, words, household_id) if words and not person else []
    asked = Asked(
        seen,
        _("Porta qui una persona già conosciuta"),
        _("Scrivila in questa casa"),
        _("Fatto: la persona è scritta anche in questa casa."),
        template=f"{PAGES}/bring_person.html",
        more={"words": words, "choices": choices, "chosen": person},
    )
    if person is None:
        return show(request, form, asked)
    values = {name: form[name].value() for name in ("role", "kind")}
    return answer(
        request,
        form,
        asked,
        lambda: actions.bring_person(
            person.person, seen.household, by=viewer, since=form.cleaned_data["since"], **values
        ),
    )


@require_http_methods(["GET", "POST"])
def edit_person(request: HttpRequest, household_id: UUID, person_id: UUID) -> HttpResponse:
    """Sex, birth, citizenship, death."""
    viewer, seen = writing(request, household_id, policies.edit_household)
    person = person_or_404(viewer, household_id, person_id)
    form = PersonForm(request.POST or None, row=person)
    back = reverse("person_page", args=[household_id, person.pk])
    asked = Asked(seen, _("Aggiorna la persona"), _("Salva"), _("Fatto: la persona è aggiornata."), back=back)
    return answer(
        request,
        form,
        asked,
        lambda: actions.edit_person(person, seen.household, by=viewer, version=form.read_at, **form.values()),
    )


@require_http_methods(["GET", "POST"])
def leave_home(request: HttpRequest, household_id: UUID, home_id: UUID) -> HttpResponse:
    """Somebody no longer lives here."""
    viewer, seen = writing(request, household_id, policies.edit_household)
    home = found(home_row(viewer, household_id, home_id))
    form = LeaveForm(request.POST or None, row=home)
    asked = Asked(seen, _("Non vive più qui"), _("Salva la data"), _("Fatto: la data è scritta."))
    return answer(
        request,
        form,
        asked,
        lambda: actions.leave_home(home, by=viewer, version=form.read_at, **form.values()),
    )
