"""A family's story: the acts that have words, the last ones first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby
from typing import Any
from uuid import UUID

from django.db import connection
from django.utils.text import capfirst
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from intreccio.ground.kernel.models import Event
from intreccio.ground.kernel.panels import told
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.queries.households import Seen

LAST = 10
PAGE = 25
LATEST: dict[str, Any] = {"at": "infinity", "id": UUID(int=0)}
# Written out: composed by the ORM this would cost more than to answer, at every opening of a page.
ACTS = """
    SELECT e.id, e.at, e.kind, coalesce((SELECT u.name FROM accounts_colleague u WHERE u.id = e.user_id), '')
    FROM kernel_event e
    WHERE e.household_id = %(household)s AND (e.at, e.id) < (%(at)s::timestamptz, %(id)s::uuid)
    ORDER BY e.at DESC, e.id DESC LIMIT %(most)s
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line, as the component `thread` draws it: when, who, and what was done."""

    id: UUID
    at: datetime
    what: str
    text: str
    family: bool = False


def story_of(viewer: Viewer, seen: Seen, *, most: int = LAST, before: Event | None = None) -> list[Entry]:
    """The acts before `before`, at most `most` that have words. One query; nothing below the level *record*."""
    if not seen.shows_record:
        return []
    begin: dict[str, Any] = {"at": before.at, "id": before.pk} if before else LATEST
    with connection.cursor() as cursor:
        cursor.execute(ACTS, {"household": seen.household.pk, "most": most + PAGE, **begin})
        entries = (entry_of(*row) for row in cursor.fetchall())
    return list(_first(most, entries))


def entry_of(key: UUID, at: datetime, kind: str, who: str) -> Entry | None:
    """None for an act that no story tells."""
    words = told(kind)
    return Entry(key, at, who, capfirst(str(words))) if words else None


def gathered(entries: Iterable[Entry]) -> list[Entry]:
    """The same act of the same person on one day is one line, with how many times."""
    lines = []
    for _same, several in groupby(
        entries, key=lambda entry: (localtime(entry.at).date(), entry.what, entry.text)
    ):
        first, *others = several
        times = _("%(act)s, %(times)d volte") % {"act": first.text, "times": len(others) + 1}
        lines.append(replace(first, text=times) if others else first)
    return lines


def _first(most: int, entries: Iterator[Entry | None]) -> Iterator[Entry]:
    for entry in entries:
        if entry is not None:
            yield entry
            most -= 1
        if not most:
            return


def event_of(viewer: Viewer, household_id: UUID, event_id: UUID) -> Event | None:
    """Where a page of the story begins."""
    return Event.objects.filter(household_id=household_id, pk=event_id).first()
