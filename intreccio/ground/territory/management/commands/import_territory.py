"""`intreccio import_territory FILE`: a list of municipalities in ISTAT's columns, with or without coordinates."""

from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.viewer import House
from intreccio.ground.territory.actions import Outcome, import_list
from intreccio.ground.territory.rules.lists import Unreadable

KEEPER = "keeper"


class Command(BaseCommand):
    """Runs as keeper, in one transaction: a file that cannot be read to its end changes nothing."""

    help = "Importa un elenco di comuni (CSV dell'ISTAT, con o senza coordinate)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The file, and whether it is the whole list."""
        parser.add_argument("file", type=Path)
        parser.add_argument(
            "--ended-on",
            type=date.fromisoformat,
            metavar="AAAA-MM-GG",
            help="il file è l'elenco completo: i comuni che non ci sono hanno avuto in questa data l'ultimo giorno",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Reads, writes, lists what was refused; the last line counts."""
        if KEEPER not in settings.DATABASES:
            raise CommandError("Manca DATABASE_KEEPER_URL: l'importazione lavora con il ruolo del custode.")
        outcome = self.take(options["file"], options["ended_on"])
        for refusal in outcome.refused:
            where = f", colonna «{refusal.column}»" if refusal.column else ""
            self.stdout.write(f"riga {refusal.line}{where}: {refusal.reason}")
        if outcome.refused and options["ended_on"]:
            self.stdout.write("Nessun comune è stato chiuso: prima vanno sistemate le righe rifiutate.")
        self.stdout.write(str(outcome))

    def take(self, file: Path, ended_on: date | None) -> Outcome:
        """One transaction."""
        try:
            data = file.read_bytes()
            with acting(House("imports"), using=KEEPER):
                return import_list(data, source=file.name[:100], using=KEEPER, ended_on=ended_on)
        except OSError as problem:
            raise CommandError(f"Il file non si legge: {problem.strerror}. Nulla è cambiato.") from problem
        except Unreadable as problem:
            raise CommandError(
                f"Il file non si legge fino in fondo: {problem}. Nulla è cambiato."
            ) from problem
