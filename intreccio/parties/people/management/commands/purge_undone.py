"""`intreccio purge_undone`: removes what was brought in from a sheet and undone since."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from intreccio.ground.kernel.bulk import KEEPER
from intreccio.parties.people.actions.undoing import purge_undone


class Command(BaseCommand):
    """Runs as keeper, in one transaction. A second time removes nothing."""

    help = (
        "Toglie per sempre le famiglie di elenchi annullati, con i loro valori di prima. Gli eventi restano."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        """Says how many families and persons there were."""
        if KEEPER not in settings.DATABASES:
            raise CommandError(
                "Manca DATABASE_KEEPER_URL: togliere righe per sempre può solo il ruolo del custode."
            )
        removed = purge_undone()
        self.stdout.write(f"{removed['people_household']} famiglie, {removed['people_person']} persone.")
