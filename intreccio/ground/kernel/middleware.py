"""One transaction a request, with its actor; a no is shown and recorded after everything has been rolled back."""

from collections.abc import Callable
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import IntegrityError, connection, transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render

from intreccio.ground.kernel import serving
from intreccio.ground.kernel.acting import act
from intreccio.ground.kernel.attempts import leave_behind, record_attempt
from intreccio.ground.kernel.panels import NoViewer, door
from intreccio.ground.kernel.refused import Refused, meaning_of
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
        if isinstance(exception, IntegrityError):
            exception = meaning_of(exception) or exception
        if isinstance(exception, NoViewer):
            user = request.user
            return redirect("choose_hat" if user.is_authenticated else settings.LOGIN_URL)
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
            return render(request, template, {"failure": failure}, status=response.status_code)


def sign_on(request: HttpRequest) -> Viewer | None:
    """Finds the viewer behind the session, tells the database, and answers it; None for who has not signed in."""
    act(DOOR)
    user_id = getattr(request.user, "pk", None)
    if not isinstance(user_id, UUID) or door.find_viewer is None:
        return None
    act(user_id)
    chosen = request.session.get(HAT)
    viewer = door.find_viewer(user_id, UUID(chosen) if chosen else None)
    if viewer is not None:
        act(viewer)
    return viewer
