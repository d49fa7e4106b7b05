"""In which sense somebody is of a home, and since when: one more of the three, or corrected."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from intreccio.parties.people import policies
from intreccio.parties.people.actions import persons as actions
from intreccio.parties.people.forms.persons import HomeForm, SenseForm
from intreccio.parties.people.queries.persons import home_row, name_of
from intreccio.parties.people.views.asking import Asked, answer, found, person_or_404, sent, writing


@require_http_methods(["GET", "POST"])
def add_home(request: HttpRequest, household_id: UUID, person_id: UUID) -> HttpResponse:
    """Somebody of this home is also registered here, counts for its ISEE, or lives here."""
    viewer, seen = writing(request, household_id, policies.edit_household)
    person = person_or_404(viewer, household_id, person_id)
    proposed = {name: request.GET[name] for name in ("kind", "role") if name in request.GET}
    form = SenseForm(sent(request), initial=proposed)
    words = (_("In che altro senso è di questa casa"), _("Salva"), _("Fatto: è scritto."))
    back = reverse("person_page", args=[household_id, person.pk])
    asked = Asked(seen, *words, lead=name_of(viewer, person), back=back)

    def write() -> object:
        return actions.bring_person(person, seen.household, by=viewer, **form.values())

    return answer(request, form, asked, write)


@require_http_methods(["GET", "POST"])
def edit_home(request: HttpRequest, household_id: UUID, home_id: UUID) -> HttpResponse:
    """What somebody is here, and since when, corrected."""
    viewer, seen = writing(request, household_id, policies.edit_household)
    home = found(home_row(viewer, household_id, home_id))
    form = HomeForm(sent(request), row=home)
    words = (_("Correggi da quando è in questa casa"), _("Salva"), _("Fatto: è corretto."))
    back = reverse("person_page", args=[household_id, home.person_id])
    lead = f"{name_of(viewer, home.person)} · {home.get_kind_display()}"
    asked = Asked(seen, *words, lead=lead, back=back)

    def write() -> None:
        actions.edit_home(home, by=viewer, version=form.read_at, **form.values())

    return answer(request, form, asked, write)
