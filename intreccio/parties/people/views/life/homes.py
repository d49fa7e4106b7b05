"""Homes that part, become one, and who lives in which."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from intreccio.parties.people import policies
from intreccio.parties.people.actions import life as actions
from intreccio.parties.people.forms.life import (
    FosterForm,
    HappenedForm,
    JoinHomesForm,
    LeaveForm,
    PartHomeForm,
)
from intreccio.parties.people.queries.life import here_of, named, persons_by_key, stay_of
from intreccio.parties.people.queries.persons import home_row, name_of
from intreccio.parties.people.views.asking import Asked, answer, found, person_or_404, sent, writing
from intreccio.parties.people.views.life.asking import asked_of_life
from intreccio.parties.people.vocabulary import LivingKind


@require_http_methods(["GET", "POST"])
def leave_home(request: HttpRequest, household_id: UUID, home_id: UUID) -> HttpResponse:
    """Somebody no longer lives here."""
    viewer, seen = writing(request, household_id, policies.edit_household)
    home = found(home_row(viewer, household_id, home_id))
    form = LeaveForm(sent(request), row=home)
    words = (home.no_longer, _("Salva la data"), _("Fatto: la data è scritta."))
    asked = Asked(seen, *words, lead=name_of(viewer, home.person))

    def write() -> object:
        kin = form.cleaned_data["still_kin"]
        return actions.leave_home(home, by=viewer, version=form.read_at, still_kin=kin, **form.values())

    return answer(request, form, asked, write)


@require_http_methods(["GET", "POST"])
def part_home(request: HttpRequest, household_id: UUID) -> HttpResponse:
    """Part of the family goes to live elsewhere."""
    viewer, seen = writing(request, household_id, policies.edit_household)
    policies.create_household.require(viewer)
    here = here_of(viewer, seen)
    adults = [member for member in here.living if not member.is_minor]
    form = PartHomeForm(sent(request), persons=named(here.born), adults=named(adults))
    words = (
        _("Una parte della famiglia vive altrove"),
        _("Scrivi la seconda casa"),
        _("Fatto: ora sono due case."),
    )

    def write() -> object:
        said = form.cleaned_data
        return actions.part_home(
            seen.household, form.parting(), by=viewer, day=said["day"], note=said["note"]
        )

    return answer(request, form, asked_of_life(seen, *words, seen.household.name), write)


@require_http_methods(["GET", "POST"])
def join_homes(request: HttpRequest, household_id: UUID) -> HttpResponse:
    """Two homes become one."""
    viewer, seen = writing(request, household_id, policies.edit_household)
    form = JoinHomesForm(sent(request))
    words = (_("Due case diventano una"), _("Unisci le case"), _("Fatto: ora è una casa sola."))
    lead = _("Chi vive nell'altra casa vivrà in questa. L'altra resta da leggere, con la sua storia.")

    def write() -> object:
        said = form.cleaned_data
        return actions.join_homes(seen.household, said["code"], by=viewer, day=said["day"], note=said["note"])

    return answer(request, form, asked_of_life(seen, *words, lead), write)


@require_http_methods(["GET", "POST"])
def foster_child(request: HttpRequest, household_id: UUID, person_id: UUID) -> HttpResponse:
    """A child is looked after elsewhere."""
    viewer, seen = writing(request, household_id, policies.edit_household)
    person = person_or_404(viewer, household_id, person_id)
    home = found(stay_of(viewer, household_id, person, LivingKind.LIVES))
    form = FosterForm(sent(request), persons=named(here_of(viewer, seen).adults))
    words = (_("Vive con chi se ne prende cura"), _("Scrivilo"), _("Fatto: è scritto con chi vive ora."))
    asked = asked_of_life(seen, *words, name_of(viewer, person))

    def write() -> object:
        said = form.cleaned_data
        chosen = persons_by_key(household_id, [said["carer"]] if said["carer"] else [])
        carer = form.who(chosen.get(said["carer"]))
        return actions.foster_child(home, carer, by=viewer, day=said["day"], note=said["note"])

    return answer(request, form, asked, write)


@require_http_methods(["GET", "POST"])
def return_home(request: HttpRequest, household_id: UUID, person_id: UUID) -> HttpResponse:
    """Somebody of the family lives here again."""
    viewer, seen = writing(request, household_id, policies.edit_household)
    person = person_or_404(viewer, household_id, person_id)
    home = found(stay_of(viewer, household_id, person, LivingKind.KIN))
    form = HappenedForm(sent(request), row=person)
    words = (_("Vive di nuovo qui"), _("Scrivilo"), _("Fatto: vive di nuovo qui."))
    back = reverse("person_page", args=[household_id, person.pk])
    asked = Asked(seen, *words, lead=name_of(viewer, person), back=back)
    return answer(request, form, asked, lambda: actions.return_home(home, by=viewer, **form.values()))
