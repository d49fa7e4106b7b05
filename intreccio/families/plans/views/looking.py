"""Along a path: how the things to look at stand."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _

from intreccio.families.plans.actions import looking as actions
from intreccio.families.plans.forms import ReasonForm
from intreccio.families.plans.forms.looking import LooksForm
from intreccio.families.plans.models import FamilyPath
from intreccio.families.plans.queries.choices import person_of
from intreccio.families.plans.queries.looking import Whose, checks_in_sight, looking_of, whose_of
from intreccio.families.plans.queries.paths import walk_of
from intreccio.families.plans.views.asking import answer, sent
from intreccio.families.plans.views.walking import asked_of, find_path, page_of
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.once import second_tap_first
from intreccio.ground.kernel.viewer import Viewer


@second_tap_first
def look_along_path(request: HttpRequest, path_id: UUID) -> HttpResponse:
    """How each thing to look at stands, for the family as one."""
    viewer, path = find_path(request, path_id, "look_along_path")
    whose = next((each for each in whose_of(viewer, path) if each.person_id is None), None)
    return _look(request, viewer, path, whose)


@second_tap_first
def look_at_child(request: HttpRequest, path_id: UUID, person_id: UUID) -> HttpResponse:
    """The same for one child, where somebody lost something."""
    viewer, path = find_path(request, path_id, "look_along_path", page="look_at_child")
    whose = next((each for each in whose_of(viewer, path) if each.person_id == person_id), None)
    return _look(request, viewer, path, whose)


def _look(request: HttpRequest, viewer: Viewer, path: FamilyPath, whose: Whose | None) -> HttpResponse:
    checks = walk_of(path, today()).reading.checks
    if whose is None or not checks:
        raise Http404
    form = LooksForm(sent(request), looking=looking_of(path, checks, [whose])[0])
    about = path.protocol_version.said["checks"]
    asked = asked_of(
        path, whose.name or about["label"], _("Salva"), _("Fatto: è scritto."), lead=about.get("lead", ""),
        template="families/plans/pages/path_looks.html",
    )  # fmt: skip

    def write() -> str:
        person = person_of(viewer, path.case, str(whose.person_id) if whose.person_id else "")
        actions.look_at(path, person, form.answers, by=viewer, today=today())
        return page_of(path)

    return answer(request, form, asked, write)


@second_tap_first
def void_path_check(request: HttpRequest, path_id: UUID, check_id: UUID) -> HttpResponse:
    """One that was written by mistake."""
    viewer, path = find_path(request, path_id, "look_along_path", page="void_path_check")
    row = get_object_or_404(checks_in_sight(path), pk=check_id)
    form = ReasonForm(sent(request))
    asked = asked_of(
        path, _("Non è così"), _("Annulla, era un errore"), _("Fatto: vale di nuovo quello che c'era prima.")
    )

    def write() -> str:
        actions.void_check(path, row, reason=form.cleaned_data["reason"], by=viewer)
        return page_of(path)

    return answer(request, form, asked, write)
