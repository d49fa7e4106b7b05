"""What is to be reminded, asked as the house's `jobs` of the narrow functions of the areas above."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django.db import connection

from intreccio.ground.kernel.viewer import Viewer
from intreccio.workshop.calendar.models import Reminder, ReminderChoice
from intreccio.workshop.calendar.queries.sources import sources
from intreccio.workshop.calendar.rules.reminding import last_day


@dataclass(frozen=True, slots=True)
class Due:
    """An entry of a day, for somebody."""

    kind: str
    key: UUID
    membership_id: UUID
    day: date
    hour: time | None


@dataclass(frozen=True, slots=True)
class Reached:
    """Where somebody at work is written to, and who they are."""

    user_id: UUID
    email: str


Reach = Callable[[Collection[UUID]], Mapping[UUID, Reached]]


@dataclass(slots=True)
class _Post:
    """How hats become addresses: `organisations`, which knows who works, puts it here. Asked as `jobs`."""

    reach: Reach | None = None


post = _Post()
AHEAD = "(due.day > %(since)s OR due.hour IS NULL OR due.hour > %(at)s)"
SAME = """r.kind = due.kind AND r.entry_id = due.key AND r.membership_id = due.hat AND r.day = due.day
        AND r.hour IS NOT DISTINCT FROM due.hour"""
NOT_YET = f"""
    SELECT due.kind, due.key, due.hat, due.day, due.hour FROM ({{due}}) due (kind, key, hat, day, hour)
    WHERE {AHEAD} AND NOT EXISTS (SELECT FROM calendar_reminder r WHERE {SAME})
    ORDER BY due.day, due.hour, due.key, due.hat LIMIT %(most)s
"""  # noqa: S608  # fixed texts
REMINDED = f"""
    SELECT r.membership_id, r.mail_id FROM ({{due}}) due (kind, key, hat, day, hour) JOIN calendar_reminder r ON {SAME}
    WHERE {AHEAD} AND r.mail_id IS NOT NULL
"""  # noqa: S608  # fixed texts
STANDS = """
    SELECT EXISTS (SELECT FROM ({due}) due (kind, key, hat, day, hour)
      WHERE due.kind = %(kind)s AND due.key = %(only)s AND due.hat = %(hat)s AND due.day = %(since)s
        AND due.hour IS NOT DISTINCT FROM %(hour)s)
"""


def not_yet_reminded(moment: datetime, most: int) -> list[Due]:
    """The next ones whose time has come, by the clock on the wall."""
    return [Due(*row) for row in _asked(NOT_YET, moment, most=most)]


def reminded(moment: datetime) -> list[tuple[UUID, UUID]]:
    """Of what is to come, and was written of already: whose hat, and which mail."""
    return _asked(REMINDED, moment)


def _asked(statement: str, moment: datetime, **more: int) -> list[Any]:
    values: dict[str, Any] = {
        "since": moment.date(),
        "until": last_day(moment),
        "at": moment.time(),
        "only": None,
    }
    with connection.cursor() as cursor:
        cursor.execute(statement.format(due=_due()), values | more)
        return list(cursor.fetchall())


def still_stands(row: Reminder) -> bool:
    """Whether the entry is still on that day, at that hour, for that person: not moved, not called off, still theirs."""
    values: dict[str, Any] = {
        "since": row.day,
        "until": row.day,
        "only": row.entry_id,
        "kind": row.kind,
        "hat": row.membership_id,
        "hour": row.hour,
    }
    with connection.cursor() as cursor:
        cursor.execute(STANDS.format(due=_due()), values)
        (stands,) = cursor.fetchone() or (False,)
    return bool(stands)


def reached(hats: Collection[UUID]) -> Mapping[UUID, Reached]:
    """Those of these who are at work today, but for who wants no reminders."""
    found = post.reach(hats) if post.reach else {}
    users = {each.user_id for each in found.values()}
    off = ReminderChoice.objects.filter(user_id__in=users, off_since__isnull=False)
    silent = set(off.values_list("user_id", flat=True))
    return {hat: each for hat, each in found.items() if each.user_id not in silent}


def wants_reminders(viewer: Viewer) -> bool:
    """What this person has chosen; yes where they have said nothing."""
    return not ReminderChoice.objects.filter(user_id=viewer.user_id, off_since__isnull=False).exists()


def _due() -> str:
    return " UNION ALL ".join(source.due for source in sources() if source.due)
