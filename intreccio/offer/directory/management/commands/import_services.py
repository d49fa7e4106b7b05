"""`intreccio import_services FILE`: services from a table with a mapping, or from HSDS 3.0 JSON."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from intreccio.offer.directory.actions.files import import_services
from intreccio.offer.directory.queries.mappings import shipped_mappings
from intreccio.workshop.imports.rules.entries import BadMapping, Unreadable
from intreccio.workshop.imports.rules.reports import Report

WIDTH = 30


class Command(BaseCommand):
    """The last line always counts: `added N, changed N, unchanged N, refused N`."""

    help = "Importa servizi da una tabella CSV (con una mappatura) o da un file HSDS 3.0 (JSON)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The file, how to read it, whether to write."""
        ready = ", ".join(shipped_mappings())
        parser.add_argument("file", type=Path)
        parser.add_argument(
            "--mapping", default="", help=f"una mappatura pronta ({ready}) o il percorso di un file JSON"
        )
        parser.add_argument("--dry-run", action="store_true", help="prova tutto e non scrive niente")

    def handle(self, *args: Any, **options: Any) -> None:
        """Reads, writes, lists what was refused and what was left empty."""
        report = self.take(options["file"], options["mapping"], dry_run=options["dry_run"])
        for refusal in report.refused:
            self.stdout.write(str(refusal))
        for note in report.notes:
            self.stdout.write(f"nota: {note}")
        if options["dry_run"]:
            self.stdout.write("Era una prova: nulla è cambiato.")
        self.stdout.write(report.last_line)

    def take(self, file: Path, mapping: str, *, dry_run: bool) -> Report:
        """One file."""
        try:
            data = file.read_bytes()
            if not mapping and not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"[")):
                raise CommandError("Una tabella vuole una mappatura: --mapping NOME. Nulla è cambiato.")
            return import_services(
                file.name, data, mapping=mapping, dry_run=dry_run, progress=self.progress()
            )
        except OSError as problem:
            raise CommandError(f"Il file non si legge: {problem.strerror}. Nulla è cambiato.") from problem
        except Unreadable as problem:
            raise CommandError(
                f"Il file non si legge fino in fondo: {problem}. Nulla è cambiato."
            ) from problem
        except BadMapping as problem:
            raise CommandError(f"La mappatura «{mapping}» non va: {problem}. Nulla è cambiato.") from problem

    def progress(self) -> "Bar | None":
        """A bar, on a terminal only."""
        return Bar() if sys.stderr.isatty() else None


class Bar:
    """How far the writing is."""

    def __call__(self, done: int, whole: int) -> None:
        if done % 50 and done != whole:
            return
        filled = WIDTH * done // whole
        end = "\n" if done == whole else ""
        sys.stderr.write(f"\r  [{'#' * filled}{' ' * (WIDTH - filled)}] {done} di {whole}{end}")
        sys.stderr.flush()
