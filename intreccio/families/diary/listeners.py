"""What this area hears from below."""

from intreccio.families.diary.actions import leave_lines
from intreccio.ground.kernel.events import hear
from intreccio.ground.kernel.models import Event
from intreccio.ground.kernel.viewer import Actor, Viewer


def household_handed_over(event: Event, by: Actor) -> None:
    """Heard just before the rows change hands: the giver may still write."""
    if isinstance(by, Viewer) and event.household_id:
        leave_lines(event.household_id)


def register() -> None:
    """Begins to listen."""
    hear("household.handed_over")(household_handed_over)
