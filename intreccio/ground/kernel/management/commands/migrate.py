"""`migrate`, as the owner: then third-party tables are opened to the serving role and reference data is loaded."""

from typing import Any

from django.core.management.base import CommandParser
from django.core.management.commands import migrate
from django.db import transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.migration import Migration
from django.db.migrations.state import ProjectState

from intreccio.ground.kernel.reference import load_reference
from intreccio.ground.kernel.setup import open_third_party_tables


class WholeExecutor(MigrationExecutor):
    """Writes a migration and its line in `django_migrations` in one transaction.

    Django writes the line after the commit where a migration has foreign keys: killed between the two, the next
    `migrate` would find tables that it believes missing, and could never go on.
    """

    def apply_migration(
        self, state: ProjectState, migration: Migration, fake: bool = False, fake_initial: bool = False
    ) -> ProjectState:
        """Both or neither."""
        if not migration.atomic:
            return super().apply_migration(state, migration, fake=fake, fake_initial=fake_initial)
        with transaction.atomic(using=self.connection.alias):
            return super().apply_migration(state, migration, fake=fake, fake_initial=fake_initial)


migrate.MigrationExecutor = WholeExecutor  # type: ignore[attr-defined]  # Django's command offers no other way to choose it


class Command(migrate.Command):
    """Django's command with the owner as its database."""

    def add_arguments(self, parser: CommandParser) -> None:
        """The owner migrates."""
        super().add_arguments(parser)
        parser.set_defaults(database="owner")

    def handle(self, *args: Any, **options: Any) -> None:
        """Migrates, opens what is not ours, loads the tables that everybody reads."""
        super().handle(*args, **options)
        if options["app_label"] or options["plan"] or options["check_unapplied"]:
            return
        open_third_party_tables("owner")
        for line in load_reference():
            self.stdout.write(line)
