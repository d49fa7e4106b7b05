"""What is told of the many families beside their case: ties, births, meetings, support, visits, the six principles."""

import pytest

from intreccio.families.diary.models import VisitNote, WorkedTime
from intreccio.families.plans.models import PlanPrinciples
from intreccio.parties.people.models import Kinship
from intreccio.parties.people.rules.ages import age_on
from tests.house.test_many import DAY, add, count, worlds


@pytest.fixture(scope="module")
def world() -> dict:
    return worlds(400)[0]


@pytest.fixture(scope="module")
def born(world) -> dict:
    return {person["key"]: person["birth"] for person in world["persons"]}


def of(world: dict, family: str, table: str) -> list[dict]:
    return [row for row in world[table] if row["household"] == family]


def test_every_child_has_their_parents_and_these_are_older(world, born):
    for home in world["homes"]:
        if home["role"] != "child":
            continue
        parents = [row for row in of(world, home["household"], "kinship") if row["other"] == home["person"]]
        assert 1 <= len(parents) <= 2
        assert all(age_on(born[row["one"]], born[home["person"]]) >= 16 for row in parents)


def test_who_is_said_to_be_born_with_us_was(world, born):
    since = {family["key"]: family["since"] for family in world["households"]}
    assert world["life_events"]
    for row in world["life_events"]:
        assert since[row["household"]] <= born[row["person"]] == row["since"] <= DAY


def test_a_judge_limits_one_of_two_parents_and_never_a_single_one(world):
    assert world["responsibilities"]
    for row in world["responsibilities"]:
        parents = {
            tie["one"] for tie in of(world, row["household"], "kinship") if tie["other"] == row["person"]
        }
        assert row["holder"] in parents and len(parents) == 2


def test_meetings_support_and_principles_go_with_a_plan(world):
    planned = {plan["household"]: plan["in_force"] for plan in world["plans"]}
    for table in ("conferences", "support_lines", "plan_principles"):
        assert world[table]
        assert {row["household"] for row in world[table]} < set(planned)
    for row in world["conferences"]:
        assert row["held"] < planned[row["household"]]


def test_of_meetings_with_the_psychologist_what_is_past_was_held_and_one_is_to_come(world):
    for line in world["support_lines"]:
        meetings = of(world, line["household"], "support_meetings")
        assert all((row["state"] == "held") == (row["day"] < DAY) for row in meetings)
        assert sum(row["day"] > DAY for row in meetings) == 1


def test_every_family_in_charge_has_a_few_notes_with_their_minutes_and_a_visit_to_come(world):
    taken = {case["household"] for case in world["cases"] if case["in_charge"]}
    assert {row["household"] for row in world["visit_notes"]} == taken
    assert {row["note"] for row in world["worked"]} == {row["key"] for row in world["visit_notes"]}
    opened = {case["household"]: case["opened"] for case in world["cases"]}
    assert all(opened[row["household"]] <= row["day"] < DAY for row in world["visit_notes"])
    over = {case["household"] for case in world["cases"] if case["ended"]}
    assert all(row["day"] > DAY and row["household"] not in over for row in world["visits"])


def test_the_large_family_has_a_long_diary_of_every_audience(world):
    key = world["households"][0]["key"]
    notes = of(world, key, "visit_notes")
    assert len(notes) == 2000
    assert {row["audience"] for row in notes} == {"record", "team", "reference"}
    assert len(of(world, world["households"][1]["key"], "visit_notes")) <= 2


def test_the_house_takes_them_in(committed, keeper):
    tables = [Kinship, PlanPrinciples, VisitNote, WorkedTime]
    before = [count(keeper, model._meta.db_table) for model in tables]
    add(60)
    after = [count(keeper, model._meta.db_table) for model in tables]
    assert all(then > now for now, then in zip(before, after, strict=True))
