"""What a child says: over time, and beside what the adults say."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from intreccio.families.assessments import policies
from intreccio.families.assessments.queries.beside import in_general, themes_of
from intreccio.families.assessments.queries.child_voice import kept_by, said_by
from intreccio.families.assessments.queries.listening import answers_for, unread_at_home
from intreccio.families.assessments.queries.look import is_child_of_ours, look_of
from intreccio.families.assessments.views.finding import find_assessment
from intreccio.families.assessments.views.listening import find_child


@require_safe
def child_voice(request: HttpRequest, household_id: UUID, person_id: UUID) -> HttpResponse:
    """Own words, answers and drawings of a child in this home, the last first, each with who listened."""
    viewer, seen, child = find_child(request, household_id, person_id, "child_voice")
    team, said = seen.household.team_id, said_by(viewer, household_id, child)
    context = {
        "family": seen.household,
        "child": child,
        "said": said,
        "kept": kept_by(household_id, child, said),
        "unread": [each for each in unread_at_home(viewer, seen.household) if each.person_id in child.rows],
        "listens": is_child_of_ours(child)
        and "listen_to_child" in policies.may_with_children(viewer, team_id=team),
        "may": policies.may_with_children(viewer, team_id=team),
        "answers_for_them": answers_for(viewer, household_id),
    }
    return render(request, "families/assessments/pages/child_voice.html", context)


@require_safe
def voices_beside(request: HttpRequest, assessment_id: UUID) -> HttpResponse:
    """Theme by theme: the children in one column, each adult voice beside; nothing is put together."""
    viewer, assessment = find_assessment(request, assessment_id, "voices_beside")
    look = look_of(viewer, assessment)
    context = {
        "assessment": assessment,
        "family": assessment.household,
        "look": look,
        "general": in_general(look),
        "themes": list(themes_of(look)),
    }
    return render(request, "families/assessments/pages/voices_beside.html", context)
