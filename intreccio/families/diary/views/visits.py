"""Visits: agreed, moved, called off, missed."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _

from intreccio.families.cases.actions.steps import require_in_charge
from intreccio.families.cases.queries.candidates import candidates
from intreccio.families.diary import actions
from intreccio.families.diary.forms.visits import CallOffForm, MissForm, MoveVisitForm, VisitForm
from intreccio.families.diary.models import Visit
from intreccio.families.diary.queries.diary import visits_in_sight
from intreccio.families.diary.queries.family import family_of, labelled
from intreccio.families.diary.rules.visits import why_not_miss, why_not_touch
from intreccio.families.diary.views.noting import Asked, answer, find, show
from intreccio.families.diary.vocabulary import VisitState
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.once import second_tap_first
from intreccio.ground.kernel.panels import viewer_of
from intreccio.ground.kernel.refused import refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.organisations.queries.weeks import clashes_at
from intreccio.workshop.calendar.forms import HourForm
from intreccio.workshop.calendar.rules.clashes import Clash
from intreccio.workshop.calendar.rules.entries import draft
from intreccio.workshop.calendar.vocabulary import EntryKind


@second_tap_first
def plan_visit(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """A time agreed with a family."""
    viewer, case = find(request, case_id, "plan_visit")
    require_in_charge(case.team_id, by=viewer)
    workers = [(str(one.membership.pk), one.label) for one in candidates(case, today())]
    people = labelled(family_of(viewer, case.household).here)
    mine = {"workers": [str(viewer.membership_id)]}
    form = VisitForm(request.POST or None, workers=workers, people=people, initial=mine)
    asked = Asked(case, _("Fissa una visita"), _("Fissa"), _("Fatto: la visita è in Oggi, di chi ci va."))

    def write() -> None:
        actions.plan_visit(case, form.agreed, by=viewer, today=today())

    if found := _clashes(viewer, form, "plan_visit"):
        return show(request, form, asked, status=422, clashes=found)
    return answer(request, form, asked, write)


@second_tap_first
def move_visit(request: HttpRequest, visit_id: UUID) -> HttpResponse:
    """To another time."""
    viewer, visit = find_visit(request, visit_id, "move_visit")
    form = MoveVisitForm(request.POST or None, row=visit)
    asked = Asked(visit.case, _("Sposta la visita"), _("Sposta"), _("Fatto: è spostata."), lead=visit.what)

    def write() -> None:
        said = form.cleaned_data
        actions.move_visit(
            visit, day=said["day"], hour=said["hour"], version=form.read_at, by=viewer, today=today()
        )

    if found := _clashes(viewer, form, "move_visit", visit):
        return show(request, form, asked, status=422, clashes=found)
    return answer(request, form, asked, write)


@second_tap_first
def call_off_visit(request: HttpRequest, visit_id: UUID) -> HttpResponse:
    """It is not needed any more."""
    viewer, visit = find_visit(request, visit_id, "call_off_visit")
    form = CallOffForm(request.POST or None, row=visit)
    asked = Asked(
        visit.case,
        _("La visita non serve più"),
        _("Annulla la visita"),
        _("Fatto: è annullata."),
        lead=visit.what,
    )
    return answer(
        request, form, asked, lambda: actions.call_off_visit(visit, version=form.read_at, by=viewer)
    )


@second_tap_first
def miss_visit(request: HttpRequest, visit_id: UUID) -> HttpResponse:
    """One did not meet: a fact, and its reason."""
    viewer, visit = find_visit(request, visit_id, "miss_visit")
    if request.method != "POST":
        refuse_if(why_not_miss(visit.day, today=today()), code="day")
    form = MissForm(request.POST or None, row=visit)
    asked = Asked(visit.case, _("Non ci siamo visti"), _("Scrivi"), _("Fatto: è scritto."), lead=visit.what)

    def write() -> None:
        why = form.cleaned_data["missed_why"]
        actions.miss_visit(visit, why=why, version=form.read_at, by=viewer, today=today())

    return answer(request, form, asked, write)


def find_visit(request: HttpRequest, visit_id: UUID, verb: str) -> tuple[Viewer, Visit]:
    """The viewer and a visit of the team's; 404 for strangers, 403 where role or team may not, 409 where it has been."""
    visit = get_object_or_404(visits_in_sight(viewer_of(request)), pk=visit_id)
    viewer, visit.case = find(request, visit.case_id, verb)
    require_in_charge(visit.team_id, by=viewer)
    if request.method != "POST":
        refuse_if(why_not_touch(is_planned=visit.state == VisitState.PLANNED), code="state")
    return viewer, visit


def _clashes(viewer: Viewer, form: HourForm, page: str, row: Visit | None = None) -> list[Clash]:
    """Who is elsewhere at that hour, to be said before it is written; empty where nobody is, or where it has been said."""
    if not form.is_valid():
        return []
    said = form.cleaned_data
    minutes = row.minutes if row else said["minutes"]
    workers = row.workers if row else [UUID(one) for one in said["workers"]]
    visit = draft(EntryKind.VISIT, said["day"], said["hour"], minutes=minutes, key=row.pk if row else None)
    return form.unsaid(clashes_at(viewer, visit, workers, page=page))
