"""What holds back the closing of a case."""

from intreccio.families.assessments.queries.assessments import standing_of
from intreccio.families.assessments.rules.closing import why_not_close
from intreccio.families.cases.models import Case
from intreccio.ground.kernel.refused import Words


def holds_back(case: Case, *, motive: str = "") -> Words | None:
    """A look that is open, or the last one that was never taken; families that moved or chose to stop owe none."""
    return why_not_close(standing_of(case.pk), motive=motive)
