"""Three hundred random worlds: what everybody finds equals the oracle; and six leaks, planted one at a time, are found."""

import os
from collections.abc import Iterator

import psycopg
import pytest

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
    "an expired grant still opens": ("my_granted", "AND g.since <= today() AND (g.until IS NULL OR today() < g.until)", "AND g.since <= today()"),
    "a future grant opens already": ("my_granted", "AND g.since <= today() AND", "AND"),
    "a withdrawn grant still opens": ("my_granted", "AND g.withdrawn_at IS NULL", ""),
    "the level of a grant is forgotten": ("my_granted", "AND g.level >= my_granted.level", ""),
    "who has left a team still sees it": ("teams_of", "AND t.since <= today() AND (t.until IS NULL OR today() < t.until)", ""),
    "an ended hat still sees": ("teams_of", "AND m.since <= today() AND (m.until IS NULL OR today() < m.until)", ""),
}


@pytest.fixture(scope="module")
def database(django_db_setup, django_db_blocker) -> Iterator[None]:
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


@pytest.mark.parametrize("leak", LEAKS)
def test_a_planted_leak_is_found(worlds, leak):
    function, words, instead = LEAKS[leak]
    with psycopg.connect(os.environ["DATABASE_OWNER_URL"], autocommit=True) as owner:
        (source,) = owner.execute("SELECT pg_get_functiondef(oid) FROM pg_proc WHERE proname = %s", [function]).fetchone()
        assert words in source, "the function has changed: plant the leak anew"
        owner.execute(source.replace(words, instead))
        try:
            found = [differences(world, hat["key"]) for world in worlds for hat in world["memberships"]]
        finally:
            owner.execute(source)
    leaked = sum(table["leaked"] for difference in found for table in difference.values())
    assert leaked > 0, "the oracle did not notice"


def test_a_forgotten_policy_is_found(worlds):
    """A table left open: what the protected addresses would be with the team's own policy."""
    with psycopg.connect(os.environ["DATABASE_OWNER_URL"], autocommit=True) as owner:
        owner.execute("CREATE POLICY forgotten ON people_protectedaddress FOR SELECT TO intreccio_app USING (team_id = ANY (my_teams()))")
        try:
            found = [differences(world, hat["key"]) for world in worlds for hat in world["memberships"]]
        finally:
            owner.execute("DROP POLICY forgotten ON people_protectedaddress")
    assert any("people.ProtectedAddress" in difference for difference in found)
