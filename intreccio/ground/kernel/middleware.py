"""One transaction a request, with its actor; a no is shown and recorded after everything has been rolled back."""

from collections.abc import Callable
from urllib.parse import urlencode, urlsplit
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import IntegrityError, OperationalError, connection, transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render, resolve_url
from django.template.loader import render_to_string

from intreccio.ground.kernel import serving
from intreccio.ground.kernel.acting import act
from intreccio.ground.kernel.attempts import leave_behind, record_attempt
from intreccio.ground.kernel.panels import NoViewer, door
from intreccio.ground.kernel.refused import Refused, meaning_of
from intreccio.ground.kernel.typed import typed_in
from intreccio.ground.kernel.viewer import DOOR, Viewer

HAT = "membership"


class ActorMiddleware:
    """Opens the transaction, says who acts, and undoes everything when a view raises."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        for reason in serving.why_not_serve(connection):
            raise ImproperlyConfigured(reason)

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        with transaction.atomic():
            request.viewer = sign_on(request)  # type: ignore[attr-defined]  # Django's request is open by design
            known = request.user.is_authenticated
            response = self.get_response(request)
        failure = getattr(request, "failure", None)
        answer = response if failure is None else self.after(request, failure, response)
        if known:
            answer["Cache-Control"] = "no-store"  # after signing out, Back shows nothing
        return answer

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Undoes the request. Django has turned the exception into an answer by the time `atomic` could see it."""
        transaction.set_rollback(True)
        if isinstance(exception, (IntegrityError, OperationalError)):
            exception = meaning_of(exception) or exception
        if isinstance(exception, NoViewer):
            return to_hats(request) if request.user.is_authenticated else to_sign_in(request)
        if isinstance(exception, (Refused, Http404)):
            request.failure = exception  # type: ignore[attr-defined]  # as above
            return HttpResponse(status=exception.status if isinstance(exception, Refused) else 404)
        return None

    def after(self, request: HttpRequest, failure: Exception, response: HttpResponseBase) -> HttpResponse:
        """Records the attempt and what the no leaves, in a transaction of its own, and draws the page that explains."""
        with transaction.atomic():
            request.viewer = sign_on(request)  # type: ignore[attr-defined]  # as above
            record_attempt(request, failure)
            leave_behind(request, failure)
            refused = isinstance(failure, Refused)
            template = "ground/design/refused.html" if refused else "ground/design/missing.html"
            context = {"failure": failure, "typed": typed_in(request)}
            return render(request, template, context, status=response.status_code)


def to_sign_in(request: HttpRequest) -> HttpResponse:
    """The way in, and from there back to where one was; what was written meanwhile is shown first."""
    way_in = resolve_url(settings.LOGIN_URL)
    if back := page_of(request):
        way_in = f"{way_in}?{urlencode({'next': back}, safe='/')}"
    return _given_back(request, way_in, status=401)


def to_hats(request: HttpRequest) -> HttpResponse:
    """To the hats, where the one that was worn has ended or a second one was received; with what was written, as above."""
    return _given_back(request, resolve_url("choose_hat"), status=403)


def _given_back(request: HttpRequest, way_in: str, *, status: int) -> HttpResponse:
    typed = typed_in(request)
    if not typed:
        return redirect(way_in)
    context = {"way_in": way_in, "typed": typed, "known": status != 401}
    answer = render(request, "ground/design/ended.html", context, status=status)
    answer["Cache-Control"] = "no-store"  # Back shows nothing to whoever comes after
    return answer


def token_of_before(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The answer to a form without today's token: of somebody who signed in again elsewhere, and then what was written is given
    back, or sent by another house, which is given nothing (CSRF_FAILURE_VIEW)."""
    del reason
    sent_by = urlsplit(request.headers.get("origin") or request.headers.get("referer", ""))
    typed = typed_in(request) if sent_by.netloc == request.get_host() else None
    page = render_to_string("403_csrf.html", {"typed": typed})
    return HttpResponse(page, status=403, headers={"Cache-Control": "no-store"})


def page_of(request: HttpRequest) -> str:
    """The path of the page that somebody was on: of a form, the page that held it. Empty where another house sent it."""
    if request.method in ("GET", "HEAD"):
        return request.path
    sent_by = urlsplit(request.headers.get("referer", ""))
    return sent_by.path if sent_by.netloc == request.get_host() else ""


def sign_on(request: HttpRequest) -> Viewer | None:
    """Finds the viewer behind the session, tells the database, and answers it; None for who has not signed in."""
    act(DOOR)
    user_id = getattr(request.user, "pk", None)
    if not isinstance(user_id, UUID) or door.take_hat is None:
        return None
    chosen = request.session.get(HAT)
    return door.take_hat(user_id, UUID(chosen) if chosen else None)
