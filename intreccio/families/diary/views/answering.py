"""A psychologist answers."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from intreccio.families.diary import actions
from intreccio.families.diary.forms.answering import AcceptForm, DeclineForm
from intreccio.families.diary.queries.family import family_of
from intreccio.families.diary.views.finding import find_line, lead, show
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.once import second_tap_first

ACCEPT_LINE = "families/diary/pages/accept_line.html"
DECLINE_LINE = "families/diary/pages/decline_line.html"


@second_tap_first
def accept_line(request: HttpRequest, line_id: UUID) -> HttpResponse:
    """A yes, and a word to the team."""
    viewer, line = find_line(request, line_id, "accept_line")
    form = AcceptForm(request.POST or None)
    if not form.is_valid():
        whom = family_of(viewer, line.household).named(line.for_whom)
        return show(request, line, form, ACCEPT_LINE, whom=whom)
    said = form.cleaned_data["answer"]
    return lead(
        request,
        line,
        form,
        lambda: actions.accept_line(line, answer=said, by=viewer, today=today()),
        _("Fatto: da adesso questa linea la segui tu."),
    )


@second_tap_first
def decline_line(request: HttpRequest, line_id: UUID) -> HttpResponse:
    """A no with its reason."""
    viewer, line = find_line(request, line_id, "decline_line")
    form = DeclineForm(request.POST or None)
    if not form.is_valid():
        return show(request, line, form, DECLINE_LINE)
    said = form.cleaned_data
    return lead(
        request,
        line,
        form,
        lambda: actions.decline_line(
            line, reason=said["reason"], answer=said["answer"], by=viewer, today=today()
        ),
        _("Fatto: l'équipe legge perché."),
    )
