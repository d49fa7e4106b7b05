"""`intreccio demo`: loads the invented district, once; `--households N` adds many more, as keeper."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connections

from intreccio.front.web.demo import district, load_world
from intreccio.ground.kernel.clock import today


class Command(BaseCommand):
    """Idempotent: a district already there is left alone."""

    help = "Carica il distretto dimostrativo (una volta sola)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """How many households more."""
        parser.add_argument("--households", type=int, default=0)

    def handle(self, *args: Any, **options: Any) -> None:
        """Refuses on a real installation."""
        if not settings.DEMO:
            raise CommandError("Questa è un'installazione vera: la dimostrazione si carica solo con INTRECCIO_DEMO=1.")
        with connections["keeper"].cursor() as cursor:
            cursor.execute("SELECT EXISTS (SELECT 1 FROM organisations_organisation)")
            (there,) = cursor.fetchone() or (False,)
        if not there:
            load_world(district(today()))
            self.stdout.write("Distretto dimostrativo caricato.")
