"""`intreccio database_setup`: makes roles, database and extensions, or prints the SQL for an administrator."""

import os
from argparse import ArgumentParser
from typing import Any

import psycopg
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from psycopg import sql

from intreccio.ground.kernel.setup import role_statements, schema_statements


class Command(BaseCommand):
    """Idempotent: a second run changes nothing but the passwords, which follow the addresses."""

    help = "Crea ruoli, database ed estensioni con INTRECCIO_ADMIN_URL; con --print scrive l'SQL per chi amministra."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """--print only prints."""
        parser.add_argument("--print", action="store_true", dest="only_print")

    def handle(self, *args: Any, **options: Any) -> None:
        """Runs as the administrator named by INTRECCIO_ADMIN_URL."""
        if missing := {"default", "owner", "keeper"} - set(settings.DATABASES):
            raise CommandError(f"Mancano gli indirizzi del database per: {', '.join(sorted(missing))}.")
        admin = os.environ.get("INTRECCIO_ADMIN_URL", "")
        if options["only_print"] or not admin:
            self.print_sql()
            return
        with self.entered(admin) as connection:
            *roles, create_database = role_statements()
            for statement in roles:
                connection.execute(statement)
            name = settings.DATABASES["default"]["NAME"]
            if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
                connection.execute(create_database)
        with psycopg.connect(admin, autocommit=True, dbname=str(name)) as connection:
            for statement in schema_statements():
                connection.execute(statement)
        self.stdout.write(f"Ruoli ed estensioni a posto in «{name}».")

    def entered(self, admin: str) -> psycopg.Connection[tuple[Any, ...]]:
        """A session of the administrator's."""
        try:
            return psycopg.connect(admin, autocommit=True)
        except psycopg.OperationalError as problem:
            raise CommandError(
                f"INTRECCIO_ADMIN_URL non apre il server ({problem}). "
                "L'indirizzo deve nominare un database che c'è già, di solito «postgres»: quello di Intreccio lo crea questo comando."
            ) from problem

    def print_sql(self) -> None:
        """For an administrator who runs it by hand."""
        self.stdout.write("-- Da eseguire come amministratore di PostgreSQL")
        for statement in [
            *role_statements(),
            sql.SQL("\\connect {}").format(sql.Identifier(str(settings.DATABASES["default"]["NAME"]))),
            *schema_statements(),
        ]:
            text = statement.as_string(None)
            self.stdout.write(text if text.startswith("\\") else f"{text};")
