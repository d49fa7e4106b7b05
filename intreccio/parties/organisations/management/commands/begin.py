"""`intreccio begin`: the first body and who administers, on an installation that has nobody yet."""

from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email
from django.db import transaction

from intreccio.ground.kernel.acting import act
from intreccio.ground.kernel.clock import today
from intreccio.ground.kernel.refused import Refused
from intreccio.parties.organisations.actions.beginning import DAYS, KEEPER, begin
from intreccio.workshop.messages.queries import address_of


class Command(BaseCommand):
    """Asks what is not said on the command line; prints a link that opens once."""

    help = "Crea chi amministra per primo e stampa il collegamento per scegliere la password."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What to say instead of being asked."""
        parser.add_argument("--name", default="")
        parser.add_argument("--email", default="")
        parser.add_argument("--organisation", default="")

    def handle(self, *args: Any, **options: Any) -> None:
        """Refuses where somebody administers already."""
        name = options["name"] or self.ask("Nome e cognome")
        email = options["email"] or self.ask("Indirizzo e-mail")
        organisation = options["organisation"] or self.ask("Nome dell'ente")
        try:
            validate_email(email)
            with transaction.atomic():
                act(KEEPER)
                token = begin(name=name, email=email.lower(), organisation_name=organisation, today=today())
        except ValidationError as error:
            raise CommandError("L'indirizzo e-mail non è scritto bene.") from error
        except Refused as refused:
            raise CommandError(str(refused.reason)) from refused
        address = address_of("set_password", token)
        self.stdout.write(
            f"Fatto. Per scegliere la password, entro {DAYS} giorni e una volta sola:\n{address}"
        )

    def ask(self, question: str) -> str:
        """One line from the terminal; nothing said is an error."""
        try:
            answer = input(f"{question}: ").strip()
        except EOFError:
            answer = ""
        if not answer:
            raise CommandError(
                f"Manca: {question.lower()}. Senza terminale si dice con --name, --email, --organisation."
            )
        return answer
