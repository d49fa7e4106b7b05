"""A mistaken row, of any kind, is voided with its reason."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from intreccio.parties.people import policies
from intreccio.parties.people.actions import voiding as actions
from intreccio.parties.people.forms.rows import VoidForm
from intreccio.parties.people.models import Bond, FamilyDocument, Isee, Kinship, Responsibility
from intreccio.parties.people.queries.mistakes import row_to_void, words_of
from intreccio.parties.people.views.asking import Asked, answer, found, sent, writing

PAGES: dict[type, str] = {
    Bond: "ecomap",
    FamilyDocument: "document_list",
    Isee: "isee_list",
    Kinship: "genogram",
    Responsibility: "responsibility_list",
}
ABILITY = {"protected_address": policies.protect_address, "responsibility": policies.write_responsibility}


@require_http_methods(["GET", "POST"])
def void_row(request: HttpRequest, household_id: UUID, noun: str, row_id: UUID) -> HttpResponse:
    """`noun` says which kind: one of `queries.mistakes`."""
    viewer, seen = writing(request, household_id, ABILITY.get(noun, policies.edit_household))
    row = found(row_to_void(viewer, household_id, noun, row_id))
    form = VoidForm(sent(request))
    words = (_("Annulla una riga sbagliata"), _("Annulla la riga"), _("Fatto: la riga è annullata."))
    asked = Asked(seen, *words, lead=words_of(viewer, row), back=page_of(row, household_id))
    return answer(
        request,
        form,
        asked,
        lambda: actions.void_row(row, seen.household, by=viewer, reason=form.reason_said),
    )


def page_of(row: actions.Mistake, household_id: UUID) -> str:
    """Where the row is read: the person's page, or the family's."""
    if isinstance(row, actions.OF_PERSON):
        return reverse("person_page", args=[household_id, row.person_id])
    return reverse(PAGES.get(type(row), "household_page"), args=[household_id])
