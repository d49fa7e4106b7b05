"""Law 7: an edit carries the version it was read at; a second edit finds both."""

from typing import Any

from django.db.models import F
from django.http import Http404

from intreccio.ground.kernel.clock import now
from intreccio.ground.kernel.models import Record
from intreccio.ground.kernel.refused import Changed
from intreccio.ground.kernel.viewer import Viewer


def write_over(row: Record, *, version: int, **changes: Any) -> set[str]:
    """Writes `changes` over a Versioned row as it was read at `version`; answers the names of what really changed.

    Raises Changed, carrying the row as it stands now, when somebody else wrote first.
    """
    changed = {name for name, value in changes.items() if getattr(row, name) != value}
    rows: Any = type(row)._default_manager.filter(pk=row.pk)  # any Versioned row
    if not rows.filter(version=version).update(version=F("version") + 1, **changes):
        current = rows.first()
        if current is None:
            raise Http404  # it was found a moment ago, and has left the actor's sight since
        raise Changed(current)
    row.refresh_from_db()
    return changed


def void(row: Record, *, by: Viewer, reason: str, **also: Any) -> None:
    """Law 8: marks a Voidable row as a mistake, with its reason; it stays readable to those who could read it.

    also: what else is said of it in the same moment.
    """
    rows: Any = type(row)._default_manager.filter(pk=row.pk)  # any Voidable row
    rows.filter(voided_at__isnull=True).update(
        voided_at=now(), voided_by=by.membership_id, void_reason=reason, **also
    )
    row.refresh_from_db()
