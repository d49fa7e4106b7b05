"""`intreccio set_district CODE NAME MUNICIPALITY…`: the municipalities that the network works for."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from intreccio.ground.kernel.acting import acting
from intreccio.ground.kernel.viewer import House
from intreccio.ground.territory.actions import set_district
from intreccio.ground.territory.forms import MunicipalityField
from intreccio.ground.territory.queries import municipalities_by_istat

KEEPER = "keeper"


class Command(BaseCommand):
    """Runs as keeper: who signals, who writes a family and who composes a team choose among these municipalities."""

    help = "Dice quali comuni formano un ambito; con lo stesso codice lo riscrive."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The code stays, name and municipalities may change."""
        parser.add_argument("code", help="un codice breve, per esempio visconteo-sud")
        parser.add_argument("name", help="il nome dell'ambito, per esempio «Visconteo Sud Milano»")
        parser.add_argument(
            "municipalities", nargs="+", help="i comuni, per nome: Rozzano «San Teodoro (ME)»"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """One municipality that is not found, and nothing changes."""
        if KEEPER not in settings.DATABASES:
            raise CommandError("Manca DATABASE_KEEPER_URL: gli ambiti li scrive il ruolo del custode.")
        with acting(House("keeper")):
            codes = self.found(options["municipalities"])
        with acting(House("keeper"), using=KEEPER):
            district = set_district(options["code"], options["name"], codes, using=KEEPER)
        self.stdout.write(f"{district.name}: {len(codes)} comuni.")

    def found(self, names: list[str]) -> set[str]:
        """The land registry's codes."""
        istat, unknown = set(), []
        for name in names:
            try:
                istat.add(MunicipalityField().clean(name))
            except ValidationError:
                unknown.append(name)
        if unknown:
            raise CommandError(
                f"Non si trovano, o più comuni si chiamano così: {', '.join(unknown)}. "
                "Con la sigla della provincia: «San Teodoro (ME)». Nulla è cambiato."
            )
        return {each.code for each in municipalities_by_istat(istat).values()}
