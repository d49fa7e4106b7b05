"""What a device asks: whose it is now, the worker that answers without a network, the page it then shows."""

from django.contrib.staticfiles import finders
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from intreccio.ground.kernel.devices import owner_of
from intreccio.ground.kernel.panels import viewer_of

WORKER = "intreccio/worker.js"


@never_cache
@require_safe
def device(request: HttpRequest) -> JsonResponse:
    """Under which hat somebody is signed in, as an opaque word, and the mark that a form needs."""
    return JsonResponse({"owner": owner_of(viewer_of(request)), "token": get_token(request)})


@never_cache
@require_safe
def device_worker(request: HttpRequest) -> HttpResponse:
    """The script that keeps one page for when there is no network; served from the top so that it answers for every page."""
    del request
    if (path := finders.find(WORKER)) is None:
        raise Http404
    with open(path, "rb") as script:
        return HttpResponse(script.read(), content_type="text/javascript; charset=utf-8")


@require_safe
def offline_page(request: HttpRequest) -> HttpResponse:
    """What is shown where there is no network. Nothing of anybody is in it: it stays on the device."""
    return render(request, "front/web/pages/offline_page.html")
