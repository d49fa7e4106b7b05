"""A second tap writes nothing (law 7): the form carries a key, the first use keeps where it led.

The key of a writing is the form's own and what the form says: a page that Back brings out of the browser's memory
carries a key that was used before, and other words on it are another writing.
"""

import json
from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any
from uuid import UUID, uuid5

from django.db import connection, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.datastructures import MultiValueDict
from django.views.decorators.http import require_http_methods

from intreccio.ground.kernel.clock import now
from intreccio.ground.kernel.models import Once
from intreccio.ground.kernel.panels import viewer_of
from intreccio.ground.kernel.tally import bucket_of

View = Callable[..., HttpResponse]

# The mark against forged forms is another one at every page.
UNSAID = frozenset({"csrfmiddlewaretoken"})


def key_of(data: Mapping[str, Any], name: str = "once") -> UUID:
    """The key of one writing: of a form's own key and of everything else that was sent, whatever its order.

    data: what was posted; the name of its key is `name`. Raises ValueError where it carries none.
    """
    lists = data.lists() if isinstance(data, MultiValueDict) else data.items()
    said = {key: _texts(values) for key, values in lists if key not in {name, *UNSAID}}
    # A keyed digest: what was said, a password among it, cannot be guessed back from the key that is kept.
    return uuid5(UUID(str(data.get(name, ""))), bucket_of("once", json.dumps(said, sort_keys=True)))


def _texts(values: Any) -> list[str]:
    return sorted(map(str, values)) if isinstance(values, (list, tuple)) else [str(values)]


def led_before(data: Mapping[str, Any]) -> str:
    """Where the same writing has led already; empty where it has not been made, or carries no key."""
    try:
        return outcome_of(key_of(data))
    except ValueError:
        return ""


def second_tap_first(view: View) -> View:
    """A page with a form. A second tap is answered before anything is looked for: the first may have moved it out of sight."""

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        viewer_of(request)
        if request.method == "POST" and (address := led_before(request.POST)):
            return redirect(address)
        return view(request, *args, **kwargs)

    return require_http_methods(["GET", "HEAD", "POST"])(answered)


def once(key: UUID, write: Callable[[], str], *, leads_to: str = "") -> str:
    """Runs `write` the first time and answers the address it led to; a second tap only gets the address again.

    leads_to: the address, where it is known before writing: it is kept in the same statement as the key.
    When `write` raises, the key is free again: a corrected form can be sent. Raises Http404 for a key of somebody else.
    """
    with transaction.atomic():
        if first_use(key, leads_to):
            address = write()
            if address != leads_to:
                led_to(key, address)
            return address
    if address := outcome_of(key):
        return address
    raise Http404


def first_use(key: UUID, leads_to: str = "") -> bool:
    """True the first time. A simultaneous second tap waits here until the first has committed or rolled back."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO kernel_once (key, actor, at, outcome) VALUES (%s, actor(), %s, %s) ON CONFLICT DO NOTHING",
            [key, now(), leads_to],
        )
        return bool(cursor.rowcount == 1)


def led_to(key: UUID, outcome: str) -> None:
    """Keeps the address the first use led to."""
    Once.objects.filter(key=key).update(outcome=outcome)


def outcome_of(key: UUID) -> str:
    """Where the first use led; empty for somebody else's key."""
    return Once.objects.filter(key=key).values_list("outcome", flat=True).first() or ""
