"""The observatory: sentences, figures, tables; how each is worked out; all of it as a file."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from intreccio.evidence.impact.forms import look_of
from intreccio.evidence.impact.policies import own_body
from intreccio.evidence.impact.queries.board import board
from intreccio.evidence.impact.queries.counts import numbers
from intreccio.evidence.impact.queries.files import header, rows_of
from intreccio.evidence.impact.queries.measures import measure
from intreccio.evidence.impact.queries.schools import schools_in, years_over
from intreccio.evidence.impact.queries.words import municipalities, period_words
from intreccio.evidence.impact.vocabulary.definitions import BY_CODE
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.panels import viewer_of
from intreccio.workshop.documents.files import csv, download, xlsx

WRITERS = {"csv": csv, "xlsx": xlsx}


@require_safe
def observatory(request: HttpRequest) -> HttpResponse:
    """Three true sentences, then the figures, each with its table."""
    viewer = viewer_of(request)
    look = look_of(request.GET, viewer, today())
    context = {
        "look": look,
        "period": period_words(look.view.period),
        "board": board(look.view, own=own_body(viewer)),
    }
    return render(request, "evidence/impact/pages/observatory.html", context)


@require_safe
def indicator_page(request: HttpRequest, indicator: str) -> HttpResponse:
    """What one number means, where it comes from, and all of it."""
    if indicator not in BY_CODE:
        raise Http404
    viewer = viewer_of(request)
    look = look_of(request.GET, viewer, today())
    context = {
        "indicator": BY_CODE[indicator],
        "measure": measure(BY_CODE[indicator], numbers(look.view, own=own_body(viewer))),
        "look": look,
        "period": period_words(look.view.period),
        "where": municipalities().get(look.view.municipality, ""),
    }
    return render(request, "evidence/impact/pages/indicator_page.html", context)


@require_safe
def school_trend(request: HttpRequest) -> HttpResponse:
    """What teachers saw, school by school, in a school year that is over, beside the year before. No child, no class."""
    viewer_of(request)
    years = years_over(today())
    asked = request.GET.get("year", "")
    year = int(asked) if asked.isdecimal() and int(asked) in years else years[0]
    said = [(each, f"{each}/{(each + 1) % 100:02d}") for each in years]
    context = {
        "schools": schools_in(year, today()),
        "years": said,
        "year": year,
        "year_said": dict(said)[year],
    }
    return render(request, "evidence/impact/pages/school_trend.html", context)


@require_safe
def export_observatory(request: HttpRequest) -> HttpResponse:
    """The numbers of the page, no more and no fewer, as CSV or XLSX."""
    viewer = viewer_of(request)
    look = look_of(request.GET, viewer, today())
    told = board(look.view, own=own_body(viewer)).measured.values()
    kind = "xlsx" if request.GET.get("format") == "xlsx" else "csv"
    content = WRITERS[kind](header(), rows_of(look.view, told))
    return download(content, f"osservatorio-{look.view.period.code.lower()}.{kind}")
