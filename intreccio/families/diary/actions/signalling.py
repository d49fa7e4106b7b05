"""A note becomes a signal for the desk, without typing twice: only by whoever reads it, in the words they choose."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from intreccio.families.access.actions.receive import From, Said, create_signal
from intreccio.families.access.models import Signal
from intreccio.families.access.queries.desks import body_kind
from intreccio.families.access.rules.sources import source_of_body
from intreccio.families.diary import policies
from intreccio.families.diary.models import VisitNote
from intreccio.ground.kernel.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Worry:
    """What of the note goes to the desk, and what the desk asks of everybody."""

    facts: str
    knows: str
    worry: str = ""
    good: str = ""
    danger_now: bool = False


@transaction.atomic
def signal_from_note(
    note: VisitNote, worry: Worry, *, relation: str, receipt: str, by: Viewer, today: date
) -> Signal:
    """Goes to the desk of the family's municipality. Nothing is written beside the note: who signals is named to the desk alone.

    Raises Refused where no desk answers there.
    """
    policies.signal_from_note.require(by)
    family = note.case.household
    said = Said(
        source=source_of_body(body_kind(by)), municipality_code=family.municipality_code, facts=worry.facts, knows=worry.knows,
        worry=worry.worry, good=worry.good, family=f"{family.name} ({family.code})", danger_now=worry.danger_now,
    )  # fmt: skip
    sender = From(name=by.name, relation=relation, membership_id=by.membership_id)
    return create_signal(said, sender, by=by, on_behalf=False, receipt=receipt, today=today)
