"""The observatory: sentences, figures, tables; how each is worked out; all of it as a file."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from intreccio.evidence.impact.forms import Look, look_of
from intreccio.evidence.impact.policies import own_body
from intreccio.evidence.impact.queries.counts import Numbers, numbers
from intreccio.evidence.impact.queries.figures import figures
from intreccio.evidence.impact.queries.files import header, rows_of
from intreccio.evidence.impact.queries.measures import MEASURES, measured
from intreccio.evidence.impact.queries.telling import told
from intreccio.evidence.impact.queries.words import municipalities, period_words
from intreccio.evidence.impact.vocabulary.definitions import BY_CODE
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.panels import viewer_of
from intreccio.workshop.documents.files import csv, download, xlsx


def _looked_at(request: HttpRequest) -> tuple[Look, Numbers]:
    viewer = viewer_of(request)
    look = look_of(request.GET, viewer, today())
    return look, numbers(look.view, own=own_body(viewer))


WRITERS = {"csv": csv, "xlsx": xlsx}


@require_safe
def observatory(request: HttpRequest) -> HttpResponse:
    """Three true sentences, then the figures, each with its table."""
    look, found = _looked_at(request)
    every = measured(found)
    context = {
        "look": look,
        "period": period_words(look.view.period),
        "sentences": told(found, every),
        "measured": every,
        "figures": figures(found, every),
        "is_empty": all(each.is_empty for each in every.values() if each.indicator.code != "needs")
        and not every["needs"].headline,
    }
    return render(request, "evidence/impact/pages/observatory.html", context)


@require_safe
def indicator_page(request: HttpRequest, indicator: str) -> HttpResponse:
    """What one number means, where it comes from, and all of it."""
    if indicator not in BY_CODE:
        raise Http404
    look, found = _looked_at(request)
    context = {
        "indicator": BY_CODE[indicator],
        "measure": MEASURES[indicator](found),
        "look": look,
        "period": period_words(look.view.period),
        "where": municipalities().get(look.view.municipality, ""),
    }
    return render(request, "evidence/impact/pages/indicator_page.html", context)


@require_safe
def export_observatory(request: HttpRequest) -> HttpResponse:
    """The numbers of the page, no more and no fewer, as CSV or XLSX."""
    look, found = _looked_at(request)
    kind = "xlsx" if request.GET.get("format") == "xlsx" else "csv"
    content = WRITERS[kind](header(), rows_of(look.view, measured(found).values()))
    return download(content, f"osservatorio-{look.view.period.code.lower()}.{kind}")
