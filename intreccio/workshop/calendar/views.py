"""One's own week; the address that one's telephone reads; reminders."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from intreccio.ground.design.forms import OnceForm
from intreccio.ground.design.sheets import Sheet, answer, page
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.once import once, second_tap_first
from intreccio.ground.kernel.panels import panels_for, viewer_of
from intreccio.workshop.calendar import actions
from intreccio.workshop.calendar.forms import YES, RemindersForm, WeekForm
from intreccio.workshop.calendar.queries.feeds import book_for, feed_of
from intreccio.workshop.calendar.queries.reminders import wants_reminders
from intreccio.workshop.calendar.queries.weeks import week_of
from intreccio.workshop.calendar.rules.entries import Who
from intreccio.workshop.messages.queries import address_of

NO_MORE = later(
    "Il calendario del telefono non si aggiorna più: quell'indirizzo smette di aprirsi, chiunque lo abbia."
)
# Five minutes in that telephone's own memory, and in nobody else's.
HEADERS = {"Cache-Control": "private, max-age=300", "X-Content-Type-Options": "nosniff"}


@require_safe
def my_calendar(request: HttpRequest) -> HttpResponse:
    """The week of whoever asks, across their teams."""
    viewer = viewer_of(request)
    me = Who(viewer.membership_id, viewer.name)
    week = week_of(viewer, WeekForm(request.GET).asked(today()), today(), page="my_calendar", people=[me])
    context = {"week": week, "panels": panels_for(request, "calendar.page")}
    return render(request, "workshop/calendar/pages/my_calendar.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def make_feed(request: HttpRequest) -> HttpResponse:
    """Whether there is one; a new one is shown here, once."""
    viewer, form = viewer_of(request), OnceForm(request.POST or None)
    if form.is_valid():
        return _make(request, form)
    sheet = Sheet(
        _("Il calendario sul mio telefono"), _("Prepara un indirizzo"), _("La mia settimana"), reverse("my_calendar"),
        template="workshop/calendar/pages/feed.html", more={"feed": feed_of(viewer)},
    )  # fmt: skip
    return page(request, sheet, form, status=422 if form.is_bound else 200)


def _make(request: HttpRequest, form: OnceForm) -> HttpResponse:
    """Not a redirect: the address is drawn here and travels in no cookie. A reload leads to one's week, and writes nothing."""
    back, made = reverse("my_calendar"), ""

    def write() -> str:
        nonlocal made
        made = actions.make_feed(by=viewer_of(request))
        return back

    once(form.cleaned_data["once"], write, leads_to=back)
    if not made:
        messages.info(
            request, _("Questo indirizzo è già stato mostrato: non si rivede. Se serve, fanne uno nuovo.")
        )
        return redirect(back)
    context = {"address": address_of("read_feed", made), "back": back}
    return render(request, "workshop/calendar/pages/feed_made.html", context)


@second_tap_first
def take_back_feed(request: HttpRequest) -> HttpResponse:
    """It opens nothing any more."""
    viewer, back = viewer_of(request), reverse("my_calendar")
    title, warning = _("Ritira l'indirizzo del calendario"), str(NO_MORE)
    sheet = Sheet(title, _("Ritira"), _("La mia settimana"), back, warning=warning)

    def write() -> str:
        actions.take_back_feed(by=viewer)
        return back

    return answer(
        request,
        sheet,
        OnceForm(request.POST or None),
        write,
        said=_("Fatto: l'indirizzo non apre più niente."),
    )


@require_safe
def read_feed(request: HttpRequest, token: str) -> HttpResponse:
    """For a telephone that holds the address. No session is asked for, and none is of use."""
    return HttpResponse(
        book_for(token, today()), content_type="text/calendar; charset=utf-8", headers=HEADERS
    )


@second_tap_first
def choose_reminders(request: HttpRequest) -> HttpResponse:
    """By mail the afternoon before, or not."""
    viewer, back = viewer_of(request), reverse("my_calendar")
    form = RemindersForm(request.POST or None, wanted=wants_reminders(viewer))

    def write() -> str:
        actions.choose_reminders(form.cleaned_data["wanted"] == YES, by=viewer)
        return back

    sheet = Sheet(_("Promemoria per e-mail"), _("Salva"), _("La mia settimana"), back)
    return answer(request, sheet, form, write)
