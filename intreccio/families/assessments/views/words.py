"""Children in their own words, and whom they agree to show them to."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from intreccio.families.assessments import actions
from intreccio.families.assessments.forms import ChildWordsForm, ShareWordsForm
from intreccio.families.assessments.models import Assessment, ChildWords
from intreccio.families.assessments.queries.listening import is_near_to, words_in_sight
from intreccio.families.assessments.queries.look import Child, look_of
from intreccio.families.assessments.rules.listening import why_not_agree, why_not_go_on
from intreccio.families.assessments.views import finding
from intreccio.families.assessments.views.finding import find_assessment, page_of
from intreccio.families.assessments.views.listening import lead_or_both, require_verb, show
from intreccio.families.assessments.views.voices import FINISHED
from intreccio.families.assessments.vocabulary import Agreed, Heard
from intreccio.ground.kernel.once import second_tap_first
from intreccio.ground.kernel.panels import viewer_of
from intreccio.ground.kernel.reading import record_reading
from intreccio.ground.kernel.refused import refuse_if
from intreccio.ground.kernel.viewer import Viewer

CHILD = "families/assessments/pages/write_child_words.html"
SHARE = "families/assessments/pages/share_child_words.html"


@second_tap_first
def write_child_words(request: HttpRequest, assessment_id: UUID, person_id: UUID) -> HttpResponse:
    """What a child says and whom it is for, or why there are no words."""
    viewer, assessment = find_assessment(request, assessment_id, "write_child_words")
    child = _child(viewer, assessment, person_id)
    refuse_if(child.why_not_write, code="kept")
    form = ChildWordsForm(
        request.POST or None, row=child.said, is_owed=child.is_owed, may_ask=_may_ask(child.said, viewer)
    )
    if not form.is_valid():
        return finding.show(request, assessment, form, CHILD, child=child)

    def write() -> str:
        version = form.cleaned_data["version"]
        actions.write_child_words(assessment, person_id, form.said, version=version, by=viewer)
        return page_of(assessment)

    return finding.lead_or_both(request, assessment, form, CHILD, write, FINISHED, child=child)


def _may_ask(row: ChildWords | None, viewer: Viewer) -> bool:
    """Whom new words are for says who writes them; of words that are there, who listened or whom the family refers to."""
    return row is None or row.heard == Heard.NOT_YET or is_near_to(row, viewer)


def _child(viewer: Viewer, assessment: Assessment, person_id: UUID) -> Child:
    child = look_of(viewer, assessment).child(person_id)
    if child is None:
        raise Http404
    return child


def _find(request: HttpRequest, words_id: UUID) -> tuple[Viewer, ChildWords]:
    """Words in sight of who may say whom they are for; 403 where role or team may not, 409 for who was not there."""
    viewer = viewer_of(request)
    row = get_object_or_404(words_in_sight(viewer), pk=words_id)
    require_verb(viewer, "share_child_words", row.team_id)
    is_gone = row.voided_at is not None or row.assessment.voided_at is not None
    refuse_if(why_not_go_on(is_voided=is_gone), code="voided")
    refuse_if(why_not_agree(is_near=is_near_to(row, viewer)), code="not_near")
    if request.method != "POST":
        record_reading(viewer, "share_child_words", household_id=row.household_id, shown=[row.person_id])
    return viewer, row


@second_tap_first
def share_child_words(request: HttpRequest, words_id: UUID) -> HttpResponse:
    """Whom a child agrees to show its words to: asked again whenever it wants, also of a closed assessment."""
    viewer, row = _find(request, words_id)
    asked = {} if row.agreed == Agreed.NOT_ASKED else {"agreed": row.agreed}
    form = ShareWordsForm(request.POST or None, initial={"version": row.version, **asked})
    if not form.is_valid():
        return show(request, row, form, SHARE)

    def write() -> str:
        agreed, version = form.cleaned_data["agreed"], form.cleaned_data["version"] or 0
        actions.share_child_words(row, agreed=agreed, version=version, by=viewer)
        return f"{reverse('child_voice', args=[row.household_id, row.person_id])}#parole-{row.pk}"

    return lead_or_both(request, row, form, SHARE, write)
