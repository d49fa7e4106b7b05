"""After a test that commits the database is as it was, whatever was done in it."""

import os
from collections.abc import Callable, Iterator
from typing import Any

import psycopg
import pytest

from conftest import _copy_database
from tests import environment
from tests.taking_back import TABLES, Original


@pytest.fixture(scope="module")
def address(django_db_setup: None) -> Iterator[str]:
    admin, name = os.environ["INTRECCIO_ADMIN_URL"], f"{environment.DATABASE}_taken_back"
    _copy_database(admin, environment.TEMPLATE, name)
    yield environment.on_database(admin, name)
    with psycopg.connect(admin, autocommit=True) as server:
        server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture
def doing(address: str) -> Callable[..., None]:
    """Commits statements, as nobody whom a rule or a trigger would stop."""

    def do(*statements: str) -> None:
        with psycopg.connect(address) as server:
            server.execute("SET LOCAL session_replication_role = replica")
            for statement in statements:
                server.execute(statement)

    return do


def everything(address: str) -> dict[str, list[Any]]:
    """All that is written anywhere, and how far every number was given out."""
    with psycopg.connect(address) as server:
        tables = [f'"{schema}"."{name}"' for schema, name in server.execute(TABLES).fetchall()]
        found = {
            table: sorted(server.execute(f"SELECT x::text FROM {table} x").fetchall())  # its own names
            for table in tables
        }
        return found | {"numbers": server.execute("SELECT * FROM pg_sequences").fetchall()}


CHANGES = {
    "rows are written": "INSERT INTO territory_region (code, name) VALUES ('zz', 'Altrove')",
    "rows are changed": "UPDATE people_person SET version = version + 1",
    "rows are deleted": "DELETE FROM organisations_membership",
    "all rows are": "DELETE FROM kernel_event",
    "a number is given out": "SELECT nextval('procrastinate_jobs_id_seq')",
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_was_committed_is_taken_back(address, doing, change):
    original, before = Original(address), everything(address)
    doing(CHANGES[change])
    assert everything(address) != before
    assert original.put_back()
    assert everything(address) == before


def test_again_and_again(address, doing):
    original, before = Original(address), everything(address)
    for _ in range(2):
        doing(*CHANGES.values())
        doing(CHANGES["rows are changed"])
        assert original.put_back()
        assert everything(address) == before


def test_who_is_still_there_is_sent_away(address):
    original = Original(address)
    with psycopg.connect(address) as left:
        left.execute("LOCK TABLE people_person")
        assert original.put_back()
        with pytest.raises(psycopg.OperationalError):
            left.execute("SELECT 1")


@pytest.mark.parametrize(
    "change",
    [
        "CREATE TABLE more ()",
        "ALTER TABLE people_person ADD more int",
        "DROP POLICY {policy} ON people_person",
    ],
)
def test_what_is_more_than_rows_is_left_to_a_copy(address, doing, change):
    original = Original(address)
    with psycopg.connect(address) as server:
        policy = server.execute(
            "SELECT policyname FROM pg_policies WHERE tablename = 'people_person'"
        ).fetchone()
    doing(change.format(policy=f'"{policy[0]}"'))
    assert not original.put_back()
