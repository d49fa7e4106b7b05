"""What this area hears from below."""

from uuid import UUID

from intreccio.families.cases.actions.passing import follow_household
from intreccio.families.cases.actions.workers import send_home_who_no_longer_sees
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.events import hear
from intreccio.ground.kernel.models import Event
from intreccio.ground.kernel.viewer import Actor, Viewer


def household_handed_over(event: Event, by: Actor) -> None:
    """Heard just before the rows change hands: the giver may still write."""
    if isinstance(by, Viewer) and event.household_id:
        follow_household(event.household_id, to_team_id=UUID(event.codes["to_team"]), by=by, today=today())


def household_unshared(event: Event, by: Actor) -> None:
    """An opening has been withdrawn: whoever saw the family through it alone no longer works with it."""
    if isinstance(by, Viewer) and event.household_id:
        send_home_who_no_longer_sees(event.household_id, by=by, today=today())


def register() -> None:
    """Begins to listen."""
    hear("household.unshared")(household_unshared)
    hear("household.handed_over")(household_handed_over)
