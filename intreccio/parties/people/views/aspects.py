"""What is strong beside what is needed."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from intreccio.ground.needs.queries import tree
from intreccio.parties.people import policies
from intreccio.parties.people.actions import aspects as actions
from intreccio.parties.people.forms.aspects import AspectForm, CloseAspectForm, NewAspectForm
from intreccio.parties.people.models import Aspect
from intreccio.parties.people.queries.aspects import aspect_of
from intreccio.parties.people.queries.members import members_of
from intreccio.parties.people.views.asking import Asked, answer, found, person_or_404, sent, writing


@require_http_methods(["GET", "POST"])
def add_aspect(request: HttpRequest, household_id: UUID) -> HttpResponse:
    """Something strong, or something needed."""
    viewer, seen = writing(request, household_id, policies.edit_household)
    persons = [(member.person.pk, member.name) for member in members_of(viewer, seen) if member.is_written_of]
    chosen = {"kind": request.GET.get("kind", "")}
    form = NewAspectForm(sent(request), tree=tree(viewer), persons=persons, initial=chosen)
    asked = Asked(seen, _("Che cosa serve, che cosa c'è già"), _("Aggiungi"), _("Fatto: è scritto."))

    def write() -> list[Aspect]:
        said = form.values()
        codes, key = said.pop("needs"), said.pop("person")
        person = person_or_404(viewer, household_id, UUID(key)) if key else None
        return actions.add_aspect(seen.household, by=viewer, person=person, need_codes=codes, **said)

    return answer(request, form, asked, write)


@require_http_methods(["GET", "POST"])
def edit_aspect(request: HttpRequest, household_id: UUID, row_id: UUID) -> HttpResponse:
    """The words of one, corrected."""
    viewer, seen = writing(request, household_id, policies.edit_household)
    row = found(aspect_of(viewer, household_id, row_id))
    form = AspectForm(sent(request), row=row)
    also = (
        (_("Non è più così"), reverse("close_aspect", args=[household_id, row_id])),
        (_("Annulla: era uno sbaglio"), reverse("void_row", args=[household_id, "aspect", row_id])),
    )
    asked = Asked(seen, _("Aggiorna le parole"), _("Salva"), _("Fatto: è corretto."), also=also)
    return answer(
        request,
        form,
        asked,
        lambda: actions.edit_aspect(row, by=viewer, version=form.read_at, **form.values()),
    )


@require_http_methods(["GET", "POST"])
def close_aspect(request: HttpRequest, household_id: UUID, row_id: UUID) -> HttpResponse:
    """No longer so."""
    viewer, seen = writing(request, household_id, policies.edit_household)
    row = found(aspect_of(viewer, household_id, row_id))
    form = CloseAspectForm(sent(request), row=row)
    asked = Asked(
        seen, _("Non è più così"), _("Salva la data"), _("Fatto: resta tra ciò che c'era."), lead=row.words
    )
    return answer(
        request,
        form,
        asked,
        lambda: actions.close_aspect(row, by=viewer, version=form.read_at, **form.values()),
    )
