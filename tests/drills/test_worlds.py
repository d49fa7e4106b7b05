"""Three hundred random worlds: what everybody finds equals the oracle; and leaks, planted one at a time, are found."""

import os
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
import pytest
from django.apps import apps

from intreccio.front.web.demo import load_world
from intreccio.ground.kernel.clock import today
from tests.drills.size import size
from tests.house.compare import differences
from tests.worlds import make_world

pytestmark = pytest.mark.drill
WORLDS = size(300, 30)
LEAK_WORLDS = 12

# What a tired hand could write: function or policy, and the words it would forget.
LEAKS = {
    "an expired grant still opens": (
        "my_openings",
        "AND g.since <= today() AND (g.until IS NULL OR today() < g.until)",
        "AND g.since <= today()",
    ),
    "a future grant opens already": ("my_openings", "AND g.since <= today() AND", "AND"),
    "a withdrawn grant still opens": ("my_openings", "AND g.withdrawn_at IS NULL", ""),
    "the level of a grant is forgotten": ("my_granted", "WHERE o.level >= my_granted.level", ""),
    "who has left a team still sees it": (
        "teams_of",
        "AND t.since <= today() AND (t.until IS NULL OR today() < t.until)",
        "",
    ),
    "an ended hat still sees": (
        "teams_of",
        "AND m.since <= today() AND (m.until IS NULL OR today() < m.until)",
        "",
    ),
}
# What a policy too many would open: the table, and whom it would let in.
WAS_OURS = (
    "EXISTS (SELECT 1 FROM people_householdmembership m"
    " WHERE m.person_id = {0} AND m.voided_at IS NULL AND m.team_id = ANY (my_teams()))"
)
OPEN_TABLES = {
    "who lives protected now is named to the home she left": (
        "people_person",
        WAS_OURS.format("people_person.id"),
    ),
    "who has moved on is telephoned by the team they left": (
        "people_contactpoint",
        WAS_OURS.format("person_id"),
    ),
    "whom a left home is open to goes on reading the name": (
        "people_personname",
        "EXISTS (SELECT 1 FROM people_householdmembership m WHERE m.person_id = people_personname.person_id"
        " AND m.voided_at IS NULL AND m.household_id = ANY (my_granted(2)))",
    ),
    "where a protected family lived is read by the lead": (
        "people_homeaddress",
        "team_id = ANY (my_teams())",
    ),
    "where a protected family lived is read by whom it is open to": (
        "people_homeaddress",
        "household_id = ANY (my_granted(2))",
    ),
    "the lead of the body reads protected addresses": (
        "people_protectedaddress",
        "team_id = ANY (my_teams())",
    ),
    "a sender is read at every desk": (
        "access_signalsender",
        "EXISTS (SELECT 1 FROM organisations_team t WHERE t.id = ANY (my_working_teams()) AND t.kind = 'desk')",
    ),
    "a sender is read by the lead of the desk": ("access_signalsender", "desk_id = ANY (my_teams())"),
    "a sender is read by the team in charge": (
        "access_signalsender",
        "EXISTS (SELECT 1 FROM access_triage t WHERE t.signal_id = access_signalsender.signal_id AND t.team_id = ANY (my_teams()))",
    ),
    "who signalled reads what the desk decides": (
        "access_triage",
        "EXISTS (SELECT 1 FROM access_signalsender s WHERE s.signal_id = access_triage.signal_id AND s.membership_id = my_membership())",
    ),
    "who signalled reads through which desks it has gone": (
        "access_signalpass",
        "EXISTS (SELECT 1 FROM access_signalsender s WHERE s.signal_id = access_signalpass.signal_id"
        " AND s.membership_id = my_membership())",
    ),
    "what the desk decides is read at contact level": ("access_triage", "household_id = ANY (my_granted(2))"),
    "a contact is read at contact level": ("access_contact", "household_id = ANY (my_granted(2))"),
    "a contact is read after it was parted from the family": (
        "access_contact",
        "household_id IS NULL AND cardinality(my_working_teams()) > 0",
    ),
    "who has left the desk reads their own contacts": ("access_contact", "by_id = my_membership()"),
    "a case is read at contact level": ("cases_case", "household_id = ANY (my_granted(2))"),
    "the log of a case is read by who only knows the family": (
        "cases_casestep",
        "household_id = ANY (my_granted(1))",
    ),
    "who answered for a case reads it for ever": ("cases_case", "responsible_id = my_membership()"),
}
LABELS = {model._meta.db_table: model._meta.label for model in apps.get_models()}


@pytest.fixture(scope="module")
def database(anew, django_db_blocker) -> Iterator[None]:
    with django_db_blocker.unblock():
        yield


def test_random_worlds_show_what_they_should(database):
    wrong = {}
    for seed in range(1000, 1000 + WORLDS):
        world = make_world(seed, today())
        load_world(world)
        for hat in world["memberships"]:
            if found := differences(world, hat["key"]):
                wrong[hat["key"]] = found
    assert wrong == {}


@pytest.fixture(scope="module")
def worlds(database) -> list:
    made = [make_world(seed, today()) for seed in range(9000, 9000 + LEAK_WORLDS)]
    for world in made:
        load_world(world)
    return made


@pytest.fixture(scope="module")
def sound(worlds) -> Counter:
    """What is leaked before anything has been planted: nothing, in a sound house."""
    return leaked_rows(worlds)


def leaked_rows(worlds: list) -> Counter:
    """How many rows too many everybody finds, by table."""
    counted: Counter = Counter()
    for world in worlds:
        for hat in world["memberships"]:
            counted.update({table: rows["leaked"] for table, rows in differences(world, hat["key"]).items()})
    return counted


@contextmanager
def as_owner() -> Iterator[psycopg.Connection]:
    with psycopg.connect(os.environ["DATABASE_OWNER_URL"], autocommit=True) as owner:
        yield owner


@pytest.mark.parametrize("leak", LEAKS)
def test_a_planted_leak_is_found(worlds, sound, leak):
    function, words, instead = LEAKS[leak]
    with as_owner() as owner:
        (source,) = owner.execute(
            "SELECT pg_get_functiondef(oid) FROM pg_proc WHERE proname = %s", [function]
        ).fetchone()
        assert words in source, "the function has changed: plant the leak anew"
        owner.execute(source.replace(words, instead))
        try:
            found = leaked_rows(worlds)
        finally:
            owner.execute(source)
    assert found.total() > sound.total(), "the oracle did not notice"


@pytest.mark.parametrize("leak", OPEN_TABLES)
def test_a_table_left_open_is_found(worlds, sound, leak):
    table, words = OPEN_TABLES[leak]
    with as_owner() as owner:
        owner.execute(f"CREATE POLICY forgotten ON {table} FOR SELECT TO intreccio_app USING ({words})")
        try:
            found = leaked_rows(worlds)
        finally:
            owner.execute(f"DROP POLICY forgotten ON {table}")
    label = LABELS[table]
    assert found[label] > sound[label], "the oracle did not notice"
