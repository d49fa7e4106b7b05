"""`intreccio demo_accounts`: who can sign in to the demonstration."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from intreccio.ground.accounts.roles import BY_CODE
from intreccio.ground.kernel.clock import today
from intreccio.parties.organisations.demo import recipe

HEADINGS = ("account", "nome", "ruolo", "ente", "password")


class Command(BaseCommand):
    """Reads the recipe, not the database: it answers before the first run too."""

    help = "Stampa gli accessi della dimostrazione."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        """Refuses on a real installation."""
        if not settings.DEMO:
            raise CommandError("Questa è un'installazione vera: non ha accessi di dimostrazione.")
        rows = [HEADINGS, *accounts()]
        widths = [max(len(row[place]) for row in rows) for place in range(len(HEADINGS))]
        for row in rows:
            self.stdout.write(
                "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
            )


def accounts() -> list[tuple[str, ...]]:
    """Address, name, role, body and password of each hat that can sign in."""
    world = recipe(today())
    users = {user["key"]: user for user in world["users"] if user["password"]}
    bodies = {body["key"]: body["name"] for body in world["organisations"]}
    return [
        (
            user["email"],
            user["name"],
            str(BY_CODE[hat["role"]].label),
            bodies[hat["organisation"]],
            user["password"],
        )
        for hat in world["memberships"]
        if (user := users.get(hat["user"])) and not hat.get("until")
    ]
