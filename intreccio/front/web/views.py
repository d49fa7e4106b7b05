"""Oggi, search, help; and what a device asks: whose it is now, its worker, the page it shows where there is no network."""

from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from intreccio.front.web import queries, rules
from intreccio.front.web.forms import SearchForm
from intreccio.front.web.vocabulary import WHERE
from intreccio.ground.accounts.roles import BY_CODE, abilities_of
from intreccio.ground.design.context import menu_once
from intreccio.ground.kernel.clock import now
from intreccio.ground.kernel.clock import today as this_day
from intreccio.ground.kernel.devices import owner_of, owner_under
from intreccio.ground.kernel.panels import panels_for, viewer_of
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.organisations.queries.hats import hats_before

WORKER, OFFLINE = "intreccio/worker.js", "front/web/pages/offline_page.html"
SHELF = "intreccio-shell"


@never_cache
@require_safe
def today(request: HttpRequest) -> HttpResponse:
    """What waits for me, how long, and why. Who has not signed in goes to sign in."""
    if not request.user.is_authenticated:
        return redirect(settings.LOGIN_URL)
    viewer = viewer_of(request)
    shown = rules.shown_for(request.GET.get("all", ""))
    groups = queries.waiting_for(viewer, shown)
    queries.record_told(viewer, groups)
    wide, side = rules.columns(groups)
    context = {
        **greeted(viewer),
        "said": queries.said_of(groups),
        "wide": wide,
        "side": side,
        "shown": shown,
        "next_shown": rules.more_after(shown),
        "panels": panels_for(request, "today.page"),
        "main_action": queries.main_action(viewer),
    }
    return render(request, "front/web/pages/today.html", context)


def greeted(viewer: Viewer) -> dict[str, object]:
    """Who comes in, and when."""
    hour = timezone.localtime(now()).hour
    return {
        "greeting": rules.greeting(hour),
        "first_name": rules.first_name(viewer.name),
        "day": this_day(),
    }


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def search(request: HttpRequest) -> HttpResponse:
    """Words come by POST only; a GET shows the empty form."""
    viewer = viewer_of(request)
    form = SearchForm(request.POST if request.method == "POST" else None)
    kinds = queries.search_for(viewer, form.cleaned_data["words"]) if form.is_valid() else None
    status = 422 if form.is_bound and not form.is_valid() else 200
    page = (
        "front/web/pages/_found.html"
        if request.headers.get("HX-Request") and status == 200
        else "front/web/pages/search.html"
    )
    return render(request, page, {"form": form, "kinds": kinds}, status=status)


@require_safe
def help_page(request: HttpRequest) -> HttpResponse:
    """What is where, for this role."""
    viewer = viewer_of(request)
    role = BY_CODE[viewer.role]
    menu = menu_once(request, viewer)
    places = [(entry, WHERE.get(entry.name, "")) for entry in (*menu.bar, *menu.corner) if not entry.current]
    context = {"role": role, "places": places, "may": sorted(str(each.words) for each in abilities_of(role))}
    return render(request, "front/web/pages/help_page.html", context)


@never_cache
@require_safe
def device(request: HttpRequest) -> JsonResponse:
    """Under which hat somebody is signed in, and which became it, as opaque words; and the mark that a form needs."""
    viewer = viewer_of(request)
    before = [owner_under(viewer.user_id, hat) for hat in hats_before(viewer)]
    return JsonResponse({"owner": owner_of(viewer), "before": before, "token": get_token(request)})


@never_cache
@require_safe
def device_worker(request: HttpRequest) -> HttpResponse:
    """The script that keeps one page for when there is no network; served from the top so that it answers for every page."""
    del request
    if (path := finders.find(WORKER)) is None:
        raise Http404
    script = Path(path).read_text(encoding="utf-8")
    shelf = f"{SHELF}-{queries.mark_of_shelf(script, render_to_string(OFFLINE))}"
    return HttpResponse(script.replace(SHELF, shelf), content_type="text/javascript; charset=utf-8")


@require_safe
def offline_page(request: HttpRequest) -> HttpResponse:
    """What is shown where there is no network. Nothing of anybody is in it, nor of what was asked: it stays on the device."""
    del request
    return HttpResponse(render_to_string(OFFLINE))
