"""Who is signing in, and which hats they may wear."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection

from intreccio.ground.accounts.roles import BY_CODE
from intreccio.ground.kernel.refused import Words
from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.organisations.vocabulary import TeamKind


@dataclass(frozen=True, slots=True)
class Hat:
    """One active membership of somebody."""

    membership_id: UUID
    organisation_id: UUID
    role: str
    person: str
    organisation: str

    @property
    def role_label(self) -> Words:
        """The role in words."""
        return BY_CODE[self.role].label

    @property
    def purpose(self) -> Words:
        """What the role is for."""
        return BY_CODE[self.role].purpose


# Two at most: who has several must say which.
_HATS = (
    "SELECT membership_id, organisation_id, role, person, organisation, teams, EXISTS (SELECT 1"
    " FROM organisations_team t WHERE t.id = ANY (teams) AND t.kind = %s"
    " AND (t.closed_on IS NULL OR t.closed_on > today())) AS at_desk"
    " FROM hats_of(%s), LATERAL (SELECT teams_of(membership_id) AS teams) AS mine"
    " WHERE %s::uuid IS NULL OR membership_id = %s LIMIT 2"
)
# All is read as the door before who acts is said: the count waits for the last row.
_TAKEN = (
    "SELECT hat.*, set_config('intreccio.user', %s::text, true), set_config('intreccio.house', '', true),"  # noqa: S608  # a text of ours, above
    " set_config('intreccio.membership', CASE count(*) OVER () WHEN 1 THEN coalesce(hat.membership_id::text, '') ELSE '' END, true)"
    f" FROM (VALUES (1)) AS one LEFT JOIN LATERAL ({_HATS}) AS hat ON true"
)


def find_viewer(user_id: UUID, chosen: UUID | None) -> Viewer | None:
    """The viewer of a signed-in user: the chosen hat, or the only one. None when somebody must choose, or has none."""
    with connection.cursor() as cursor:
        cursor.execute(_HATS, [TeamKind.DESK, user_id, chosen, chosen])
        return _viewer(user_id, cursor.fetchall())


def take_hat(user_id: UUID, chosen: UUID | None) -> Viewer | None:
    """Asked by the door: finds the viewer as above, and from now to the end of the transaction they act; without a hat, the user alone."""
    with connection.cursor() as cursor:
        cursor.execute(_TAKEN, [user_id, TeamKind.DESK, user_id, chosen, chosen])
        return _viewer(user_id, [row[:7] for row in cursor.fetchall() if row[0]])


def _viewer(user_id: UUID, hats: list[tuple[Any, ...]]) -> Viewer | None:
    if len(hats) != 1:
        return None
    membership_id, organisation_id, role, person, organisation, teams, at_desk = hats[0]
    label, team_ids = BY_CODE[role].label, tuple(teams)
    return Viewer(
        user_id, membership_id, organisation_id, role, person, organisation, label, team_ids, at_desk
    )


def hats_of(user_id: UUID) -> list[Hat]:
    """The hats somebody may wear today, by body."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT membership_id, organisation_id, role, person, organisation FROM hats_of(%s)", [user_id]
        )
        return [Hat(*row) for row in cursor.fetchall()]


def someone_administers() -> bool:
    """True once the network has been begun."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT someone_administers()")
        (answer,) = cursor.fetchone() or (False,)
    return bool(answer)


def hats_before(viewer: Viewer) -> list[UUID]:
    """Those that became the one that is worn, by a change of role in the same body."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT unnest(hats_before(%s))", [viewer.membership_id])
        return [hat for (hat,) in cursor.fetchall()]
