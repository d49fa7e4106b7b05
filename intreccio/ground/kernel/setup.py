"""Database roles (law 4), as SQL that a command runs or prints for an administrator."""

from django.conf import settings
from django.db import connections
from psycopg import sql

from intreccio.ground.kernel.security import roles

# Tables of libraries: no family's data, no row security of ours; the serving role works with them freely.
THIRD_PARTY = ("auth_", "django_", "account_", "mfa_", "procrastinate_")


def role_statements() -> list[sql.Composed]:
    """Creates the four roles and the database, or changes nothing where they are there."""
    names = roles()
    login = {alias: str(database["PASSWORD"]) for alias, database in settings.DATABASES.items()}
    database = str(settings.DATABASES["default"]["NAME"])
    owner, definer = sql.Identifier(names["owner"]), sql.Identifier(names["definer"])
    attributes = {"owner": "NOBYPASSRLS", "default": "NOBYPASSRLS", "keeper": "BYPASSRLS"}
    role_of = {"owner": names["owner"], "default": names["app"], "keeper": names["keeper"]}
    statements = [
        _create_role(
            role_of[alias],
            sql.SQL("LOGIN NOSUPERUSER {} PASSWORD {}").format(sql.SQL(kind), sql.Literal(login[alias])),
        )
        for alias, kind in attributes.items()
    ]
    statements.append(_create_role(names["definer"], sql.SQL("NOLOGIN NOSUPERUSER NOBYPASSRLS").format()))
    statements.append(sql.SQL("GRANT {} TO {}").format(definer, owner))
    statements.append(
        sql.SQL("-- only where the database is not there yet\nCREATE DATABASE {} OWNER {}").format(
            sql.Identifier(database), owner
        )
    )
    return statements


def _create_role(name: str, attributes: sql.Composable) -> sql.Composed:
    body = sql.SQL(
        "DO $do$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = {literal})"
        " THEN CREATE ROLE {role}; END IF; END $do$; ALTER ROLE {role} {attributes}"
    )
    return body.format(literal=sql.Literal(name), role=sql.Identifier(name), attributes=attributes)


def schema_statements() -> list[sql.Composed]:
    """What is said inside the database: extensions, who may create, what the keeper may do."""
    names = {key: sql.Identifier(value) for key, value in roles().items()}
    texts = [
        "CREATE EXTENSION IF NOT EXISTS pg_trgm",
        "CREATE EXTENSION IF NOT EXISTS btree_gist",
        "REVOKE CREATE ON SCHEMA public FROM PUBLIC",
        "GRANT USAGE, CREATE ON SCHEMA public TO {owner}, {definer}",
        "GRANT USAGE ON SCHEMA public TO {app}, {keeper}",
        "ALTER DEFAULT PRIVILEGES FOR ROLE {owner} IN SCHEMA public GRANT ALL ON TABLES TO {keeper}",
        "ALTER DEFAULT PRIVILEGES FOR ROLE {owner} IN SCHEMA public GRANT ALL ON SEQUENCES TO {keeper}",
    ]
    return [sql.SQL(text).format(**names) for text in texts]


def open_third_party_tables(alias: str) -> None:
    """Grants the serving role what libraries need; run after every migration, because they bring new tables."""
    app = sql.Identifier(roles()["app"])
    with connections[alias].cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        for (table,) in cursor.fetchall():
            if table.startswith(THIRD_PARTY):
                verbs = sql.SQL(
                    "SELECT" if table == "django_migrations" else "SELECT, INSERT, UPDATE, DELETE"
                )
                cursor.execute(sql.SQL("GRANT {} ON {} TO {}").format(verbs, sql.Identifier(table), app))
        cursor.execute(sql.SQL("GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {}").format(app))
