"""Persons of a home: being written, brought in, read, edited, leaving."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.panels import panels_for
from intreccio.parties.people import policies
from intreccio.parties.people.actions import persons as actions
from intreccio.parties.people.forms.persons import AddPersonForm, JoinForm, PersonForm
from intreccio.parties.people.models import HouseholdMembership, Person
from intreccio.parties.people.queries.finding import answers_for, somebody, somebody_called
from intreccio.parties.people.queries.households import Seen
from intreccio.parties.people.queries.languages import told_of
from intreccio.parties.people.queries.life import death_of, how_death_was_told
from intreccio.parties.people.queries.persons import known_of, name_of, senses_left
from intreccio.parties.people.queries.responsibility import of_person
from intreccio.parties.people.views.asking import (
    Asked,
    answer,
    opening,
    person_or_404,
    sent,
    show,
    writing,
)


@require_safe
def person_page(request: HttpRequest, household_id: UUID, person_id: UUID) -> HttpResponse:
    """All that is known of one person, past and mistaken rows too."""
    viewer, seen = opening(request, household_id, shown=[person_id])
    person = person_or_404(viewer, household_id, person_id)
    known, writes = known_of(viewer, person), seen.is_written and policies.edit_household(viewer)
    context = {
        "seen": seen,
        "household": seen.household,
        "known": known,
        "senses": senses_left(known, household_id, today()) if writes else [],
        "person": person,
        "writes_home": writes,
        "writes": writes and answers_for(person.pk),
        "spoken": told_of(seen, person.pk, today()),
        "of": of_person(viewer, seen, person.pk, today()),
        "merges": seen.is_written and policies.merge_persons(viewer),
        "panels": panels_for(request, "person.page", seen=seen, person=person),
    }
    return render(request, "parties/people/pages/person_page.html", context)


@require_http_methods(["GET", "POST"])
def add_person(request: HttpRequest, household_id: UUID) -> HttpResponse:
    """Somebody new."""
    viewer, seen = writing(request, household_id, policies.edit_household)
    form = AddPersonForm(sent(request))
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
    choices = somebody_called(viewer, words, household_id) if words and person is None else []
    form = JoinForm(request.POST if person else None)
    asked = asked_to_bring(seen, {"words": words, "choices": choices, "chosen": person})
    if person is None:
        return show(request, form, asked)

    def write() -> HouseholdMembership:
        return actions.bring_person(person.person, seen.household, by=viewer, **form.values())

    return answer(request, form, asked, write)


def asked_to_bring(seen: Seen, more: dict[str, Any]) -> Asked:
    """The page where somebody is looked for, chosen, and since when is written."""
    words = (
        _("Porta qui una persona già conosciuta"),
        _("Scrivila in questa casa"),
        _("Fatto: la persona è scritta anche in questa casa."),
    )
    return Asked(seen, *words, template="parties/people/pages/bring_person.html", more=more)


@require_http_methods(["GET", "POST"])
def edit_person(request: HttpRequest, household_id: UUID, person_id: UUID) -> HttpResponse:
    """Sex, birth, citizenships, death."""
    viewer, seen = writing(request, household_id, policies.edit_household)
    person = person_or_404(viewer, household_id, person_id)
    told = how_death_was_told(viewer, person) if person.died_on else {}
    death = death_of(person) if told.get("happened") else None
    form = PersonForm(sent(request), row=person, told=told)
    back = reverse("person_page", args=[household_id, person.pk])
    words = (_("Aggiorna la persona"), _("Salva"), _("Fatto: la persona è aggiornata."))
    undo = reverse("undo_life_event", args=[death.household_id, death.pk]) if death else ""
    also = ((_("La morte era uno sbaglio: annullala"), undo),) if undo else ()
    asked = Asked(seen, *words, lead=name_of(viewer, person), back=back, also=also)
    return answer(
        request,
        form,
        asked,
        lambda: actions.edit_person(person, seen.household, by=viewer, version=form.read_at, **form.values()),
    )
