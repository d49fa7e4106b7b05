"""The promise of the public form, kept by the house: what led to no family is erased after its time."""

from datetime import date, datetime

from django.db import connection

from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.events import record
from intreccio.ground.kernel.viewer import House
from intreccio.ground.parameters.queries import keeping

ERASER = House("eraser")
MOST = 500  # rows at a time, so that nobody waits for the night's work
# Contacts come second: those about a signal wait for it.
FUNCTIONS = {"signals": "SELECT erase_old_signals(%s, %s)", "contacts": "SELECT erase_old_contacts(%s, %s)"}


def erase_old_signals(today: date) -> tuple[int, int]:
    """Words and sender of old signals without a family, names and words of old contacts; answers how many of each.

    Twice is once. The row, its dates, place, steps and codes stay: they say how the desk worked, and of nobody.
    """
    signals, contacts = (_all_of(kind, today) for kind in FUNCTIONS)
    return signals, contacts


def _all_of(kind: str, today: date) -> int:
    """Batch after batch, each in a transaction of its own."""
    erased = 0
    while many := _some_of(kind, today):
        erased += many
    return erased


def _some_of(kind: str, today: date) -> int:
    with acting(ERASER):
        kept = keeping("signal_retention_months", today)
        many = _call(FUNCTIONS[kind], kept.since)
        if many:
            codes = {kind: many, "since": kept.since.date().isoformat()}
            record(f"{kind}.erased", kept.by, by=ERASER, codes=codes)
        return many


def _call(function: str, before: datetime) -> int:
    with connection.cursor() as cursor:
        cursor.execute(function, [before, MOST])
        (many,) = cursor.fetchone() or (0,)
    return int(many)
