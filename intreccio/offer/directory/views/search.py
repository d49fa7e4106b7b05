"""Searching services, and saying that something is missing."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.once import once
from intreccio.ground.kernel.panels import viewer_of
from intreccio.ground.kernel.viewer import Viewer
from intreccio.ground.needs.queries import tree
from intreccio.offer.directory import policies
from intreccio.offer.directory.actions.missing import report_missing as write_missing
from intreccio.offer.directory.forms.checks import MissingForm
from intreccio.offer.directory.forms.lists import Lists
from intreccio.offer.directory.forms.wish import WishForm
from intreccio.offer.directory.queries.cards import cards
from intreccio.offer.directory.rules.places import pins_of
from intreccio.offer.directory.rules.ranking import WEIGHTS

PAGE = "offer/directory/pages/service_search.html"


@require_http_methods(["GET", "HEAD", "POST"])
def service_search(request: HttpRequest) -> HttpResponse:
    """Services that fit: codes by GET, words by POST."""
    viewer = viewer_of(request)
    by_words = request.method == "POST"
    form = WishForm(request.POST if by_words else request.GET, tree=tree(viewer), by_words=by_words)
    valid = form.is_valid()
    asked = {"form": form, "lists": Lists(form), "by_words": by_words}
    if not valid:
        return render(request, PAGE, asked, status=422)
    found, after = cards(form.wish, today(), after=form.after_key)
    context = {
        "wish": form.wish,
        "cards": found,
        "after": after,
        "pins": pins_of([(card.number, card.point, card.fits) for card in found if card.point], form.home),
        "weights": WEIGHTS,
        "may_create": policies.edit_services(viewer),
        "may_report": policies.report_missing(viewer),
    }
    return render(request, PAGE, {**asked, **context})


@require_http_methods(["GET", "HEAD", "POST"])
def report_missing(request: HttpRequest) -> HttpResponse:
    """A need that finds no answer here goes into the ledger, without anybody's name."""
    viewer = viewer_of(request)
    policies.report_missing.require(viewer)
    asked = {name: request.GET.get(name, "") for name in ("need", "municipality")}
    form = MissingForm(request.POST if request.method == "POST" else None, tree=tree(viewer), initial=asked)
    if request.method != "POST" or not form.is_valid():
        context = {"form": form}
        return render(
            request,
            "offer/directory/pages/report_missing.html",
            context,
            status=422 if form.is_bound else 200,
        )
    address = once(form.cleaned_data["once"], lambda: _missing(form, viewer))
    messages.success(request, _("Fatto: lo leggeranno i tavoli della rete, senza nomi."))
    return redirect(address)


def _missing(form: MissingForm, viewer: Viewer) -> str:
    write_missing(
        form.cleaned_data["need"],
        form.cleaned_data["municipality"],
        form.cleaned_data["reason"],
        by=viewer,
        today=today(),
    )
    return reverse("service_search")
