"""What happened to a family, in order; and the acts that need no home: a death, a mistake taken back."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from intreccio.ground.kernel.clock import today
from intreccio.parties.people import policies
from intreccio.parties.people.actions import life as actions
from intreccio.parties.people.forms.days import day_asked, day_in
from intreccio.parties.people.forms.life import HappenedForm, UndoForm
from intreccio.parties.people.queries.life import here_of, life_event_row, life_events_of
from intreccio.parties.people.queries.members import members_of
from intreccio.parties.people.queries.on_day import days_that_changed, on_day
from intreccio.parties.people.queries.persons import name_of
from intreccio.parties.people.views.asking import answer, found, opening, person_or_404, sent, writing
from intreccio.parties.people.views.life.asking import asked_of_life

MOST_DAYS = 8


@require_safe
def life_event_list(request: HttpRequest, household_id: UUID) -> HttpResponse:
    """What happened, the last first, and what can be written."""
    viewer, seen = opening(request, household_id)
    found(seen if seen.shows_record else None)
    here = here_of(viewer, seen)
    writes = seen.is_written and policies.edit_household(viewer)
    context = {
        "seen": seen,
        "household": seen.household,
        "here": here,
        "happened": life_events_of(viewer, seen, here.members),
        "writes": writes,
        "parts": writes and policies.create_household(viewer),
    }
    return render(request, "parties/people/pages/life_event_list.html", context)


@require_safe
def household_on(request: HttpRequest, household_id: UUID) -> HttpResponse:
    """The family as it was on a day; today where none is said, or where it is none."""
    viewer, seen = opening(request, household_id)
    found(seen if seen.shows_record else None)
    form = day_asked(request.GET)
    day = day_in(request.GET, today())
    then = on_day(viewer, seen, day)
    days = days_that_changed(seen, members_of(viewer, seen), today())[:MOST_DAYS]
    context = {"seen": seen, "household": seen.household, "form": form, "then": then, "days": days}
    status = 422 if form.errors else 200
    return render(request, "parties/people/pages/household_on.html", context, status=status)


@require_http_methods(["GET", "POST"])
def record_death(request: HttpRequest, household_id: UUID, person_id: UUID) -> HttpResponse:
    """Somebody has died."""
    viewer, seen = writing(request, household_id, policies.edit_household)
    person = person_or_404(viewer, household_id, person_id)
    form = HappenedForm(sent(request), row=person)
    words = (_("Non c'è più"), _("Scrivi la data"), _("Fatto: è scritto."))
    return answer(
        request,
        form,
        asked_of_life(seen, *words, name_of(viewer, person)),
        lambda: actions.record_death(
            person, seen.household, by=viewer, version=form.read_at, **form.values()
        ),
    )


@require_http_methods(["GET", "POST"])
def undo_life_event(request: HttpRequest, household_id: UUID, event_id: UUID) -> HttpResponse:
    """What was written was a mistake: everything it did is taken back."""
    viewer, seen = writing(request, household_id, policies.edit_household)
    event = found(life_event_row(viewer, household_id, event_id))
    form = UndoForm(sent(request))
    words = (
        _("Annulla ciò che è stato scritto"),
        _("Annulla e rimetti com'era"),
        _("Fatto: è tutto com'era prima."),
    )
    return answer(
        request,
        form,
        asked_of_life(seen, *words, event.get_kind_display()),
        lambda: actions.undo_life_event(event, by=viewer, reason=form.cleaned_data["reason"]),
    )
