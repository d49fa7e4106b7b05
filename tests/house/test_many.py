"""`intreccio demo --households N`: many invented families, the same at every run, as the house itself would have written them."""

from datetime import date
from itertools import islice

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from psycopg import sql

from intreccio.front.web.many import Maker, Numbers
from intreccio.front.web.many.filling import already_there
from intreccio.ground.kernel.keys import key_for

DAY = date(2026, 11, 21)


def worlds(households: int, *, first_team: int = 0, today: date = DAY):
    return list(Maker(Numbers(0, 0, "VSM", today)).worlds(households, first_team=first_team))


def joined(households: int, name: str) -> list[dict]:
    return [row for world in worlds(households) for row in world[name]]


def add(households: int) -> None:
    call_command("demo", households=households, verbosity=0)


def count(keeper, table: str) -> int:
    return keeper.execute(sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(table))).fetchone()[0]


def test_the_same_families_at_every_run():
    assert worlds(60) == worlds(60)


def test_a_family_does_not_depend_on_what_was_made_before():
    late = worlds(20, first_team=2)[0]["households"]
    assert [row["name"] for row in late] == [row["name"] for row in joined(60, "households")[40:]]


def test_each_family_has_three_to_five_persons_a_case_and_thirty_acts():
    world = worlds(200)[0]
    for family in world["households"]:
        here = [home for home in world["homes"] if home["household"] == family["key"]]
        acts = [act["at"] for act in world["events"] if act["household"] == family["key"]]
        assert 3 <= len(here) <= 5
        assert len([case for case in world["cases"] if case["household"] == family["key"]]) == 1
        assert len(set(acts)) == 30
        assert max(acts).date() <= DAY


def test_one_family_in_a_hundred_meets_the_commonest_surname():
    families = [row["name"].split() for row in joined(5000, "households")]
    assert 25 <= sum("Rossi" in name for name in families) <= 75


def test_twenty_families_a_team_five_hundred_a_coordinator_ten_thousand_a_body():
    world = worlds(1000)[0]
    assert all(
        len([row for row in world["households"] if row["team"] == team["key"]]) == 20
        for team in world["teams"]
    )
    coordinated = [
        row["team"] for row in world["team_memberships"] if row["membership"] == "molte-coordinatrice-1"
    ]
    assert len(coordinated) == 25
    bodies = {
        key: next(iter(worlds(20, first_team=key)))["teams"][0]["organisation"] for key in (0, 499, 500)
    }
    assert bodies[0] == bodies[499] != bodies[500]


def test_the_command_adds_what_is_missing_and_goes_on_where_it_stopped(committed, keeper):
    before = count(keeper, "people_household")
    add(30)
    assert count(keeper, "people_household") == before + 30
    add(30)
    assert count(keeper, "people_household") == before + 30
    add(50)
    assert count(keeper, "people_household") == before + 50
    assert already_there() == (3, 50)


def test_a_new_family_takes_a_number_that_nobody_has(committed, keeper):
    add(30)
    (number,) = keeper.execute("SELECT nextval('people_household_number')").fetchone()
    (highest,) = keeper.execute(
        "SELECT max(substring(code from '[0-9]+$')::int) FROM people_household"
    ).fetchone()
    assert number == highest + 1


def seen_by_the_door(account):
    from intreccio.ground.kernel.acting import acting
    from intreccio.ground.kernel.middleware import DOOR
    from intreccio.parties.organisations.queries import find_viewer

    with acting(DOOR):
        return find_viewer(key_for("user", account), None)


def test_acts_carry_the_codes_that_the_house_would_have_written(committed, keeper, today):
    """Made by hand for speed: so they are compared with what `record_family_deed` asks for."""
    from intreccio.ground.kernel.acting import acting
    from intreccio.ground.kernel.panels import told
    from intreccio.parties.people.models import Household
    from intreccio.parties.people.queries.codes import codes_of_the_day

    add(20)
    viewer = seen_by_the_door("molte-equipe-1-educator")
    with acting(viewer):
        for family in islice(Household.objects.filter(team_id=key_for("team", "molte-equipe-1")), 5):
            written = keeper.execute(
                "SELECT kind, codes FROM kernel_event WHERE household_id = %s AND kind LIKE 'household.%%'",
                [family.pk],
            ).fetchall()
            assert written
            assert all(codes == codes_of_the_day(family, today) for _, codes in written)
            assert all(told(kind) for kind, _ in written), "the timeline has words for it"


def test_everybody_of_the_many_sees_their_own(committed, keeper):
    from intreccio.ground.kernel.acting import acting
    from intreccio.parties.people.models import Household

    add(60)
    seen = {}
    for account in ("molte-equipe-1-educator", "molte-coordinatrice-1", "molte-ente-1-responsabile"):
        with acting(seen_by_the_door(account)):
            seen[account] = Household.objects.filter(code__startswith="VSM").count()
    educator, coordinator, lead = seen.values()
    assert 20 <= educator < coordinator == lead == 60


def test_a_real_installation_is_never_filled(settings, db):
    settings.DEMO = False
    with pytest.raises(CommandError, match="installazione vera"):
        call_command("demo", households=10)
