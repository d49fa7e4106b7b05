"""Names, codes and telephones: a small page for each, new or corrected."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from intreccio.ground.kernel.refused import Words
from intreccio.parties.people import policies
from intreccio.parties.people.actions import person_rows as actions
from intreccio.parties.people.forms.persons import ContactPointForm, IdentifierForm, NameForm
from intreccio.parties.people.forms.rows import RowForm
from intreccio.parties.people.queries.persons import contact_point_row, identifier_row, name_of, name_row
from intreccio.parties.people.views.asking import Asked, answer, found, person_or_404, sent, writing


@dataclass(frozen=True, slots=True)
class Kind:
    """One of the three kinds of row: its form, how it is found, written and corrected."""

    form: type[RowForm]
    find: Callable[..., Any]
    add: Callable[..., Any]
    edit: Callable[..., Any]
    new: Words
    old: Words


NAME = Kind(
    NameForm, name_row, actions.add_name, actions.edit_name, _("Un altro nome"), _("Correggi il nome")
)
IDENTIFIER = Kind(
    IdentifierForm,
    identifier_row,
    actions.add_identifier,
    actions.edit_identifier,
    _("Aggiungi un codice"),
    _("Correggi il codice"),
)
CONTACT_POINT = Kind(
    ContactPointForm,
    contact_point_row,
    actions.add_contact_point,
    actions.edit_contact_point,
    _("Aggiungi un telefono o un'e-mail"),
    _("Correggi il contatto"),
)


def add(request: HttpRequest, kind: Kind, household_id: UUID, person_id: UUID) -> HttpResponse:
    """A new row of a person."""
    viewer, seen = writing(request, household_id, policies.edit_household)
    person = person_or_404(viewer, household_id, person_id)
    form = kind.form(sent(request))
    back = reverse("person_page", args=[household_id, person.pk])
    words = (kind.new, _("Salva"), _("Fatto: è scritto."))
    asked = Asked(seen, *words, lead=name_of(viewer, person), back=back)
    return answer(request, form, asked, lambda: kind.add(person, seen.household, by=viewer, **form.values()))


def edit(request: HttpRequest, kind: Kind, household_id: UUID, person_id: UUID, row_id: UUID) -> HttpResponse:
    """A row of a person, corrected."""
    viewer, seen = writing(request, household_id, policies.edit_household)
    person = person_or_404(viewer, household_id, person_id)
    row = found(kind.find(viewer, person, row_id))
    form = kind.form(sent(request), row=row)
    back = reverse("person_page", args=[household_id, person.pk])
    words = (kind.old, _("Salva"), _("Fatto: è corretto."))
    asked = Asked(seen, *words, lead=name_of(viewer, person), back=back)
    return answer(
        request,
        form,
        asked,
        lambda: kind.edit(row, seen.household, by=viewer, version=form.read_at, **form.values()),
    )


@require_http_methods(["GET", "POST"])
def add_name(request: HttpRequest, household_id: UUID, person_id: UUID) -> HttpResponse:
    """One more name."""
    return add(request, NAME, household_id, person_id)


@require_http_methods(["GET", "POST"])
def edit_name(request: HttpRequest, household_id: UUID, person_id: UUID, row_id: UUID) -> HttpResponse:
    """A name, corrected."""
    return edit(request, NAME, household_id, person_id, row_id)


@require_http_methods(["GET", "POST"])
def add_identifier(request: HttpRequest, household_id: UUID, person_id: UUID) -> HttpResponse:
    """One more code."""
    return add(request, IDENTIFIER, household_id, person_id)


@require_http_methods(["GET", "POST"])
def edit_identifier(request: HttpRequest, household_id: UUID, person_id: UUID, row_id: UUID) -> HttpResponse:
    """A code, corrected."""
    return edit(request, IDENTIFIER, household_id, person_id, row_id)


@require_http_methods(["GET", "POST"])
def add_contact_point(request: HttpRequest, household_id: UUID, person_id: UUID) -> HttpResponse:
    """One more way to reach somebody."""
    return add(request, CONTACT_POINT, household_id, person_id)


@require_http_methods(["GET", "POST"])
def edit_contact_point(
    request: HttpRequest, household_id: UUID, person_id: UUID, row_id: UUID
) -> HttpResponse:
    """A way to reach somebody, corrected."""
    return edit(request, CONTACT_POINT, household_id, person_id, row_id)
