"""What this area hears from below."""

from uuid import UUID

from intreccio.families.cases.actions.passing import follow_household
from intreccio.families.cases.actions.taking_up import take_up_meetings
from intreccio.families.cases.actions.workers import send_home_who_no_longer_sees
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.events import hear
from intreccio.ground.kernel.models import Event
from intreccio.ground.kernel.viewer import Actor, Viewer
from intreccio.parties.organisations.queries.people import hat_in


def household_handed_over(event: Event, by: Actor) -> None:
    """Heard just before the rows change hands: the giver may still write."""
    if isinstance(by, Viewer) and event.household_id:
        follow_household(event.household_id, to_team_id=UUID(event.codes["to_team"]), by=by, today=today())


def household_unshared(event: Event, by: Actor) -> None:
    """An opening has been withdrawn: whoever saw the family through it alone no longer works with it."""
    if isinstance(by, Viewer) and event.household_id:
        send_home_who_no_longer_sees(event.household_id, by=by, today=today())


def hat_at_work(event: Event, _by: Actor) -> None:
    """Who comes to a team, or changes role and has one: what waited for them under the hat before is theirs."""
    take_up_meetings(hat_in(event))


def register() -> None:
    """Begins to listen."""
    hear("team_member.added")(hat_at_work)
    hear("membership.role_changed")(hat_at_work)
    hear("household.unshared")(household_unshared)
    hear("household.handed_over")(household_handed_over)
