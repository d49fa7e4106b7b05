"""What a week shows to each, and of what each is reminded, laid beside the oracle in worlds that nobody chose."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from intreccio.front.web.demo import load_world
from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.keys import key_for
from intreccio.ground.kernel.viewer import House
from intreccio.workshop.calendar.queries.reminders import _due
from intreccio.workshop.calendar.queries.sources import Wanted, entries_of
from tests.house.compare import wearing
from tests.house.oracle import Eyes
from tests.worlds import make_world

FAR = timedelta(days=500)
# Worlds in which somebody is reminded, and somebody is not: of the team in charge, and by a grant.
SEEDS = (1105, 1121, 1129)
World = dict[str, Any]


def ended(world: World) -> set[str]:
    return {case["key"] for case in world["cases"] if case.get("ended")}


def mistaken(world: World) -> set[str]:
    """What was a mistake is in nobody's week."""
    return {case["key"] for case in world["cases"] if case.get("voided")}


def meetings_of(world: World, team: str, hats: set[str]) -> dict[UUID, str]:
    """Key → family of the meetings that a team's week holds: of its families, and those that one of its people is asked to."""
    asked = {seat["conference"] for seat in world["conference_seats"] if seat.get("membership") in hats}
    return {
        key_for("conference", row["key"]): row["household"]
        for row in world["conferences"]
        if (team_of(world, row["household"]) == team or row["key"] in asked)
        and not row.get("voided")
        and row["case"] not in mistaken(world)
        and (row["case"] not in ended(world) or row.get("held"))
    }


def talks_of(world: World, team: str, hats: set[str]) -> dict[UUID, str]:
    """The same of meetings with a psychologist."""
    lines = {
        line["key"]: line
        for line in world["support_lines"]
        if not line.get("voided") and line["case"] not in mistaken(world)
    }
    return {
        key_for("support_meeting", row["line"], str(row["number"]), str(row["day"])): row["household"]
        for row in world["support_meetings"]
        if row["line"] in lines
        and row["state"] in ("planned", "held")
        and (team_of(world, row["household"]) == team or lines[row["line"]].get("psychologist") in hats)
    }


def team_of(world: World, household: str) -> str:
    return str(next(row["team"] for row in world["households"] if row["key"] == household))


@pytest.fixture(params=SEEDS)
def world(request, committed, keeper) -> World:
    made = make_world(request.param, today())
    load_world(made)
    return made


def test_a_week_shows_what_one_may_see_and_all_of_it(world):
    for hat in (row["key"] for row in world["memberships"]):
        eyes = Eyes(world, hat)
        for team in (row["key"] for row in world["teams"]):
            hats = {place["membership"] for place in world["team_memberships"] if place["team"] == team}
            found = week(world, hat, team, hats)
            for kind, of in (("meeting", meetings_of), ("talk", talks_of)):
                right = {key for key, family in of(world, team, hats).items() if eyes.opens(family, "record")}
                assert found.get(kind, set()) == right, f"{hat}, {team}, {kind}"


def week(world: World, hat: str, team: str, hats: set[str]) -> dict[str, set[UUID]]:
    viewer, found = wearing(world, hat), {}
    members = tuple(key_for("membership", each) for each in hats)
    with acting(viewer):
        wanted = Wanted(today() - FAR, today() + FAR, key_for("team", team), members)
        for entry in entries_of(viewer, wanted):
            found.setdefault(entry.kind, set()).add(entry.key)
    return found


def test_nobody_is_reminded_of_a_family_they_do_not_see(world):
    from django.db import connection

    values = {"since": today(), "until": today() + FAR, "only": None}
    with acting(House("jobs")), connection.cursor() as cursor:
        cursor.execute(_due(), values)
        found = {(key, hat) for kind, key, hat, _day, _hour in cursor.fetchall() if kind == "meeting"}
    meetings = {row["key"]: row for row in world["conferences"]}
    right = {
        (key_for("conference", seat["conference"]), key_for("membership", seat["membership"]))
        for seat in world["conference_seats"]
        if seat.get("membership")
        and not meetings[seat["conference"]].get("held")
        and meetings[seat["conference"]]["case"] not in ended(world) | mistaken(world)
        and Eyes(world, seat["membership"]).opens(seat["household"], "record")
    }
    ours = {key_for("conference", key) for key in meetings}
    assert {pair for pair in found if pair[0] in ours} == right
    assert right, "the world must hold something to be reminded of"
