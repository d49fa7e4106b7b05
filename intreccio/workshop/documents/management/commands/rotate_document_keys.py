"""`intreccio rotate_document_keys`: closes every document with the first key of the settings."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from intreccio.workshop.documents.files.shelf import rotate


class Command(BaseCommand):
    """Stopped half way, it goes on where it was."""

    help = "Chiude tutti i documenti con la prima chiave di INTRECCIO_DOCUMENT_KEYS."

    def handle(self, *args: Any, **options: Any) -> None:
        """Says how many, and whether the old keys are still needed."""
        done = rotate()
        self.stdout.write(f"Documenti chiusi con la prima chiave: {done.closed_anew}.")
        if done.unreadable:
            raise CommandError(
                f"Non si aprono con nessuna delle chiavi: {len(done.unreadable)}. Non togliete le chiavi di prima; il primo è"
                f" {done.unreadable[0]}."
            )
        self.stdout.write("Le chiavi di prima servono ancora solo per le copie fatte finora.")
