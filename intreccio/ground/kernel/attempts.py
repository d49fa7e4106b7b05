"""Refused attempts are recorded even when the action rolls back (law 6)."""

from contextlib import suppress
from uuid import UUID

from django.http import Http404, HttpRequest

from intreccio.ground.kernel.clock import now
from intreccio.ground.kernel.events import who
from intreccio.ground.kernel.keys import new_key
from intreccio.ground.kernel.models import Event
from intreccio.ground.kernel.refused import Refused
from intreccio.ground.kernel.viewer import Viewer


def record_attempt(request: HttpRequest, failure: Exception) -> None:
    """One event for a no said to a signed-in person, or for an id tried that led nowhere."""
    viewer = getattr(request, "viewer", None)
    match = request.resolver_match
    if not isinstance(viewer, Viewer) or match is None:
        return
    tried = [value for value in match.kwargs.values() if isinstance(value, UUID)] or ids_asked(request)
    if isinstance(failure, Http404) and not tried:
        return
    Event(
        id=new_key(),
        at=now(),
        kind="attempt.refused",
        subject_type=match.view_name[:60],
        subject_id=tried[0] if tried else viewer.membership_id,
        codes={
            "code": failure.code if isinstance(failure, Refused) else "not_found",
            "method": request.method,
        },
        **who(viewer),
    ).save(force_insert=True)


def ids_asked(request: HttpRequest) -> list[UUID]:
    """The ids that the query of an address names: `/cases/new?household=…`."""
    found = []
    for value in request.GET.values():
        with suppress(ValueError):
            found.append(UUID(str(value)))
    return found
