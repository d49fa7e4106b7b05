"""What people read about the network."""

from uuid import UUID

from django.db import connection

from intreccio.ground.kernel.viewer import Viewer


def find_viewer(user_id: UUID, chosen: UUID | None) -> Viewer | None:
    """The viewer of a signed-in user: the chosen hat, or the only one. None when somebody must choose, or has none."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT membership_id, organisation_id, role, person, organisation, teams_of(membership_id)"
            " FROM hats_of(%s) WHERE %s::uuid IS NULL OR membership_id = %s LIMIT 2",
            [user_id, chosen, chosen],
        )
        hats = cursor.fetchall()
    if len(hats) != 1:
        return None
    membership_id, organisation_id, role, person, organisation, teams = hats[0]
    return Viewer(user_id, membership_id, organisation_id, role, person, organisation, tuple(teams))
