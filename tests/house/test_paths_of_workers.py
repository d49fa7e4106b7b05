"""Who finds a worker's path, in the district and in random small worlds; a leak written into a policy is noticed."""

import os
from typing import Any

import psycopg
import pytest
from django.apps import apps

from intreccio.front.web.demo import district, load_world
from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.clock import today as this_day
from tests import worlds_staff
from tests.house.compare import wearing
from tests.house.oracle import Eyes
from tests.house.oracle_staff import RULES
from tests.worlds import Maker

WORLD = district(this_day())
# What a policy would say if somebody opened it by a role, a team or a body, or asked the list and not the day.
PLANTED = {
    "who leads": ("staff_workerpath", "(SELECT my_role()) = 'organisation_lead' OR user_id = my_user()"),
    "who administers": ("staff_workerpath", "(SELECT my_role()) = 'administrator' OR user_id = my_user()"),
    "the own body": (
        "staff_workerpath",
        "EXISTS (SELECT 1 FROM organisations_membership m WHERE m.user_id = staff_workerpath.user_id"
        " AND m.organisation_id = my_organisation())",
    ),
    "whoever was ever named": (
        "staff_pathreader",
        "(user_id = my_user() AND until IS NULL) OR is_my_worker_path(path_id)",
    ),
    "everybody reads who was named": ("staff_pathreader", "true"),
    "a step is of whoever wrote it": ("staff_workermark", "by_id = my_user()"),
}


def make_world(seed: int, today: Any) -> dict[str, Any]:
    """A small world some of whose people have lost somebody."""
    maker = Maker(seed, today)
    maker.make()
    worlds_staff.add(maker)
    return maker.world


def wrong_of(world: dict[str, Any]) -> set[tuple[str, str]]:
    """Tables of which a hat finds other rows than the oracle says, with its role. Of this world alone."""
    every = {table: set[Any]() for table in RULES}
    for hat in world["memberships"]:
        for table, rule in RULES.items():
            every[table] |= rule(Eyes(world, hat["key"]))
    wrong = set()
    for hat in world["memberships"]:
        eyes = Eyes(world, hat["key"])
        with acting(wearing(world, hat["key"])):
            for table, rule in RULES.items():
                rows = apps.get_model(table)._default_manager
                if set(rows.values_list("pk", flat=True)) & every[table] != rule(eyes):
                    wrong.add((table, hat["role"]))
    return wrong


def test_in_the_district_everybody_finds_exactly_their_own(db):
    assert wrong_of(WORLD) == set()
    assert any(rule(Eyes(WORLD, "davide")) for rule in RULES.values()), "the district holds one"


@pytest.mark.parametrize("seed", range(3))
def test_in_small_random_worlds_too(committed, today, seed):
    world = make_world(700 + seed, today)
    load_world(world)
    assert wrong_of(world) == set()


def test_a_leak_planted_in_the_policy_of_a_worker_s_path_is_found(committed, today):
    worlds = [make_world(seed, today) for seed in (711, 712)]
    for world in worlds:
        load_world(world)
        assert wrong_of(world) == set()
    with psycopg.connect(os.environ["DATABASE_OWNER_URL"], autocommit=True) as owner:
        for leak, (table, using) in PLANTED.items():
            (sound,) = owner.execute(
                "SELECT pg_get_expr(polqual, polrelid) FROM pg_policy"
                f" WHERE polrelid = '{table}'::regclass AND polname = 'see'"
            ).fetchone()
            owner.execute(f"ALTER POLICY see ON {table} USING ({using})")
            noticed = [wrong_of(world) for world in worlds]
            owner.execute(f"ALTER POLICY see ON {table} USING ({sound})")
            assert any(noticed), f"nobody noticed: {leak}"
