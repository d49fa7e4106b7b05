"""Going together: where, who with whom, which day."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from intreccio.families.around import policies
from intreccio.families.around.actions import outings as actions
from intreccio.families.around.forms.outings import AgreeForm
from intreccio.families.around.models import Outing
from intreccio.families.around.queries.choosing import (
    Start,
    colleagues_of,
    doors_of,
    service_of,
    start_from,
    ways_to_go,
)
from intreccio.families.around.queries.guide import guide_of
from intreccio.families.around.rules.outings import why_not_begin
from intreccio.families.around.views.finding import (
    as_read,
    find_case,
    find_outing,
    page_of,
    sent,
    sheet_of,
)
from intreccio.families.cases.models import Case
from intreccio.ground.design.sheets import Sheet, Write, answer, page
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.once import second_tap_first
from intreccio.ground.kernel.panels import viewer_of
from intreccio.ground.kernel.reading import record_reading
from intreccio.ground.kernel.refused import refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.organisations.queries.weeks import clashes_at
from intreccio.parties.people.queries.households import household_of
from intreccio.parties.people.queries.kin import kin_of
from intreccio.workshop.calendar.rules.entries import draft
from intreccio.workshop.calendar.vocabulary import EntryKind

AGREE = "families/around/pages/agree_outing.html"


@require_safe
def begin_outing(request: HttpRequest) -> HttpResponse:
    """From a service: with which family."""
    viewer = viewer_of(request)
    policies.plan_outing.require(viewer)
    if "service" not in request.GET:
        return redirect("service_search")
    if (service := service_of(request.GET["service"])) is None:
        raise Http404
    rows = list(ways_to_go(viewer))
    if rows:
        record_reading(viewer, "begin_outing", shown=[row.household_id for row in rows])
    context = {"service": service, "rows": rows}
    return render(request, "families/around/pages/begin_outing.html", context)


@second_tap_first
def plan_outing(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Where; and then who with whom, which day, with what."""
    viewer, case = find_case(request, case_id, policies.plan_outing)
    refuse_if(why_not_begin(is_at_work=case.ended_on is None), code="cannot_go")
    asked = request.GET.get("service", ""), request.GET.get("referral", "")
    if not asked[0]:
        context = {"case": case, "family": case.household, "doors": doors_of(case, today())}
        return render(request, "families/around/pages/choose_outing.html", context)
    if (start := start_from(case, *asked)) is None:
        raise Http404
    form = _form(request, viewer, case, needs=start.needs, initial=_first(viewer, start))
    title = _("Ci andiamo insieme: %(service)s") % {"service": start.service.name}
    more = {"guide": guide_of(start.service.pk, household_of(viewer, case.household_id), today())}
    sheet = sheet_of(case, title, _("Scrivi il giorno"), template=AGREE, more=more)
    said = _("Fatto: compare in Oggi di chi ci va.")
    return _answer(request, viewer, sheet, form, lambda: _plan(case, start, form, viewer), said=said)


def _first(viewer: Viewer, start: Start) -> dict[str, str]:
    """Usually whoever writes goes, with what the service asks for."""
    return {"goes": str(viewer.membership_id), "bring": start.service.what_to_bring}


def _plan(case: Case, start: Start, form: AgreeForm, viewer: Viewer) -> str:
    need = form.cleaned_data.get("need") or start.needs[0][0]
    made = actions.plan_outing(
        case, start.service, form.agreed, need_code=need, referral_id=start.referral_id, by=viewer, today=today()
    )  # fmt: skip
    return page_of(made)


def _form(request: HttpRequest, viewer: Viewer, case: Case, **more: Any) -> AgreeForm:
    return AgreeForm(
        sent(request), colleagues=colleagues_of(case, today()), persons=kin_of(viewer, case.household).choices, **more
    )  # fmt: skip


@second_tap_first
def move_outing(request: HttpRequest, outing_id: UUID) -> HttpResponse:
    """Another day, or somebody else."""
    viewer, outing = find_outing(request, outing_id, "move_outing")
    form = _form(request, viewer, outing.case, row=outing)
    sheet = _sheet(outing, _("Cambiare giorno: %(service)s"), _("Salva"))

    def write() -> str:
        actions.move_outing(outing, form.agreed, version=form.read_at, by=viewer, today=today())
        return page_of(outing)

    more = {"said": _("Fatto: è cambiato."), "now": as_read(outing, form)}
    return _answer(request, viewer, sheet, form, write, row=outing, **more)


@second_tap_first
def retry_outing(request: HttpRequest, outing_id: UUID) -> HttpResponse:
    """Another try, after a no."""
    viewer, outing = find_outing(request, outing_id, "retry_outing")
    kept = {"goes": str(outing.goes_id or ""), "person": str(outing.person_id or ""), "bring": outing.bring}
    form = _form(
        request, viewer, outing.case, initial={**kept, "also": outing.also, "meet_at": outing.meet_at}
    )
    sheet = _sheet(outing, _("Riproviamo: %(service)s"), _("Scrivi il giorno"))

    def write() -> str:
        return page_of(actions.retry_outing(outing, form.agreed, by=viewer, today=today()))

    return _answer(request, viewer, sheet, form, write, said=_("Fatto: compare in Oggi di chi ci va."))


def _answer(
    request: HttpRequest,
    viewer: Viewer,
    sheet: Sheet,
    form: AgreeForm,
    write: Write,
    *,
    row: Outing | None = None,
    **more: Any,
) -> HttpResponse:
    """Who is elsewhere at that hour is said before it is written; where nobody is, or where it has been said, it is written."""
    if form.is_valid():
        said = form.agreed
        going = draft(EntryKind.APPOINTMENT, said.day, said.at, key=row.pk if row else None)
        name = request.resolver_match.view_name if request.resolver_match else ""
        if found := form.unsaid(clashes_at(viewer, going, [said.goes_id], page=name)):
            return page(request, sheet, form, status=422, clashes=found)
    return answer(request, sheet, form, write, **more)


def _sheet(outing: Outing, title: str, button: str) -> Sheet:
    return sheet_of(
        outing.case, title % {"service": outing.service.name}, button, outing=outing, template=AGREE
    )
