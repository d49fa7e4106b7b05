"""Who is asked to a meeting says whether they come."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from intreccio.families.cases import actions
from intreccio.families.cases.actions.answering import require_answerer
from intreccio.families.cases.forms.answering import AnswerForm
from intreccio.families.cases.models import Case, ConferenceSeat
from intreccio.families.cases.queries.conferences import conferences_of, said_of, seat_in, seat_name
from intreccio.families.cases.rules.conferences import why_not_answer, why_not_void
from intreccio.families.cases.views.finding import find_case, lead, show
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.once import second_tap_first
from intreccio.ground.kernel.refused import Changed, refuse_if
from intreccio.ground.kernel.viewer import Viewer

PAGE = "families/cases/pages/answer_conference.html"


@second_tap_first
def answer_conference(
    request: HttpRequest, case_id: UUID, conference_id: UUID, seat_id: UUID
) -> HttpResponse:
    """Yes, no, cannot, with words; for oneself, or by the team for who was asked."""
    viewer, case = find_case(request, case_id, "answer_conference")
    seat = _find(viewer, case, conference_id, seat_id)
    form = AnswerForm(request.POST or None, seat=seat)
    who = seat_name(viewer, case, seat)
    if not form.is_valid():
        return show(request, case, form, PAGE, conference=seat.conference, who=who)

    def write() -> str:
        actions.answer_conference(seat, **form.said, by=viewer, today=today())
        return reverse("conference_page", args=[case.pk, conference_id])

    try:
        return lead(request, form, write, _("Fatto: chi prepara la riunione lo legge."))
    except Changed:
        now = _find(viewer, case, conference_id, seat_id)
        return _both(request, case, form, now, who)


def _both(request: HttpRequest, case: Case, form: AnswerForm, now: ConferenceSeat, who: str) -> HttpResponse:
    """Somebody answered first: theirs, and what was being written."""
    said = said_of(now.answer, now.answer_words)
    words = {"conference": now.conference, "who": who, "now": said, "changed": True}
    return show(request, case, form.over(now), PAGE, **words)


def _find(viewer: Viewer, case: Case, conference_id: UUID, seat_id: UUID) -> ConferenceSeat:
    """A seat that the viewer can answer for; what is over says so before anybody writes."""
    meeting = get_object_or_404(conferences_of(viewer, case), pk=conference_id)
    seat = seat_in(meeting, seat_id)
    if seat is None:
        raise Http404
    require_answerer(seat, by=viewer)
    refuse_if(why_not_void(is_voided=meeting.voided_at is not None), code="voided")
    reason = why_not_answer(answer="-", is_asked=seat.is_asked, is_held=meeting.held_on is not None)
    refuse_if(reason, code="cannot_answer")
    return seat
