"""A line ends, goes on, changes hands."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from intreccio.families.diary import actions, policies
from intreccio.families.diary.forms.ending import EndForm, HandOverForm, RenewForm
from intreccio.families.diary.queries.candidates import psychologist_sees, psychologists_for
from intreccio.families.diary.rules.standing import why_not_end_here, why_not_hand_over_here
from intreccio.families.diary.views.finding import find_line, lead, show
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.once import second_tap_first
from intreccio.ground.kernel.refused import refuse_if

END_LINE = "families/diary/pages/end_line.html"
HAND_OVER_LINE = "families/diary/pages/hand_over_line.html"
RENEW_LINE = "families/diary/pages/renew_line.html"


@second_tap_first
def end_line(request: HttpRequest, line_id: UUID) -> HttpResponse:
    """An outcome of this line, and what the team should know."""
    viewer, line = find_line(request, line_id, "end_line")
    form = EndForm(request.POST or None, kind=line.kind)
    if not form.is_valid():
        theirs, sees = policies.is_theirs(viewer, line), psychologist_sees(line, today())
        refuse_if(why_not_end_here(is_theirs=theirs, psychologist_sees=sees), code="cannot_end")
        return show(request, line, form, END_LINE)
    said = form.cleaned_data
    return lead(
        request,
        line,
        form,
        lambda: actions.end_line(
            line, outcome=said["outcome"], words=said["words"], by=viewer, today=today()
        ),
        _("Fatto: l'équipe legge com'è andata."),
    )


@second_tap_first
def renew_line(request: HttpRequest, line_id: UUID) -> HttpResponse:
    """Another cycle with the same people."""
    viewer, line = find_line(request, line_id, "renew_line")
    form = RenewForm(request.POST or None)
    if not form.is_valid():
        return show(request, line, form, RENEW_LINE)
    done = _("Fatto: la linea è di nuovo in corso. Ora le date.")
    return lead(request, line, form, lambda: actions.renew_line(line, by=viewer), done)


@second_tap_first
def hand_over_line(request: HttpRequest, line_id: UUID) -> HttpResponse:
    """To another psychologist; notes go along only where their author says so."""
    viewer, line = find_line(request, line_id, "hand_over_line")
    could = psychologists_for(line.case, today())
    others = [one for one in could if one.membership.pk != line.psychologist_id]
    form = HandOverForm(request.POST or None, others=others, is_theirs=policies.is_theirs(viewer, line))
    if not form.is_valid():
        any_time = "hand_over_line" not in policies.only_if_nobody_follows(viewer, line)
        here = why_not_hand_over_here(may_any_time=any_time, psychologist_sees=len(others) < len(could))
        refuse_if(here, code="cannot_hand_over")
        return show(request, line, form, HAND_OVER_LINE, others=others)

    def write() -> None:
        actions.hand_over_line(line, to=form.to, with_notes=form.with_notes, by=viewer, today=today())

    return lead(request, line, form, write, _("Fatto: la linea ha cambiato mani."))
