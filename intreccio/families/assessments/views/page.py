"""Reading: one page that holds a whole assessment."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from intreccio.families.assessments.queries.assessments import moments_of
from intreccio.families.assessments.queries.listening import refers_to
from intreccio.families.assessments.queries.look import look_of
from intreccio.families.assessments.queries.picture import answers_of, axes_of
from intreccio.families.assessments.queries.sheets import filled_in
from intreccio.families.assessments.views.finding import find_assessment, may_of, may_share_words


@require_safe
def assessment_page(request: HttpRequest, assessment_id: UUID) -> HttpResponse:
    """Where each voice stands, what the children say, what is missing, and what has changed since the beginning."""
    viewer, assessment = find_assessment(request, assessment_id)
    look = look_of(viewer, assessment)
    context = {
        "assessment": assessment,
        "family": assessment.household,
        "look": look,
        "moments": moments_of(assessment.case_id),
        "missing": look.missing if assessment.is_open else [],
        "axes": axes_of(look),
        "sheets": filled_in(look),
        "answers": list(answers_of(look)) if look.points else [],
        "may": may_of(viewer, assessment) | may_share_words(viewer, assessment),
        "answers_for_them": refers_to(viewer, assessment.case),
    }
    return render(request, "families/assessments/pages/assessment_page.html", context)
