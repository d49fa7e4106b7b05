"""What every act about school does first, and how it is told."""

from collections.abc import Iterable
from typing import Any, TypeVar

from django.utils.translation import gettext as _

from intreccio.answers.school import policies
from intreccio.families.cases.actions.steps import gone, lock_household
from intreccio.ground.kernel.models import Event
from intreccio.ground.kernel.refused import Refused
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.actions.deeds import record_family_deed
from intreccio.parties.people.models import FamilyRow, Household

Row = TypeVar("Row", bound=FamilyRow)


def lock_family(household: Household, verb: str, *, by: Viewer) -> Household:
    """Holds the family still for whoever may. Raises NotAllowed, Refused."""
    policies.ABILITIES[verb].require(by)
    return lock_household(household, by=by)


def lock_row(row: Row, verb: str, *, by: Viewer) -> Row:
    """Holds the family first, then the row as it stands now. Raises NotAllowed; Refused where it was annulled meanwhile."""
    household = lock_family(row.household, verb, by=by)
    held = type(row)._default_manager.select_for_update(of=("self",)).filter(pk=row.pk).first()
    if held is None:
        raise gone()
    if getattr(held, "voided_at", None) is not None:
        raise Refused(_("Nel frattempo è stato annullato."), code="voided")
    held.household = household
    return held


def told(kind: str, row: FamilyRow, *, by: Viewer, fields: Iterable[str] = (), **codes: Any) -> Event:
    """Records it, with codes and never a word."""
    return record_family_deed(kind, row, row.household, by=by, fields=fields, **codes)
