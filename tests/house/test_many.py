"""`intreccio demo --households N`: many invented families, the same at every run, as the house itself would have written them."""

from datetime import date
from functools import partial
from itertools import islice

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from psycopg import sql

from intreccio.front.web.demo import service_models
from intreccio.front.web.many.filling import already_there
from intreccio.front.web.many.making import Maker, Numbers
from intreccio.ground.kernel.keys import key_for

DAY = date(2026, 11, 21)


def worlds(households: int, *, first_team: int = 0, today: date = DAY):
    maker = Maker(Numbers(0, 0, "VSM", today), service_models(today))
    return list(maker.worlds(households, first_team=first_team))


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


def test_the_first_family_is_large_with_a_long_story_and_a_plan():
    world = worlds(20)[0]
    key = world["households"][0]["key"]
    assert len([home for home in world["homes"] if home["household"] == key]) == 9
    acts = [act["at"] for act in world["events"] if act.get("household") == key]
    assert len(set(acts)) == len(acts) >= 2000
    assert max(acts).date() <= DAY
    assert [plan["state"] for plan in world["plans"] if plan["household"] == key] == ["in_force"]


def test_each_family_has_three_to_five_persons_a_case_and_thirty_acts_or_more():
    world = worlds(200)[0]
    for family in world["households"][1:]:
        here = [home for home in world["homes"] if home["household"] == family["key"]]
        acts = [act["at"] for act in world["events"] if act.get("household") == family["key"]]
        assert 3 <= len(here) <= 5
        assert len([case for case in world["cases"] if case["household"] == family["key"]]) == 1
        assert len(set(acts)) == len(acts) >= 30
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
    assert number > highest
    assert "PC" in code_after(keeper, "cases_case") and "IN" in code_after(keeper, "referrals_referral")


def code_after(keeper, table: str) -> str:
    """The highest code of a table; the sequence has gone past it."""
    name, code = sql.Identifier(table), "substring(code from '[0-9]+$')::int"
    highest, text = keeper.execute(
        sql.SQL(f"SELECT {code}, code FROM {{}} ORDER BY 1 DESC LIMIT 1").format(name)
    ).fetchone()
    (number,) = keeper.execute("SELECT nextval(%s)", [f"{table}_number"]).fetchone()
    assert number > highest
    return text


def of_household(world: dict, household: str, table: str) -> list[dict]:
    return [row for row in world[table] if row["household"] == household]


def test_plans_of_four_to_six_goals_and_ten_to_twelve_actions_in_pairs_that_hold_each_other():
    world = worlds(400)[0]
    planned = {row["household"] for row in world["cases"] if row["stage"] in ("plan", "review", "closed")}
    assert {plan["household"] for plan in world["plans"]} == planned
    for plan in world["plans"]:
        mine = partial(of_household, world, plan["household"])
        assert 4 <= len(mine("goals")) <= 6
        assert 10 <= len(mine("plan_actions")) <= 12
        assert {goal["side"] for goal in mine("goals")} == {"children", "parents"}
        assert mine("goal_links") and mine("acceptances") and mine("disagreements")
        assert all(all(step for step in goal["steps"]) for goal in mine("goals"))
        assert max(row["day"] for row in [*mine("goal_scores"), *mine("acceptances")]) <= DAY


def test_cases_walk_along_the_table_of_transitions_on_days_that_follow_each_other():
    from intreccio.families.cases.rules.stages import transition

    steps: dict[str, list] = {}
    for row in joined(400, "case_steps"):
        steps.setdefault(row["case"], []).append(row)
    assert {steps[case][-1]["to"] for case in steps} == {
        "preliminary_analysis", "in_charge", "plan", "review", "closed", "not_taken",
    }  # fmt: skip
    for rows in steps.values():
        days = [row["day"] for row in rows]
        assert days == sorted(days) and days[-1] <= DAY
        for row in rows:
            step = transition(row["verb"], row["from"])
            assert step and step.target == row["to"] and row["motive"] in step.motives


def test_half_as_many_requests_as_families_in_every_state_to_three_bodies():
    from intreccio.families.referrals.rules.states import BY_VERB

    asked = joined(1000, "referrals")
    services = {row["key"]: row["organisation"] for row in joined(1000, "services")}
    ends = {BY_VERB[row["steps"][-1]["verb"]].target for row in asked}
    assert 420 <= len(asked) <= 580
    assert len(ends) == 9
    assert len({services[row["service"]] for row in asked}) == 3
    for row in asked:
        state = ""
        for step in row["steps"]:
            assert state in BY_VERB[step["verb"]].sources
            state = BY_VERB[step["verb"]].target
        assert row["steps"][-1]["at"].date() <= DAY


def test_six_facts_a_family_and_the_same_when_they_are_made_anew(committed, keeper):
    from intreccio.evidence.impact.actions.rebuilding import rebuild_facts

    add(300)
    told = "SELECT kind, week, municipality_code, need_code, outcome, reason, value, count(*) FROM impact_fact GROUP BY 1, 2, 3, 4, 5, 6, 7"
    loaded = set(keeper.execute(told).fetchall())
    assert 5 * 300 < count(keeper, "impact_fact") < 8 * 300
    rebuild_facts(lambda read, whole: None)
    assert set(keeper.execute(told).fetchall()) == loaded


def test_a_family_added_later_asks_of_services_that_were_there_before(committed, keeper):
    add(20)
    add(60)
    wrong = keeper.execute(
        "SELECT count(*) FROM referrals_referral r JOIN directory_service s ON s.id = r.service_id"
        " WHERE r.receiver_id <> s.organisation_id"
    ).fetchone()
    seen = keeper.execute(
        "SELECT count(*) FROM kernel_event WHERE kind = 'referral.seen' AND membership_id IS NULL"
    ).fetchone()
    assert (wrong, seen) == ((0,), (0,))


def test_a_partner_receives_and_sees_no_family(committed, keeper):
    from intreccio.families.referrals.models import Referral
    from intreccio.families.referrals.queries.lists import WAITS, received
    from intreccio.ground.kernel.acting import acting
    from intreccio.parties.people.models import Household

    add(60)
    viewer = seen_by_the_door("molte-ente-1-consultorio-referente")
    with acting(viewer):
        assert received(viewer, state=WAITS).rows
        elsewhere = Referral.objects.exclude(receiver_id=viewer.organisation_id)
        assert set(elsewhere.values_list("origin__household_id", flat=True)) <= records_open_to(
            keeper, viewer
        )
        assert Household.objects.filter(team_id=key_for("team", "molte-equipe-1")).count() < 20


def records_open_to(keeper, viewer):
    """Families whose record a team has opened to this body: with it, what they asked of others."""
    given = "SELECT household_id FROM people_grant WHERE to_organisation_id = %s AND level = 3 AND withdrawn_at IS NULL"
    return {household for (household,) in keeper.execute(given, [viewer.organisation_id])}


def seen_by_the_door(account):
    from intreccio.ground.kernel.acting import acting
    from intreccio.ground.kernel.viewer import DOOR
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
