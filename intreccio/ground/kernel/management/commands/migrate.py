"""`migrate`, as the owner: then third-party tables are opened to the serving role and reference data is loaded."""

from typing import Any

from django.core.management.base import CommandParser
from django.core.management.commands import migrate

from intreccio.ground.kernel.reference import load_reference
from intreccio.ground.kernel.setup import open_third_party_tables


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
