"""What this area hears from below."""

from uuid import UUID

from intreccio.families.cases.actions.passing import follow_household
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.events import hear
from intreccio.ground.kernel.models import Event
from intreccio.ground.kernel.viewer import Actor, Viewer


def household_handed_over(event: Event, by: Actor) -> None:
    """Heard just before the rows change hands: the giver may still write."""
    if isinstance(by, Viewer) and event.household_id:
        follow_household(event.household_id, to_team_id=UUID(event.codes["to_team"]), by=by, today=today())


def register() -> None:
    """Begins to listen."""
    hear("household.handed_over")(household_handed_over)
