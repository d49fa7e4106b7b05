"""A birth is awaited, and comes, or does not."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from intreccio.parties.people import policies
from intreccio.parties.people.actions import life as actions
from intreccio.parties.people.forms.life import BirthForm, ExpectChildForm, HappenedForm
from intreccio.parties.people.queries.life import here_of, named, persons_by_key
from intreccio.parties.people.queries.persons import name_of
from intreccio.parties.people.views.asking import answer, person_or_404, sent, writing
from intreccio.parties.people.views.life.asking import asked_of_life


@require_http_methods(["GET", "POST"])
def expect_child(request: HttpRequest, household_id: UUID) -> HttpResponse:
    """Somebody is awaited."""
    viewer, seen = writing(request, household_id, policies.edit_household)
    form = ExpectChildForm(sent(request), persons=named(here_of(viewer, seen).adults))
    words = (_("È attesa una nascita"), _("Scrivila"), _("Fatto: la nascita attesa è scritta."))

    def write() -> object:
        said = form.cleaned_data
        parents = tuple(persons_by_key(household_id, said["parents"]).values())
        return actions.expect_child(
            seen.household, by=viewer, due_on=said["due_on"], parents=parents, note=said["note"]
        )

    return answer(request, form, asked_of_life(seen, *words), write)


@require_http_methods(["GET", "POST"])
def record_birth(request: HttpRequest, household_id: UUID, person_id: UUID) -> HttpResponse:
    """Who was awaited is born."""
    viewer, seen = writing(request, household_id, policies.edit_household)
    person = person_or_404(viewer, household_id, person_id)
    form = BirthForm(sent(request), row=person)
    words = (_("È nato, è nata"), _("Scrivi la nascita"), _("Fatto: la nascita è scritta. Auguri."))
    asked = asked_of_life(seen, *words, _("Per un gemello o una gemella, poi, «Aggiungi una persona»."))
    return answer(
        request,
        form,
        asked,
        lambda: actions.record_birth(
            person, seen.household, by=viewer, version=form.read_at, **form.values()
        ),
    )


@require_http_methods(["GET", "POST"])
def record_loss(request: HttpRequest, household_id: UUID, person_id: UUID) -> HttpResponse:
    """Who was awaited will not be born."""
    viewer, seen = writing(request, household_id, policies.edit_household)
    person = person_or_404(viewer, household_id, person_id)
    form = HappenedForm(sent(request), row=person)
    words = (_("La gravidanza si è interrotta"), _("Scrivilo"), _("Fatto: è scritto."))
    return answer(
        request,
        form,
        asked_of_life(seen, *words, name_of(viewer, person)),
        lambda: actions.record_loss(person, seen.household, by=viewer, version=form.read_at, **form.values()),
    )
