"""`migrate`, killed at the worst moment."""

import pytest
from django.db import connections, migrations, models
from django.db.migrations.state import ProjectState

from intreccio.ground.kernel.management.commands.migrate import WholeExecutor


class Killed(Exception):
    """As by `kill -9`, between the tables and the line that says they are there."""


class KilledExecutor(WholeExecutor):
    def record_migration(self, migration):
        raise Killed


def with_foreign_key() -> migrations.Migration:
    migration = migrations.Migration("0001_initial", "planted")
    columns = [
        ("id", models.BigAutoField(primary_key=True)),
        ("other", models.ForeignKey("planted.One", models.CASCADE)),
    ]
    migration.operations = [
        migrations.CreateModel("One", columns[:1]),
        migrations.CreateModel("Two", columns),
    ]
    return migration


def test_a_migration_that_was_not_written_down_has_left_nothing(committed):
    owner = connections["owner"]
    with pytest.raises(Killed):
        KilledExecutor(owner).apply_migration(ProjectState(), with_foreign_key())
    assert not {"planted_one", "planted_two"} & set(owner.introspection.table_names())
