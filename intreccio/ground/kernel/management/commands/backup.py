"""`intreccio backup FILE`: everything in one file."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from intreccio.ground.kernel.backup import BackupError, back_up


class Command(BaseCommand):
    """Never overwrites a copy."""

    help = "Scrive tutto il database e i documenti in un solo file."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where."""
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        """As keeper."""
        try:
            back_up(options["file"])
        except BackupError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"Copia scritta in {options['file'].name}. Tenetela al sicuro: contiene tutto.")
