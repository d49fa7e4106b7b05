"""A second tap writes nothing (law 7): the form carries a key, the first use keeps where it led."""

from collections.abc import Callable
from uuid import UUID

from django.db import connection, transaction
from django.http import Http404

from intreccio.ground.kernel.clock import now
from intreccio.ground.kernel.models import Once


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
