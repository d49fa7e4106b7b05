"""A child at school along a protocol: how it begins, one of them as it is walked, how it ends."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from intreccio.answers.school import policies
from intreccio.answers.school.actions import paths as actions
from intreccio.answers.school.actions.paths import Lost
from intreccio.answers.school.forms.paths import BeginSchoolPathForm, EditSchoolPathForm, EndSchoolPathForm
from intreccio.answers.school.models import SchoolPath
from intreccio.answers.school.queries.paths import (
    contacts_for,
    family_path_of,
    is_in_peace,
    mark_in_sight,
    mistakes_of,
    peace_said,
    school_paths_in_sight,
    startable_at_school,
    walk_of,
)
from intreccio.answers.school.queries.pupils import family_in_sight, home_of, pupil_to_read
from intreccio.answers.school.queries.touch import who_talks_instead
from intreccio.answers.school.views.asking import Asked, ask, find_pupil, find_row, page_of, sent
from intreccio.families.plans.models import FamilyPath
from intreccio.families.plans.queries.letters import silence_of
from intreccio.ground.design.sheets import Now, standing
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.once import second_tap_first
from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.organisations.models import Team
from intreccio.workshop.protocols.forms.running import MarkForm
from intreccio.workshop.protocols.forms.versions import VoidForm
from intreccio.workshop.protocols.models import ProtocolVersion
from intreccio.workshop.protocols.rules.definition import title_of
from intreccio.workshop.protocols.vocabulary import PartKind

VERB = "walk_at_school"


@require_safe
def school_path_page(request: HttpRequest, school_path_id: UUID) -> HttpResponse:
    """What is to be done now, what comes, what was done, the words for that age; silence and days in peace."""
    viewer, path = find_row(request, school_paths_in_sight, school_path_id)
    walk, home = walk_of(path, today()), home_of(path)
    goes_on = path.ended_on is None and path.voided_at is None
    may = policies.what_may(viewer, path.team_id) if goes_on else set()
    seen = family_in_sight(viewer, home.pk)
    peace = is_in_peace(path, today()) and not path.stilled_on
    context = {
        "path": path, "family": home, "pupil": pupil_to_read(viewer, seen, path.child_id) if seen else None, "walk": walk,
        "reading": walk.reading, "may_mark": VERB in may, "mark_name": "mark_school_step", "void_name": "void_school_mark",
        "instead": who_talks_instead(path, today()) if goes_on and not path.stilled_on else "", "silence": silence_of(home.pk),
        "no_longer": mistakes_of(path, walk), "peace": peace_said(walk.reading.said) if peace else "",
    }  # fmt: skip
    return render(request, "answers/school/pages/school_path_page.html", context)


@second_tap_first
def begin_school_path(
    request: HttpRequest, household_id: UUID, person_id: UUID, protocol_version_id: UUID
) -> HttpResponse:
    """With a version in use; from a family's own path, with its day and its loss."""
    viewer, seen, pupil = find_pupil(request, household_id, person_id, VERB)
    version = _that_begins(viewer, protocol_version_id)
    came_from = family_path_of(viewer, household_id, request.GET.get("path", ""))
    form = _beginning(request, viewer, seen.household.team, version, came_from)
    said, back = _("Fatto: il percorso è cominciato."), page_of(household_id, pupil.member.person.pk)
    lead = f"{pupil.member.name}. {version.said['lead']}"
    asked = Asked(version.title, _("Comincia"), said, back, _("La scuola"), lead)

    def write() -> str:
        child = pupil.member.person
        path = actions.begin_school_path(
            seen.household, child, version, _lost(form, came_from), by=viewer, today=today()
        )
        return _page(path)

    return ask(request, asked, form, write)


@second_tap_first
def edit_school_path(request: HttpRequest, school_path_id: UUID) -> HttpResponse:
    """Another person talks with the school."""
    viewer, path = _open(request, school_path_id)
    if request.method != "POST":
        actions.require_asking(path)
    contacts = contacts_for(path.household.team, today(), path.contact)
    form = EditSchoolPathForm(sent(request), path=path, contacts=contacts)
    asked = _asked(path, _("Chi parla con la scuola"), _("Salva"), _("Fatto: è aggiornato."))

    def write() -> None:
        contact = UUID(form.cleaned_data["contact"])
        actions.edit_school_path(path, contact, version=form.read_at, by=viewer, today=today())

    return ask(request, asked, form, write, now=_contact_now(path))


