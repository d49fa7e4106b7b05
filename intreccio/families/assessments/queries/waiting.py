"""What waits for somebody today."""

from datetime import date, timedelta

from intreccio.families.assessments.models import Assessment
from intreccio.ground.kernel.viewer import Viewer
from intreccio.ground.parameters.queries import value_at


def long_open(viewer: Viewer, most: int, *, today: date) -> list[Assessment]:
    """Assessments of the families I am the reference of, open for longer than the network has agreed."""
    days = int(value_at("assessment_waiting_days", today)["open"])
    rows = Assessment.objects.filter(
        closed_on__isnull=True,
        voided_at__isnull=True,
        begun_on__lt=today - timedelta(days=days),
        case__responsible=viewer.membership_id,
        case__ended_on__isnull=True,
        team_id__in=viewer.team_ids,
    )
    return list(rows.select_related("household").order_by("begun_on", "id")[:most])
