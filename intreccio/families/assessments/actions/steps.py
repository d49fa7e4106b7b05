"""What every act on an assessment does first: hold still what its rule reads."""

from intreccio.families.assessments.models import Assessment
from intreccio.families.assessments.rules.moments import why_not_write
from intreccio.families.cases.actions.steps import gone, lock_household
from intreccio.ground.kernel.refused import refuse_if
from intreccio.ground.kernel.viewer import Viewer


def lock_assessment(assessment: Assessment, *, by: Viewer) -> Assessment:
    """Holds the family first, then the assessment, as it stands now. Raises Refused, NotAllowed."""
    household = lock_household(assessment.household, by=by)
    rows = Assessment.objects.select_for_update(of=("self",)).select_related("case", "instrument")
    held = rows.filter(pk=assessment.pk).first()
    if held is None:
        raise gone()
    held.household = household
    return held


def lock_open(assessment: Assessment, *, by: Viewer) -> Assessment:
    """The same, for what is written only while it is open."""
    held = lock_assessment(assessment, by=by)
    refuse_if(
        why_not_write(is_closed=held.closed_on is not None, is_voided=held.voided_at is not None),
        code="closed",
    )
    return held
