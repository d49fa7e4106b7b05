"""Who takes part in what stands in a calendar: for the sources of the areas above, and the people of a team's week."""

import json
from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection
from django.urls import reverse

from intreccio.ground.kernel.viewer import Viewer
from intreccio.parties.organisations.models import Membership, Team
from intreccio.parties.organisations.queries.teams import members_of
from intreccio.workshop.calendar.queries.reminders import Reached
from intreccio.workshop.calendar.queries.sources import Wanted
from intreccio.workshop.calendar.queries.weeks import clashes_with
from intreccio.workshop.calendar.rules.clashes import Clash
from intreccio.workshop.calendar.rules.entries import Entry, Who
from intreccio.workshop.calendar.vocabulary import EntryKind

APPOINTMENTS = """
    SELECT a.id, a.day, a.hour, coalesce(b.name, a.whom), a.about, a.place, a.team_id
    FROM organisations_appointment a LEFT JOIN organisations_organisation b ON b.id = a.body_id
    WHERE a.team_id = %(team)s::uuid AND a.voided_at IS NULL AND a.day BETWEEN %(since)s AND %(until)s
"""


def appointments_of(_viewer: Viewer, wanted: Wanted) -> Iterator[Entry]:
    """Of the institutional agenda: the team's, and nobody's by name."""
    for key, day, hour, title, about, place, team in rows_of(APPOINTMENTS, wanted) if wanted.team_id else ():
        url = reverse("team_agenda", args=[team])
        yield Entry(EntryKind.APPOINTMENT, key, day, title, url, hour, what=about, place=place)


def who_in(hats: str) -> str:
    """A column of an entry: key and name of whose hats these are, a SELECT or a column of ours."""
    return (
        "(SELECT coalesce(jsonb_agg(jsonb_build_array(m.id, k.name) ORDER BY k.name), '[]') FROM organisations_membership m"  # noqa: S608  # fixed texts
        f" JOIN accounts_colleague k ON k.id = m.user_id WHERE m.id IN ({hats}))"
    )


def of_each(rows: str) -> str:
    """A source `each` of the ids of these rows, a SELECT of `id` of one worker, `who.id`, for whoever is asked of.

    One at a time: of all of them at once PostgreSQL would look through all that the viewer's teams have.
    """
    return f"unnest(%(members)s::uuid[]) who (id) CROSS JOIN LATERAL ({rows} OFFSET 0) each"


def rows_of(asked: str, wanted: Wanted, **more: Any) -> list[tuple[Any, ...]]:
    """What a source's statement finds; it knows `team`, `members`, `since`, `until`."""
    values = {
        "team": wanted.team_id,
        "members": list(wanted.members),
        "since": wanted.since,
        "until": wanted.until,
    }
    with connection.cursor() as cursor:
        cursor.execute(asked, values | more)
        return list(cursor.fetchall())


def people_named(found: str) -> tuple[Who, ...]:
    """What `who_in` answered: Django leaves JSON as it came."""
    return tuple(Who(UUID(key), name) for key, name in json.loads(found))


def people_of(team: Team, day: date) -> list[Who]:
    """Who works in a team on a day."""
    return [Who(place.membership_id, place.membership.user.name) for place in members_of(team, day)]


def people_under(hats: Collection[UUID]) -> tuple[Who, ...]:
    """Whose hats these are, as far as they are in sight."""
    rows = Membership.objects.filter(pk__in=list(hats)).select_related("user").order_by("user__name", "pk")
    return tuple(Who(row.pk, row.user.name) for row in rows)


def clashes_at(viewer: Viewer, writing: Entry, hats: Collection[UUID], *, page: str) -> list[Clash]:
    """What else these people have at the hour of what is being written (`draft`), as the viewer may see it."""
    return clashes_with(viewer, replace(writing, who=people_under(hats)), page=page)


def reach(hats: Collection[UUID]) -> dict[UUID, Reached]:
    """Who of these is at work today, and where they are written to: asked as the house's `jobs`."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT hat, person, email FROM whom_to_reach(%s::uuid[])", [list(hats)])
        return {hat: Reached(person, email) for hat, person, email in cursor.fetchall()}
