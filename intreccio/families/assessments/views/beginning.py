"""A family begins to be looked at with the family."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from intreccio.families.assessments import actions
from intreccio.families.assessments.forms import BeginForm
from intreccio.families.assessments.queries.assessments import standing_of
from intreccio.families.assessments.rules.moments import next_moment, why_not_begin
from intreccio.families.assessments.views.finding import lead, page_of, require_verb
from intreccio.families.assessments.vocabulary import Moment
from intreccio.families.cases.models import Case
from intreccio.families.cases.queries.cases import cases_in_sight
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.once import second_tap_first
from intreccio.ground.kernel.panels import viewer_of
from intreccio.ground.kernel.reading import record_reading
from intreccio.ground.kernel.refused import refuse_if

PAGE = "families/assessments/pages/begin_assessment.html"


@second_tap_first
def begin_assessment(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """The next moment of a case: says what it asks of the family, and begins it."""
    viewer = viewer_of(request)
    case = get_object_or_404(cases_in_sight(viewer), pk=case_id)
    require_verb(viewer, "begin_assessment", case.team_id)
    moment = _moment_of(case)
    form = BeginForm(request.POST or None, initial={"moment": moment})
    if form.is_valid():
        said = form.cleaned_data["moment"]

        def write() -> str:
            return page_of(actions.begin_assessment(case, moment=said, by=viewer, today=today()))

        return lead(request, form, write, _("Cominciata: ora si ascolta."))
    # Whatever is drawn is read, also where something is missing.
    record_reading(viewer, "begin_assessment", household_id=case.household_id, shown=[case.household_id])
    context = {"case": case, "family": case.household, "form": form, "moment": moment}
    return render(request, PAGE, context, status=422 if form.is_bound else 200)


def _moment_of(case: Case) -> Moment:
    """The moment that can begin. Raises Refused where none can, before anybody writes."""
    standing = standing_of(case.pk)
    moment = next_moment(standing) or Moment(max(standing))
    refuse_if(why_not_begin(moment, standing, has_ended=case.ended_on is not None), code="moment")
    return moment
