"""Whom one talks with at school."""

from dataclasses import asdict, dataclass

from django.db import transaction

from intreccio.answers.school.actions.steps import lock_row, told
from intreccio.answers.school.models import SchoolContact, Schooling
from intreccio.answers.school.rules.schooling import why_not_reach
from intreccio.ground.kernel.editing import void, write_over
from intreccio.ground.kernel.refused import refuse_if
from intreccio.ground.kernel.viewer import Viewer

VERB = "write_school_contact"


@dataclass(frozen=True, slots=True)
class Reached:
    """Who it is at school, and how they are reached."""

    name: str
    role: str
    phone: str
    email: str
    note: str


@transaction.atomic
def add_school_contact(schooling: Schooling, reached: Reached, *, by: Viewer) -> SchoolContact:
    """Writes with whom one talks. Raises Refused."""
    held = lock_row(schooling, VERB, by=by)
    refuse_if(why_not_reach(reached.name, reached.phone, reached.email), code="reach")
    row = SchoolContact(household=held.household, team_id=held.team_id, schooling=held, **_tidy(reached))
    row.save(force_insert=True)
    told("school_contact.added", row, by=by)
    return row


@transaction.atomic
def edit_school_contact(contact: SchoolContact, reached: Reached, *, version: int, by: Viewer) -> None:
    """Corrects it. Raises Refused, Changed."""
    held = lock_row(contact, VERB, by=by)
    refuse_if(why_not_reach(reached.name, reached.phone, reached.email), code="reach")
    if fields := write_over(held, version=version, **_tidy(reached)):
        told("school_contact.edited", held, by=by, fields=fields)


@transaction.atomic
def void_school_contact(contact: SchoolContact, *, reason: str, by: Viewer) -> None:
    """One that is no longer there, or was a mistake. Raises Refused."""
    held = lock_row(contact, VERB, by=by)
    void(held, by=by, reason=reason.strip())
    told("school_contact.voided", held, by=by)


def _tidy(reached: Reached) -> dict[str, str]:
    return {name: value.strip() for name, value in asdict(reached).items()}
