"""Households: the list, a new one, one of them."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.keys import new_key
from intreccio.ground.kernel.once import once
from intreccio.ground.kernel.panels import panels_for, viewer_of
from intreccio.ground.kernel.reading import record_reading
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people import policies
from intreccio.parties.people.actions import households as actions
from intreccio.parties.people.actions.newcomers import Draft
from intreccio.parties.people.forms.households import HouseholdForm, NewHouseholdForm
from intreccio.parties.people.forms.persons import DraftsFormSet, drafts
from intreccio.parties.people.queries.aspects import aspects_of
from intreccio.parties.people.queries.known import Hint, Sought, hints_for
from intreccio.parties.people.queries.languages import told_in
from intreccio.parties.people.queries.listing import begins_after, page_of, teams_to_choose
from intreccio.parties.people.queries.members import Member, first_names, members_of
from intreccio.parties.people.queries.places import district_places
from intreccio.parties.people.queries.responsibility import deciding_of
from intreccio.parties.people.queries.sight import teams_of
from intreccio.parties.people.queries.story import gathered, story_of
from intreccio.parties.people.views.asking import Asked, answer, found, opening, sent, writing


@require_safe
def household_list(request: HttpRequest) -> HttpResponse:
    """The viewer's families by name, 25 at a time; filters are codes, the next page an opaque id."""
    viewer = viewer_of(request)
    after, team = code_in(request, "after"), code_in(request, "team")
    begin = found(begins_after(viewer, after)) if after else None
    places = district_places()
    asked = request.GET.get("municipality", "")
    municipality = asked if asked in places else ""
    page = page_of(viewer, after=begin, municipality=municipality, team_id=team)
    record_reading(viewer, "household_list", shown=[line.key for line in page.lines], count=len(page.lines))
    context = {
        "page": page,
        "teams": teams_to_choose(viewer),
        "places": places.items(),
        "here": municipality,
        "team": team,
        "may_create": policies.create_household(viewer),
        "may_import": policies.import_families(viewer),
    }
    return render(request, "parties/people/pages/household_list.html", context)


def code_in(request: HttpRequest, name: str) -> UUID | None:
    """An id in the query string. Raises Http404 for anything else."""
    try:
        return UUID(request.GET[name]) if request.GET.get(name) else None
    except ValueError:
        raise Http404 from None


@require_http_methods(["GET", "POST"])
def create_household(request: HttpRequest) -> HttpResponse:
    """A new family with its first persons. Before writing, says who is already known; never merges by itself."""
    viewer = viewer_of(request)
    policies.create_household.require(viewer)
    data = sent(request)
    teams = list(teams_of(viewer).values_list("pk", "name"))
    # Asking for one more person judges nothing yet: what was typed is only kept.
    more = data is not None and "more" in data
    form = NewHouseholdForm(None if more else data, teams=teams, initial=kept(request) if more else {})
    persons = drafts(data)
    context = {"form": form, "persons": persons, "more": more}
    if data is None or more:
        return render(request, "parties/people/pages/create_household.html", context)
    if not all([form.is_valid(), persons.is_valid()]):
        return render(request, "parties/people/pages/create_household.html", context, status=422)
    if "another" not in data and (hints := hints_of(viewer, persons.drafts())):
        return render(request, "parties/people/pages/create_household.html", {**context, "hints": hints})
    address = written(viewer, form, persons)
    messages.success(request, str(_("Fatto: la famiglia è scritta.")))
    return redirect(address)


def kept(request: HttpRequest) -> dict[str, object]:
    """What was typed about the household, to be shown again as it was."""
    names = [name for name in NewHouseholdForm.base_fields if name in request.POST]
    return {name: request.POST.getlist(name) if name == "languages" else request.POST[name] for name in names}


def written(viewer: Viewer, form: NewHouseholdForm, persons: DraftsFormSet) -> str:
    """Household and persons, in one transaction and once; answers where it can be read."""
    key = new_key()
    address = reverse("household_page", args=[key])

    def write() -> str:
        actions.begin_household(by=viewer, today=today(), persons=persons.drafts(), key=key, **form.values())
        return address

    return once(form.cleaned_data["once"], write, leads_to=address)


def hints_of(viewer: Viewer, persons: list[Draft]) -> list[tuple[Draft, Hint]]:
    """Who of these is already known. Beyond the hourly limit there are no hints, and the family can be written."""
    sought = [Sought(person.family, person.birth_date, person.fiscal_code) for person in persons]
    return [(person, hint) for person, hint in zip(persons, hints_for(viewer, sought), strict=False) if hint]


def by_standing(members: list[Member]) -> dict[str, list[Member]]:
    """Who is here, who is of the family and lives elsewhere, who was here, and who was written here by mistake."""
    return {
        "members": [member for member in members if member.belongs],
        "kin": [member for member in members if member.is_kin and not member.is_lost],
        "gone": [
            member
            for member in members
            if not (member.belongs or member.is_kin or member.mistake or member.is_lost)
        ],
        "mistakes": [member for member in members if member.mistake],
    }


@require_safe
def household_page(request: HttpRequest, household_id: UUID) -> HttpResponse:
    """One family, as far as the viewer sees it."""
    viewer, seen = opening(request, household_id)
    members = members_of(viewer, seen)
    context = {
        "seen": seen,
        "household": seen.household,
        **by_standing(members),
        "who": first_names(members),
        "spoken": told_in(seen, [one for one in members if one.lives_here], today()),
        "address": seen.address,
        "deciding": deciding_of(household_id, members if seen.shows_record else [], today()),
        "aspects": aspects_of(viewer, seen),
        "story": gathered(story_of(viewer, seen)),
        "writes": seen.is_written and policies.edit_household(viewer),
        "protects": seen.is_written and policies.protect_address(viewer),
        "panels": panels_for(request, "household.page", household=seen.household),
        "side": panels_for(request, "household.side", household=seen.household),
    }
    return render(request, "parties/people/pages/household_page.html", context)


@require_http_methods(["GET", "POST"])
def edit_household(request: HttpRequest, household_id: UUID) -> HttpResponse:
    """Name and municipality."""
    viewer, seen = writing(request, household_id, policies.edit_household)
    form = HouseholdForm(sent(request), row=seen.household)
    also = ((_("Chi parla quale lingua"), reverse("language_list", args=[household_id])),)
    asked = Asked(
        seen, _("Aggiorna la famiglia"), _("Salva"), _("Fatto: la famiglia è aggiornata."), also=also
    )
    return answer(
        request,
        form,
        asked,
        lambda: actions.edit_household(seen.household, by=viewer, version=form.read_at, **form.values()),
    )
