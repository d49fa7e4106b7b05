"""A family's genogram on a day: on a page, and on paper."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.reading import record_reading
from intreccio.parties.people import policies
from intreccio.parties.people.forms.days import day_asked
from intreccio.parties.people.queries.genogram import Genogram, genogram_of
from intreccio.parties.people.views.paper import drawn, on_paper


@require_safe
def genogram(request: HttpRequest, household_id: UUID) -> HttpResponse:
    """Drawn, in words, and with the way to every person."""
    viewer, seen, day = drawn(request, household_id)
    shown = genogram_of(viewer, seen, day)
    record_reading(viewer, "genogram", household_id=household_id, shown=shown.ids)
    form = day_asked(request.GET)
    context = {
        "household": seen.household,
        "genogram": shown,
        "day": day,
        "today": today(),
        "form": form,
        "writes": seen.is_written and policies.edit_household(viewer),
    }
    return render(request, "parties/people/pages/genogram.html", context, status=422 if form.errors else 200)


@require_safe
def print_genogram(request: HttpRequest, household_id: UUID) -> HttpResponse:
    """The same, as a file for paper."""
    viewer, seen, day = drawn(request, household_id)
    shown = genogram_of(viewer, seen, day)
    record_reading(viewer, "print_genogram", household_id=household_id, shown=shown.ids)
    context = {"genogram": shown, "day": day}
    return on_paper(seen, "_genogram_drawing.html", context, _("Genogramma"), parts_of(shown), shown.in_words)


def parts_of(shown: Genogram) -> list[tuple[str, list[str]]]:
    """The same facts, heading by heading."""
    return [
        (_("Chi c'è"), [f"{line.relative.name}: {line.about}" for line in shown.lines]),
        (_("Come sono legati"), shown.said),
        (_("Chi vive insieme"), [f"{home.letter}. {home.name}: {home.who}" for home in shown.homes]),
    ]
