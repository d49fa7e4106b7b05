"""What the team before has written for the one that goes on."""

from django.db import transaction

from intreccio.families.cases import policies
from intreccio.families.cases.actions.steps import lock_case
from intreccio.families.cases.models import Case
from intreccio.ground.kernel.editing import write_over
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.actions.deeds import record_family_deed


@transaction.atomic
def read_summary(case: Case, *, by: Viewer) -> None:
    """The words of a hand-over have been read here: they go back into the story. Twice is once."""
    policies.read_summary.require(by)
    held = lock_case(case, by=by)
    if held.unread_summary is None:
        return
    write_over(held, version=held.version, unread_summary=None)
    record_family_deed("case.summary_read", held, held.household, by=by)
