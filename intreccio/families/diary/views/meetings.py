"""The dates of a cycle, and how each meeting went."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from intreccio.families.diary import actions
from intreccio.families.diary.forms.meetings import MoveForm, PlanForm, RecordForm
from intreccio.families.diary.queries.family import family_of
from intreccio.families.diary.queries.limits import limits_on
from intreccio.families.diary.queries.lines import cycle_now, meetings_on
from intreccio.families.diary.rules.dates import why_not_another_cycle, why_not_move, why_not_record
from intreccio.families.diary.views.finding import find_line, lead, lead_or_both, show
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.once import second_tap_first
from intreccio.ground.kernel.refused import refuse_if

MOVE_MEETING = "families/diary/pages/move_meeting.html"
PLAN_MEETINGS = "families/diary/pages/plan_meetings.html"
RECORD_MEETING = "families/diary/pages/record_meeting.html"


@second_tap_first
def plan_meetings(request: HttpRequest, line_id: UUID) -> HttpResponse:
    """How many, how often, from when: the dates follow."""
    viewer, line = find_line(request, line_id, "plan_meetings")
    form = PlanForm(request.POST or None, line=line, most=limits_on(today()).most_meetings)
    if not form.is_valid():
        refuse_if(why_not_another_cycle(has_cycle=cycle_now(line) is not None), code="plan")
        return show(request, line, form, PLAN_MEETINGS)
    return lead(
        request,
        line,
        form,
        lambda: actions.plan_meetings(line, form.plan, by=viewer, today=today()),
        _("Fatto: le date sono nella pagina. Ognuna si può spostare."),
    )


@second_tap_first
def record_meeting(request: HttpRequest, line_id: UUID, meeting_id: UUID) -> HttpResponse:
    """Whether one met, and who was there; nothing of what was said."""
    viewer, line = find_line(request, line_id, "record_meeting")
    meeting = get_object_or_404(meetings_on(line), pk=meeting_id)
    ended = meeting.cycle.ended_on is not None
    form = RecordForm(
        request.POST or None, row=meeting, family=family_of(viewer, line.household), whom=line.for_whom
    )
    if not form.is_valid():
        refuse_if(
            why_not_record(meeting.state, meeting.day, today=today(), cycle_ended=ended), code="meeting"
        )
        return show(request, line, form, RECORD_MEETING, meeting=meeting)

    def write() -> None:
        actions.record_meeting(line, meeting_id, form.how, version=form.read_at, by=viewer, today=today())

    return lead_or_both(request, line, form, write, _("Fatto: è scritto."), RECORD_MEETING, meeting=meeting)


@second_tap_first
def move_meeting(request: HttpRequest, line_id: UUID, meeting_id: UUID) -> HttpResponse:
    """To another day."""
    viewer, line = find_line(request, line_id, "move_meeting")
    meeting = get_object_or_404(meetings_on(line), pk=meeting_id)
    form = MoveForm(request.POST or None, row=meeting)
    if not form.is_valid():
        refuse_if(why_not_move(meeting.state, today(), taken=(), today=today()), code="meeting")
        return show(request, line, form, MOVE_MEETING, meeting=meeting)

    def write() -> None:
        said = form.cleaned_data
        actions.move_meeting(
            line, meeting_id, day=said["day"], hour=said["hour"], version=form.read_at, by=viewer, today=today()
        )  # fmt: skip

    return lead_or_both(request, line, form, write, _("Fatto: è spostato."), MOVE_MEETING, meeting=meeting)
