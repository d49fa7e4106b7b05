"""A family begins to be looked at with the family."""

from datetime import date

from django.db import transaction

from intreccio.families.assessments import policies
from intreccio.families.assessments.models import Assessment
from intreccio.families.assessments.queries.assessments import first_of, standing_of
from intreccio.families.assessments.rules.moments import why_not_begin
from intreccio.families.cases.actions.steps import lock_case
from intreccio.families.cases.models import Case
from intreccio.ground.kernel.refused import refuse_if
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.people.actions.deeds import record_family_deed
from intreccio.workshop.instruments.queries import edition_on

INSTRUMENT = "che-cosa-c-e"


@transaction.atomic
def begin_assessment(case: Case, *, moment: str, by: Viewer, today: date) -> Assessment:
    """Begins one moment of a case. A later moment asks what the first one asked: the same edition. Raises Refused."""
    policies.begin_assessment.require(by)
    held = lock_case(case, by=by)
    refuse_if(why_not_begin(moment, standing_of(held.pk), has_ended=held.ended_on is not None), code="moment")
    first = first_of(held.pk)
    assessment = Assessment(
        household=held.household, team_id=held.team_id, case=held, moment=moment, begun_on=today,
        instrument=first.instrument if first else edition_on(INSTRUMENT, today), begun_by_id=by.membership_id,
    )  # fmt: skip
    assessment.save(force_insert=True)
    record_family_deed("assessment.begun", assessment, held.household, by=by, moment=str(moment))
    return assessment
