"""A psychologist answers what the team asked."""

from datetime import date

from django.db import transaction

from intreccio.families.diary.actions.steps import lock_line
from intreccio.families.diary.models import SupportLine
from intreccio.families.diary.vocabulary import LineState
from intreccio.ground.kernel.clock import now
from intreccio.ground.kernel.editing import write_over
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.actions.deeds import record_family_deed


@transaction.atomic
def accept_line(line: SupportLine, *, answer: str, by: Viewer, today: date) -> None:
    """Whoever accepts follows the line. Raises Refused where somebody was quicker."""
    held = lock_line(line, "accept_line", by=by)
    _answer(held, LineState.ACCEPTED, answer, by=by, today=today)
    record_family_deed("line.accepted", held, held.household, by=by, line=held.kind)


@transaction.atomic
def decline_line(line: SupportLine, *, reason: str, answer: str, by: Viewer, today: date) -> None:
    """A no with its reason. Raises Refused where somebody was quicker."""
    held = lock_line(line, "decline_line", by=by)
    _answer(held, LineState.DECLINED, answer, by=by, today=today, reason=reason)
    record_family_deed("line.declined", held, held.household, by=by, line=held.kind, reason=reason)


def _answer(line: SupportLine, state: str, answer: str, *, by: Viewer, today: date, **more: object) -> None:
    write_over(
        line, version=line.version, state=state, answer=answer.strip(), answered_on=today,
        psychologist_id=by.membership_id, told_at=now(), **more,
    )  # fmt: skip
