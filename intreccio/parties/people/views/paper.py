"""A drawing on paper: a reading of its own, and a file with no name of anybody."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.dateformat import format as format_date
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.panels import viewer_of
from intreccio.ground.kernel.viewer import Viewer
from intreccio.ground.kernel.words import in_sentence
from intreccio.parties.people.forms.days import day_in
from intreccio.parties.people.queries.households import Seen, household_of
from intreccio.parties.people.views.asking import found
from intreccio.workshop.documents.files import download, pdf

PAPER = "parties/people/pages/print_drawing.typ"


def drawn(request: HttpRequest, household_id: UUID) -> tuple[Viewer, Seen, date]:
    """Who asks, of which family, on which day. Raises Http404 for who does not read the record."""
    viewer = viewer_of(request)
    seen = found(household_of(viewer, household_id))
    if not seen.shows_record:
        raise Http404
    return viewer, seen, day_in(request.GET, today())


def on_paper(
    seen: Seen,
    drawing: str,
    context: Mapping[str, Any],
    title: str,
    parts: list[tuple[str, list[str]]],
    alt: str,
) -> HttpResponse:
    """The drawing of a template, then the same facts in words. parts: a heading and its lines."""
    keep = _("Stampato %(day)s. Contiene dati di una famiglia: si custodisce, e poi si distrugge.")
    said = {
        "svg": render_to_string(f"parties/people/pages/{drawing}", {**context, "paper": True}),
        "alt": alt or title,
        "family": f"{seen.household.name}, {seen.household.code}",
        "day": _("Com'era %(day)s") % {"day": _dated(context["day"])},
        "printed": keep % {"day": _dated(today())},
        "parts": [{"title": heading, "lines": lines} for heading, lines in parts if lines],
    }
    content = pdf(PAPER, said, title=title, language=get_language() or "it")
    return download(content, f"{drawing.strip('_').partition('_')[0]}.pdf")


def _dated(day: date) -> str:
    """«lunedì 30 novembre 2026»: on paper a year later is soon."""
    return in_sentence(format_date(day, "l j F Y"))
