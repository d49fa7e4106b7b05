"""What this area hears from below."""

from intreccio.families.around.actions.outings import take_up_outings
from intreccio.ground.kernel.events import hear
from intreccio.ground.kernel.models import Event
from intreccio.ground.kernel.viewer import Actor
from intreccio.parties.organisations.queries.people import hat_in


def hat_at_work(event: Event, _by: Actor) -> None:
    """Who comes to a team, or changes role and has one: where they were to go under the hat before, they go."""
    take_up_outings(hat_in(event))


def register() -> None:
    """Begins to listen."""
    hear("team_member.added")(hat_at_work)
    hear("membership.role_changed")(hat_at_work)
