"""Refused attempts are recorded even when the action rolls back (law 6); and a no may leave a fact behind."""

from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar
from uuid import UUID

from django.http import Http404, HttpRequest

from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.clock import now
from intreccio.ground.kernel.events import who
from intreccio.ground.kernel.keys import new_key
from intreccio.ground.kernel.models import Event
from intreccio.ground.kernel.refused import Refused
from intreccio.ground.kernel.viewer import Viewer

Answer = TypeVar("Answer")


def attempt(viewer: Viewer, do: Callable[[], Answer]) -> Answer:
    """Does something as `viewer`, for who comes without a page: on a no everything is rolled back, and what it leaves is kept.

    Raises Refused, as `do` did. Not inside a transaction: there nothing could be kept.
    """
    try:
        with acting(viewer):
            return do()
    except Refused as no:
        if no.leaves is not None:
            with acting(viewer):
                no.leaves(viewer)
        raise


def leave_behind(request: HttpRequest, failure: Exception) -> None:
    """What stays true although nothing was done; called in the transaction that records the attempt."""
    viewer = getattr(request, "viewer", None)
    if isinstance(failure, Refused) and failure.leaves is not None and isinstance(viewer, Viewer):
        failure.leaves(viewer)


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
