"""Two rows that are one person, and back."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from intreccio.parties.people import policies
from intreccio.parties.people.actions import merging as actions
from intreccio.parties.people.forms.persons import MergeForm, PartForm
from intreccio.parties.people.models import Person
from intreccio.parties.people.queries.finding import somebody, somebody_like
from intreccio.parties.people.queries.households import Seen
from intreccio.parties.people.queries.persons import merged_row, name_of
from intreccio.parties.people.views.asking import Asked, answer, found, person_or_404, sent, show, writing


@require_http_methods(["GET", "POST"])
def merge_persons(request: HttpRequest, household_id: UUID, person_id: UUID) -> HttpResponse:
    """Says that another row is this same person. Looked for by name; nothing is lost, and it can be undone."""
    viewer, seen = writing(request, household_id, policies.merge_persons)
    person = person_or_404(viewer, household_id, person_id)
    looking = "words" in request.POST
    words = request.POST.get("words", "") or request.POST.get("sought", "")
    choices = [(str(each.person.pk), str(each)) for each in somebody_like(viewer, person, words)]
    form = MergeForm(None if looking else sent(request), choices=choices)
    asked = asked_to_merge(seen, person, name_of(viewer, person), {"choices": choices, "words": words})
    if looking:
        return show(request, form, asked)

    def write() -> None:
        other = found(somebody(viewer, form.cleaned_data["other"])).person
        actions.merge_persons(person, other, by=viewer, reason=form.cleaned_data["reason"])

    return answer(request, form, asked, write)


def asked_to_merge(seen: Seen, person: Person, name: str, more: dict[str, Any]) -> Asked:
    """The page where the other row is looked for, chosen, and why is written."""
    words = (
        _("È la stessa persona di un'altra scheda"),
        _("Unisci le due schede"),
        _("Fatto: le due schede sono unite."),
    )
    back = reverse("person_page", args=[seen.household.pk, person.pk])
    return Asked(
        seen, *words, lead=name, back=back, template="parties/people/pages/merge_persons.html", more=more
    )


@require_http_methods(["GET", "POST"])
def part_persons(request: HttpRequest, household_id: UUID, person_id: UUID, other_id: UUID) -> HttpResponse:
    """Says that two merged rows are two persons after all."""
    viewer, seen = writing(request, household_id, policies.merge_persons)
    person = person_or_404(viewer, household_id, person_id)
    other = found(merged_row(viewer, person, other_id))
    form = PartForm(sent(request))
    back = reverse("person_page", args=[household_id, person.pk])
    words = (_("Sono due persone"), _("Separa le due schede"), _("Fatto: le schede sono separate."))
    asked = Asked(seen, *words, lead=name_of(viewer, person), back=back)
    return answer(
        request,
        form,
        asked,
        lambda: actions.part_persons(other, by=viewer, reason=form.cleaned_data["reason"]),
    )
