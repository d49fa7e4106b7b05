"""What this area hears from below."""

from intreccio.families.cases.models import Case
from intreccio.families.plans.actions import end_plan
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.events import hear
from intreccio.ground.kernel.models import Event
from intreccio.ground.kernel.viewer import Actor, Viewer


def case_closed(event: Event, by: Actor) -> None:
    """The family's way has ended: its plan has been what was agreed until today."""
    if isinstance(by, Viewer):
        case = Case.objects.select_related("household").get(pk=event.subject_id)
        end_plan(case, by=by, today=today())


def register() -> None:
    """Begins to listen."""
    hear("case.closed")(case_closed)
