"""Who reads and who writes strategy and agenda, in random small worlds; a leak written into a policy is noticed."""

import os

import psycopg
from django.apps import apps
from django.db import models, transaction
from django.db.models import F

from intreccio.front.web.demo import load_world
from intreccio.ground.kernel.acting import acting
from tests import worlds_network
from tests.house.compare import wearing
from tests.house.oracle import Eyes
from tests.house.oracle_network import RULES, TABLES
from tests.worlds import Maker

# A column that may be written again as it was.
SAID = {
    "organisations.StrategyGoal": "sign",
    "organisations.StrategyLook": "void_reason",
    "organisations.Appointment": "place",
}
ROLE = "(SELECT my_role())"
PLANTED = {
    "whoever has signed in reads": ("see", f"{ROLE} <> ''"),
    "partners read": ("see", f"{ROLE} <> 'participant'"),
    "who leads or coordinates anything writes everywhere": (
        "change",
        f"{ROLE} IN ('administrator', 'organisation_lead', 'coordinator')",
    ),
    "who works in the team writes": ("change", "team_id = ANY ((SELECT my_teams())::uuid[])"),
}


def make_world(seed, today):
    """A small world whose teams have a strategy and an agenda."""
    maker = Maker(seed, today)
    maker.make()
    worlds_network.add(maker)
    return maker.world


def changed(model: type[models.Model], keys: set) -> set:
    """The rows that the database lets somebody write."""
    written = set()
    for key in keys:
        with transaction.atomic():
            column = SAID[model._meta.label]
            done = model._default_manager.filter(pk=key).update(**{column: F(column)})
            transaction.set_rollback(True)
        written |= {key} if done else set()
    return written


def who_is_wrong(world, tables=TABLES) -> set[tuple[str, str]]:
    """Roles that find or write other rows than the oracle says, with the verb."""
    wrong = set()
    for hat in world["memberships"]:
        eyes = Eyes(world, hat["key"])
        with acting(wearing(world, hat["key"])):
            for table in tables:
                model = apps.get_model(table)
                found = set(model._default_manager.values_list("pk", flat=True)) & all_of(world, table)
                wrong |= {("reads", hat["role"])} if found != RULES["reads"](eyes, table) else set()
                wrote = changed(model, found)
                wrong |= {("writes", hat["role"])} if wrote != RULES["writes"](eyes, table) else set()
    return wrong


def all_of(world, table) -> set:
    """Of this world alone: the network reads the rows of every world."""
    admin = next(hat for hat in world["memberships"] if hat["role"] == "administrator")
    eyes = Eyes(world, admin["key"])
    eyes.role = "administrator"
    return RULES["reads"](eyes, table)


def test_a_leak_planted_in_the_policy_of_strategy_or_agenda_is_found(committed, today):
    worlds = [make_world(seed, today) for seed in (621, 622)]
    for world in worlds:
        load_world(world)
        assert who_is_wrong(world) == set()
    table = "organisations_appointment"
    with psycopg.connect(os.environ["DATABASE_OWNER_URL"], autocommit=True) as owner:
        for leak, (policy, words) in PLANTED.items():
            (sound,) = owner.execute(
                "SELECT pg_get_expr(polqual, polrelid) FROM pg_policy"
                f" WHERE polrelid = '{table}'::regclass AND polname = '{policy}'"
            ).fetchone()
            checked = " WITH CHECK ({0})" if policy == "change" else ""
            says = f"ALTER POLICY {policy} ON {table} USING ({{0}}){checked}"
            owner.execute(says.format(words))
            noticed = [who_is_wrong(world, ("organisations.Appointment",)) for world in worlds]
            owner.execute(says.format(sound))
            assert any(noticed), f"nobody noticed: {leak}"
