"""`intreccio rebuild_facts`: all facts of the observatory, made anew from what happened, as keeper."""

from typing import Any

from django.core.management.base import BaseCommand

from intreccio.evidence.impact.actions.rebuilding import rebuild_facts


class Command(BaseCommand):
    """Twice is once: facts say only what acts say."""

    help = "Riscrive i fatti dell'osservatorio a partire da ciò che è successo."

    def handle(self, *args: Any, **options: Any) -> None:
        """Says how far it is while it works."""
        written = rebuild_facts(self._tell)
        self.stdout.write(f"Fatti scritti: {_number(written)}.")

    def _tell(self, read: int, whole: int) -> None:
        self.stdout.write(f"{_number(read)} atti letti di {_number(whole)}")
        self.stdout.flush()


def _number(count: int) -> str:
    return f"{count:,}".replace(",", ".")
