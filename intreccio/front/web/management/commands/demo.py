"""`intreccio demo`: loads the invented district, once; `--households N` adds many more families, as keeper."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connections

from intreccio.front.web.demo import district, load_world
from intreccio.front.web.many.filling import Progress, fill
from intreccio.ground.kernel.clock import today


class Command(BaseCommand):
    """Idempotent: a district already there is left alone, and so are families already added."""

    help = "Carica il distretto dimostrativo (una volta sola)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """How many households more."""
        parser.add_argument(
            "--households",
            type=int,
            default=0,
            metavar="N",
            help="aggiunge famiglie inventate, con le loro équipe, finché sono N (100000: circa sei minuti)",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Refuses on a real installation."""
        if not settings.DEMO:
            raise CommandError(
                "Questa è un'installazione vera: la dimostrazione si carica solo con INTRECCIO_DEMO=1."
            )
        if options["households"] < 0:
            raise CommandError("Quante famiglie? Un numero da zero in su.")
        if not _is_there():
            load_world(district(today()))
            self.stdout.write("Distretto dimostrativo caricato.")
        if options["households"]:
            added = fill(options["households"], today=today(), tell=self._tell)
            self.stdout.write(f"Famiglie inventate aggiunte: {_number(added)}.")

    def _tell(self, progress: Progress) -> None:
        self.stdout.write(
            f"{_number(progress.done)} famiglie di {_number(progress.wanted)}, "
            f"{progress.per_second:.0f} al secondo, restano {progress.seconds_left:.0f} s"
        )
        self.stdout.flush()


def _is_there() -> bool:
    with connections["keeper"].cursor() as cursor:
        cursor.execute("SELECT EXISTS (SELECT 1 FROM organisations_organisation)")
        (there,) = cursor.fetchone() or (False,)
    return bool(there)


def _number(count: int) -> str:
    return f"{count:,}".replace(",", ".")
