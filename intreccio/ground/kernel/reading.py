"""Reading is recorded (law 6): one row an opening, print, export or search of family data."""

from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from intreccio.ground.kernel.clock import now
from intreccio.ground.kernel.events import who
from intreccio.ground.kernel.keys import new_key
from intreccio.ground.kernel.models import Reading
from intreccio.ground.kernel.viewer import Viewer

SAME_READING = timedelta(minutes=10)


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
    The same person's same page within ten minutes is one reading.
    """
    ids = sorted(set(shown))
    again = Reading.objects.filter(
        membership_id=viewer.membership_id,
        page=page,
        household_id=household_id,
        shown=ids,
        at__gt=now() - SAME_READING,
    )
    if again.exists():
        return
    Reading(
        id=new_key(),
        at=now(),
        page=page,
        household_id=household_id,
        shown=ids,
        count=len(ids) or 1 if count is None else count,
        **who(viewer),
    ).save(force_insert=True)
