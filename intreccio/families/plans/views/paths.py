"""Paths of a family: which there are, one of them as it is walked, how it begins and ends."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from intreccio.families.cases.models import Case
from intreccio.families.cases.policies import is_in_charge
from intreccio.families.cases.queries.cases import cases_in_sight
from intreccio.families.plans import policies
from intreccio.families.plans.actions import paths as actions
from intreccio.families.plans.actions.paths import Walked
from intreccio.families.plans.forms.paths import PathForm
from intreccio.families.plans.models import FamilyPath
from intreccio.families.plans.queries.along import along
from intreccio.families.plans.queries.beginning import in_turn, proposed
from intreccio.families.plans.queries.choices import Choice, person_of, persons_of
from intreccio.families.plans.queries.paths import contacts_for, paths_in_sight, paths_of, startable
from intreccio.families.plans.queries.people import first_name
from intreccio.families.plans.views.asking import Asked, answer, find, sent
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.once import second_tap_first
from intreccio.ground.kernel.panels import panels_for, viewer_of
from intreccio.ground.kernel.reading import record_reading
from intreccio.ground.kernel.viewer import Viewer
from intreccio.workshop.protocols.models import ProtocolVersion


@require_safe
def path_list(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """The paths of a family; for whoever may, those that can begin."""
    viewer = viewer_of(request)
    case = get_object_or_404(cases_in_sight(viewer), pk=case_id)
    record_reading(viewer, "path_list", household_id=case.household_id, shown=[case.household_id])
    may = policies.begin_path(viewer) and is_in_charge(viewer, case.team_id) and case.voided_at is None
    context = {
        "case": case,
        "family": case.household,
        "paths": paths_of(viewer, case),
        "startable": in_turn(case, startable(viewer)) if may else [],
    }
    return render(request, "families/plans/pages/path_list.html", context)


@require_safe
def path_page(request: HttpRequest, path_id: UUID) -> HttpResponse:
    """One path: what is to be done now, what comes, what was done, the words of the guide."""
    viewer = viewer_of(request)
    path = get_object_or_404(paths_in_sight(viewer), pk=path_id)
    record_reading(viewer, "path_page", household_id=path.household_id, shown=[path.household_id])
    may = policies.path_may(viewer, path)
    context = {
        "path": path, "family": path.case.household, "may": may, "may_mark": "mark_path_step" in may,
        "mark_name": "mark_path_step", "void_name": "void_path_mark", "panels": panels_for(request, "path.page", path=path),
    }  # fmt: skip
    return render(request, "families/plans/pages/path_page.html", context | along(viewer, path, today()))


@second_tap_first
def begin_path(request: HttpRequest, case_id: UUID, protocol_version_id: UUID) -> HttpResponse:
    """A path with a version in use."""
    viewer, case = find(request, cases_in_sight, case_id, "begin_path")
    version = _that_begins(viewer, protocol_version_id)
    _opening(request, viewer, case, "begin_path")
    form = _form(request, viewer, case, version)
    asked = Asked(
        case, version.title, _("Comincia"), _("Fatto: il percorso è cominciato."), lead=version.said["lead"]
    )

    def write() -> str:
        path = actions.begin_path(case, version, _walked(viewer, case, form), by=viewer, today=today())
        return reverse("path_page", args=[path.pk])

    return answer(request, form, asked, write)


@second_tap_first
def edit_path(request: HttpRequest, path_id: UUID) -> HttpResponse:
    """Another day, another person who keeps in touch."""
    viewer, path = find(request, paths_in_sight, path_id, "edit_path")
    _opening(request, viewer, path.case, "edit_path")
    form = _form(request, viewer, path.case, path.protocol_version, row=path)
    asked = Asked(
        path.case,
        _("Da quando, e con chi"),
        _("Salva"),
        _("Fatto: è aggiornato."),
        back=reverse("path_page", args=[path.pk]),
        within=path.protocol_version.title,
    )

    def write() -> str:
        walked = _walked(viewer, path.case, form, path)
        actions.edit_path(path, walked, version=form.read_at, by=viewer, today=today())
        return reverse("path_page", args=[path.pk])

    return answer(request, form, asked, write)


def _that_begins(viewer: Viewer, key: UUID) -> ProtocolVersion:
    version = next((each.row for each in startable(viewer) if each.row.pk == key), None)
    if version is None:
        raise Http404
    return version


def _form(
    request: HttpRequest,
    viewer: Viewer,
    case: Case,
    version: ProtocolVersion,
    *,
    row: FamilyPath | None = None,
) -> PathForm:
    persons = persons_of(
        viewer, case, also=row.person_id if row else None, died=bool(version.definition.get("losses"))
    )
    return PathForm(
        sent(request), definition=version.said, contacts=contacts_for(case, today(), row.contact if row else None), row=row,
        persons=[*persons, *_out_of_sight(row, persons)],
        initial=_as_now(row) if row else {"contact": str(viewer.membership_id), **proposed(viewer, case, version)},
    )  # fmt: skip


def _as_now(row: FamilyPath) -> dict[str, str]:
    """Whoever was written twice is shown as the row that stays."""
    now = row.person.merged_into_id or row.person_id if row.person else row.person_id
    return {"person": str(now)} if now else {}


def _out_of_sight(row: FamilyPath | None, persons: list[Choice]) -> list[Choice]:
    """Of whom the path is, where nobody here may know any longer who that is: nobody else comes in their place unsaid."""
    kept = _as_now(row).get("person") if row else None
    return [(kept, first_name({}, row.person_id))] if row and kept and kept not in dict(persons) else []


def _walked(viewer: Viewer, case: Case, form: PathForm, row: FamilyPath | None = None) -> Walked:
    """What was filled in; of whom the path is already it stays as it was written, so that two who part again part whole."""
    said = form.values()
    same = row is not None and said["person"] == _as_now(row).get("person")
    person = row.person if row and same else person_of(viewer, case, said["person"])
    unseen = row.person_id if row and same and person is None else None
    return Walked(said["zero"], person, said.get("loss", ""), UUID(said["contact"]), unseen)


def _opening(request: HttpRequest, viewer: Viewer, case: Case, page: str) -> None:
    if request.method != "POST":
        record_reading(viewer, page, household_id=case.household_id, shown=[case.household_id])
