"""`intreccio restore FILE`: a copy, into an empty database."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from intreccio.ground.kernel.backup import BackupError, restore


class Command(BaseCommand):
    """Refuses a database that holds anything."""

    help = "Ripristina una copia in un database vuoto."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which."""
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        """As owner."""
        try:
            restore(options["file"])
        except BackupError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(
            "Ripristino completo. I documenti si aprono con le chiavi di quando è stata fatta la copia (INTRECCIO_DOCUMENT_KEYS)."
        )
