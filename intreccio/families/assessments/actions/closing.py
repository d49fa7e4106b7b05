"""What family and team read together; then the look is closed, and stays as it was that day."""

from datetime import date
from typing import Any

from django.db import transaction

from intreccio.families.assessments import policies
from intreccio.families.assessments.actions.steps import lock_assessment, lock_open
from intreccio.families.assessments.models import Assessment
from intreccio.families.assessments.queries.assessments import first_of, standing_of
from intreccio.families.assessments.queries.look import Look, look_of
from intreccio.families.assessments.rules.change import change_between
from intreccio.families.assessments.rules.closing import why_not_close_assessment
from intreccio.families.assessments.rules.moments import why_not_void, why_not_write
from intreccio.families.assessments.vocabulary import Moment
from intreccio.ground.kernel.editing import void, write_over
from intreccio.ground.kernel.refused import refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.actions.deeds import record_family_deed


@transaction.atomic
def read_together(assessment: Assessment, *, words: str, version: int, by: Viewer) -> None:
    """Writes what family and team read in it, as it was read at `version`. Raises Refused, Changed."""
    policies.read_together.require(by)
    held = lock_open(assessment, by=by)
    write_over(held, version=version, read_together=words.strip())
    record_family_deed("assessment.read_together", held, held.household, by=by, fields=["read_together"])


@transaction.atomic
def close_assessment(assessment: Assessment, *, by: Viewer, today: date) -> None:
    """Closes a look to which nothing is missing. Raises Refused with the first thing that is.

    The event carries one number a scale, the mean over the voices, because facts over many families need one; pages
    show the voices beside each other and never this mean.
    """
    policies.close_assessment.require(by)
    held = lock_open(assessment, by=by)
    look = look_of(by, held)
    refuse_if(why_not_close_assessment(*look.standing), code="missing")
    write_over(held, version=held.version, closed_on=today)
    record_family_deed("assessment.closed", held, held.household, by=by, **_codes(look, by))


def _codes(look: Look, by: Viewer) -> dict[str, Any]:
    held, scores = look.assessment, look.means
    codes: dict[str, Any] = {"moment": held.moment, "scores": scores, "views": len(look.points)}
    first = first_of(held.case_id) if held.moment != Moment.T0 else None
    return {**codes, "change": change_between(look_of(by, first).means, scores)} if first else codes


@transaction.atomic
def void_assessment(assessment: Assessment, *, reason: str, by: Viewer) -> None:
    """Annuls an assessment written by mistake; it stays readable, and the moment can begin again. Raises Refused."""
    policies.void_assessment.require(by)
    held = lock_assessment(assessment, by=by)
    refuse_if(why_not_write(is_closed=False, is_voided=held.voided_at is not None), code="voided")
    refuse_if(why_not_void(held.moment, standing_of(held.case_id)), code="later")
    # What it had said of the change is taken back from the numbers with the same codes.
    codes = _codes(look_of(by, held), by) if held.closed_on else {"moment": held.moment}
    void(held, by=by, reason=reason.strip())
    record_family_deed("assessment.voided", held, held.household, by=by, **codes)