@second_tap_first
def mark_school_step(request: HttpRequest, school_path_id: UUID, step: str) -> HttpResponse:
    """What was done of a step, or why it is not needed."""
    viewer, path = _open(request, school_path_id)
    told = next((each.told for each in walk_of(path, today()).steps if each.code == step), None)
    if told is None:
        raise Http404
    form = MarkForm(sent(request))
    asked = _asked(path, told.part["title"], _("Scrivi"), _("Fatto: è scritto."), told.part["text"])

    def write() -> None:
        said = form.cleaned_data
        actions.mark_school_step(
            path, step, said["state"], day=said["day"], words=said["words"], by=viewer, today=today()
        )

    return ask(request, asked, form, write)


@second_tap_first
def void_school_mark(request: HttpRequest, school_path_id: UUID, school_mark_id: UUID) -> HttpResponse:
    """One that was written by mistake."""
    viewer, path = _open(request, school_path_id)
    mark = get_object_or_404(
        mark_in_sight(path).select_related("household", "path__household"), pk=school_mark_id
    )
    form = VoidForm(sent(request))
    said = _("Fatto: il passo aspetta di nuovo.")
    step = title_of(path.protocol_version.said, PartKind.STEPS, mark.step)
    asked = _asked(path, _("Non è andata così"), _("Annulla, era un errore"), said, step)
    return ask(
        request,
        asked,
        form,
        lambda: actions.void_school_mark(mark, reason=form.cleaned_data["reason"], by=viewer),
    )


@second_tap_first
def end_school_path(request: HttpRequest, school_path_id: UUID) -> HttpResponse:
    """At school one goes on without it."""
    viewer, path = _open(request, school_path_id)
    form = EndSchoolPathForm(sent(request), path=path)
    lead = _("A scuola si va avanti da sé. Resta da leggere, e se serve se ne comincia un altro.")
    asked = _asked(
        path, _("Il percorso finisce"), _("Chiudi il percorso"), _("Fatto: il percorso è finito."), lead
    )

    def write() -> None:
        day = form.cleaned_data["day"]
        actions.end_school_path(path, day=day, version=form.read_at, by=viewer, today=today())

    return ask(request, asked, form, write, now=standing(path, form))


def _contact_now(path: SchoolPath) -> Now:
    """Whom somebody else chose meanwhile."""

    def read() -> dict[str, Any]:
        path.refresh_from_db(fields=("version", "contact"))
        return {"version": path.version, "contact": str(path.contact_id)}

    return read


def _beginning(
    request: HttpRequest, viewer: Viewer, team: Team, version: ProtocolVersion, came_from: FamilyPath | None
) -> BeginSchoolPathForm:
    """From the family's own path, its day and what was lost."""
    first: dict[str, Any] = {"contact": str(viewer.membership_id)}
    first |= {"zero": came_from.zero, "loss": came_from.loss} if came_from else {}
    contacts = contacts_for(team, today())
    return BeginSchoolPathForm(sent(request), definition=version.said, contacts=contacts, initial=first)


def _lost(form: BeginSchoolPathForm, came_from: FamilyPath | None) -> Lost:
    said = form.cleaned_data
    return Lost(said["zero"], said.get("loss", ""), UUID(said["contact"]), came_from)


def _open(request: HttpRequest, key: UUID) -> tuple[Viewer, SchoolPath]:
    viewer, path = find_row(request, school_paths_in_sight, key, VERB)
    if request.method != "POST":
        actions.require_going_on(path)
    return viewer, path


def _that_begins(viewer: Viewer, key: UUID) -> ProtocolVersion:
    version = next((each.row for each in startable_at_school(viewer) if each.row.pk == key), None)
    if version is None:
        raise Http404
    return version


def _asked(path: SchoolPath, title: Words, button: Words, said: Words, lead: Words = "") -> Asked:
    return Asked(title, button, said, _page(path), path.protocol_version.title, lead)


def _page(path: SchoolPath) -> str:
    return reverse("school_path_page", args=[path.pk])
