"""What every page of an assessment begins and ends with."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from intreccio.families.assessments import policies
from intreccio.families.assessments.models import Assessment
from intreccio.families.assessments.queries.assessments import assessments_in_sight
from intreccio.families.assessments.rules.moments import why_not_write
from intreccio.families.cases.actions.steps import require_in_charge
from intreccio.ground.kernel.once import once
from intreccio.ground.kernel.panels import viewer_of
from intreccio.ground.kernel.reading import record_reading
from intreccio.ground.kernel.refused import Changed, Words, refuse_if
from intreccio.ground.kernel.viewer import Viewer


def find_assessment(
    request: HttpRequest, assessment_id: UUID, verb: str = "assessment_page"
) -> tuple[Viewer, Assessment]:
    """The viewer and an assessment in sight; 404 for strangers, 403 where role or team may not, 409 where it is closed."""
    viewer = viewer_of(request)
    found = get_object_or_404(assessments_in_sight(viewer), pk=assessment_id)
    if verb in policies.ABILITIES:
        require_verb(viewer, verb, found.team_id)
    if request.method != "POST":
        require_open(found, verb)
        record_reading(viewer, verb, household_id=found.household_id, shown=[found.household_id])
    return viewer, found


def require_verb(viewer: Viewer, verb: str, team_id: UUID) -> None:
    """Raises NotAllowed where the role may not, or another team is in charge."""
    policies.ABILITIES[verb].require(viewer)
    require_in_charge(team_id, by=viewer)


def require_open(assessment: Assessment, verb: str) -> None:
    """Says that nothing can be written any more before anybody writes."""
    if verb in policies.ABILITIES:
        is_closed = assessment.closed_on is not None and verb != "void_assessment"
        refuse_if(
            why_not_write(is_closed=is_closed, is_voided=assessment.voided_at is not None), code="closed"
        )


def may_of(viewer: Viewer, assessment: Assessment) -> set[str]:
    """The verbs that are possible here: buttons ask the same as forms."""
    return policies.what_may(
        viewer,
        team_id=assessment.team_id,
        is_open=assessment.is_open,
        is_voided=assessment.voided_at is not None,
    )


def may_share_words(viewer: Viewer, assessment: Assessment) -> set[str]:
    """Whom words are for is asked again also when a look is closed."""
    if assessment.voided_at is not None:
        return set()
    return {"share_child_words"} & policies.may_with_children(viewer, team_id=assessment.team_id)


def page_of(assessment: Assessment) -> str:
    """The address of its own page."""
    return reverse("assessment_page", args=[assessment.pk])


def show(
    request: HttpRequest, assessment: Assessment, form: forms.BaseForm, template: str, **words: Any
) -> HttpResponse:
    """A small page with one form; 422 where something is missing, 409 where somebody else wrote first. Both are read too."""
    if request.method == "POST":
        key, match = assessment.household_id, request.resolver_match
        record_reading(viewer_of(request), match.view_name if match else "", household_id=key, shown=[key])
    context = {"assessment": assessment, "family": assessment.household, "form": form, **words}
    status = 409 if words.get("changed") else 422 if form.is_bound else 200
    return render(request, template, context, status=status)


def lead(
    request: HttpRequest, form: forms.BaseForm, write: Callable[[], str], said: Words | Callable[[], Words]
) -> HttpResponse:
    """Writes once, says what was done, goes where it led. Raises Changed where somebody else wrote first."""
    address = once(form.cleaned_data["once"], write)
    messages.success(request, str(said() if callable(said) else said))
    return redirect(address)


def lead_or_both(
    request: HttpRequest,
    assessment: Assessment,
    form: Any,
    template: str,
    write: Callable[[], str],
    said: Any,
    **words: Any,
) -> HttpResponse:
    """The same for an edit: where somebody else wrote first, both are shown and nothing is lost."""
    try:
        return lead(request, form, write, said)
    except Changed as changed:
        both = form.show_both(changed.current)
        return show(request, assessment, form, template, changed=True, both=both, **words)
