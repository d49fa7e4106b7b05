"""What this area hears from below."""

from intreccio.families.diary.actions import leave_lines
from intreccio.families.diary.actions.visits import take_up_visits
from intreccio.ground.kernel.events import hear
from intreccio.ground.kernel.models import Event
from intreccio.ground.kernel.viewer import Actor, Viewer
from intreccio.parties.organisations.queries.people import hat_in


def household_handed_over(event: Event, by: Actor) -> None:
    """Heard just before the rows change hands: the giver may still write."""
    if isinstance(by, Viewer) and event.household_id:
        leave_lines(event.household_id)


def hat_at_work(event: Event, _by: Actor) -> None:
    """Who comes to a team, or changes role and has one: the visits agreed under the hat before are theirs."""
    take_up_visits(hat_in(event))


def register() -> None:
    """Begins to listen."""
    hear("team_member.added")(hat_at_work)
    hear("membership.role_changed")(hat_at_work)
    hear("household.handed_over")(household_handed_over)
