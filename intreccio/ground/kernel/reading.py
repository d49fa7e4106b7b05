"""Reading is recorded (law 6): one row an opening, print, export or search of family data."""

from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from django.db import ProgrammingError, connection
from django.http import Http404
from psycopg.errors import InsufficientPrivilege

from intreccio.ground.kernel.clock import now
from intreccio.ground.kernel.events import who
from intreccio.ground.kernel.keys import new_key
from intreccio.ground.kernel.viewer import Viewer

SAME_READING = timedelta(minutes=10)
# One statement, because every page of a family pays for it; `since` stands in a SELECT of its own, so that it is planned once
# a connection and not for every moment.
_ONCE_IN_A_WHILE = """
    INSERT INTO kernel_reading (id, at, user_id, membership_id, organisation_id, role, house, household_id, page, shown, count)
    SELECT %(id)s, %(at)s, %(user_id)s, %(membership_id)s, %(organisation_id)s, %(role)s, '', %(household)s, %(page)s::varchar,
      %(shown)s::uuid[], %(count)s
    WHERE NOT EXISTS (
      SELECT 1 FROM kernel_reading r
      WHERE r.membership_id = %(membership_id)s AND r.at > (SELECT %(since)s::timestamptz) AND r.page = %(page)s::varchar
        AND r.household_id IS NOT DISTINCT FROM %(household)s AND r.shown = %(shown)s::uuid[])
"""


def record_reading(
    viewer: Viewer,
    page: str,
    *,
    household_id: UUID | None = None,
    shown: Iterable[UUID] = (),
    count: int | None = None,
) -> None:
    """Writes that `viewer` opened `page`.

    shown: ids of the families or persons on it; a list that shows no more than names gives `count` instead.
    The same person's same page within ten minutes is one reading. Raises Http404 for a family that is out of sight by now:
    it was found a moment ago, and has changed hands since.
    """
    ids = sorted(set(shown))
    row = {
        "id": new_key(),
        "at": now(),
        "since": now() - SAME_READING,
        "page": page,
        "household": household_id,
        "shown": ids,
        "count": len(ids) or 1 if count is None else count,
        **who(viewer),
    }
    try:
        with connection.cursor() as cursor:
            cursor.execute(_ONCE_IN_A_WHILE, row)
    except ProgrammingError as refused:
        if household_id and isinstance(refused.__cause__, InsufficientPrivilege):
            raise Http404 from refused
        raise
