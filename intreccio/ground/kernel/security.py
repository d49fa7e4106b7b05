"""Row security as migration operations: every table of ours is guarded, and says who reads and writes its rows.

Expressions are SQL over the row's columns. They may name only what lies below their area: a policy is an arrow too.
Role names come from the settings, so `{app}`, `{definer}`, `{keeper}`, `{owner}` in any SQL here are filled in.
"""

from django.conf import settings
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState

ANYONE = "(SELECT actor()) IS NOT NULL"
NOBODY = "false"


def roles() -> dict[str, str]:
    """The four database roles of law 4, as named by the addresses this process was given."""
    names = {alias: str(database["USER"]) for alias, database in settings.DATABASES.items()}
    app = names["default"]
    return {
        "app": app,
        "owner": names.get("owner", app),
        "keeper": names.get("keeper", app),
        "definer": settings.DATABASE_DEFINER,
    }


class Sql(Operation):
    """SQL with the role names filled in. Irreversible: this house migrates forward."""

    reduces_to_sql = True
    reversible = False

    def __init__(self, sql: str) -> None:
        self.sql = sql

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Says nothing to Django's model state."""

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Runs the statements."""
        schema_editor.execute(self.sql.format(**roles()), params=None)

    def describe(self) -> str:
        """The first line, for `migrate`'s list."""
        return self.sql.strip().splitlines()[0][:80]


class Guard(Sql):
    """Forces row security on a table and writes its policies.

    see, add, change: SQL conditions for SELECT, INSERT, UPDATE by the serving role; None grants nothing.
    check: condition on the row as it will be, where it differs from `change`.
    delete: only for rows that are no family's and nobody's work (a draft, a session).
    history: the demand that readers of its old values must meet ('record', 'network', …); None keeps none.
    household, person: columns that name the family, copied into the history row.
    definer: what the SECURITY DEFINER functions may do with the table ('SELECT', 'SELECT, UPDATE').
    columns: the only ones that an UPDATE may name; empty for all.
    """

    def __init__(
        self,
        table: str,
        *,
        see: str | None,
        add: str | None = None,
        change: str | None = None,
        check: str | None = None,
        delete: str | None = None,
        history: str | None = None,
        household: str = "",
        person: str = "",
        definer: str = "",
        columns: str = "",
    ) -> None:
        self.table = table
        parts = [
            f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
            f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY",
        ]
        parts += policy(table, "see", "SELECT", using=see)
        parts += policy(table, "add", "INSERT", check=add)
        parts += policy(table, "change", "UPDATE", using=change, check=check or change, columns=columns)
        parts += policy(table, "delete", "DELETE", using=delete)
        if definer:
            parts += [
                f"GRANT {definer} ON {table} TO {{definer}}",
                f"CREATE POLICY definer ON {table} TO {{definer}} USING (true) WITH CHECK (true)",
            ]
        if history:
            parts.append(
                f"CREATE TRIGGER keep_history AFTER UPDATE ON {table} FOR EACH ROW"
                f" EXECUTE FUNCTION keep_history('{history}', '{household}', '{person}')"
            )
        super().__init__(";\n".join(parts))

    def describe(self) -> str:
        """For `migrate`'s list."""
        return f"Guard {self.table}"


def policy(
    table: str,
    name: str,
    verb: str,
    *,
    using: str | None = None,
    check: str | None = None,
    columns: str = "",
) -> list[str]:
    """The grant and the policy that let the serving role do one verb; nothing where there is no condition."""
    if using is None and check is None:
        return []
    clauses = (f" USING ({using})" if using else "") + (f" WITH CHECK ({check})" if check else "")
    return [
        f"GRANT {verb}{f' ({columns})' if columns else ''} ON {table} TO {{app}}",
        f"CREATE POLICY {name} ON {table} FOR {verb} TO {{app}}{clauses}",
    ]


class Stays(Sql):
    """What was annulled in a table of families stays annulled, by whoever did it, and a row stays with its family."""

    def __init__(self, table: str) -> None:
        bound = "WHEN (current_user = '{app}'"
        super().__init__(
            f"CREATE OR REPLACE TRIGGER keep_what_stands BEFORE UPDATE OF voided_at, voided_by, void_reason ON {table}"
            f" FOR EACH ROW {bound}) EXECUTE FUNCTION keep_what_stands();\n"
            f"CREATE OR REPLACE TRIGGER keep_its_family BEFORE UPDATE OF household_id ON {table} FOR EACH ROW {bound}"
            " AND NEW.household_id IS DISTINCT FROM OLD.household_id) EXECUTE FUNCTION keep_its_family()"
        )


class AlsoSee(Sql):
    """A further reason to read a lower table, added by the area that knows the family."""

    def __init__(self, table: str, name: str, using: str) -> None:
        super().__init__(";\n".join(policy(table, name, "SELECT", using=using)))


class Definer(Sql):
    """A SECURITY DEFINER function: owned by a role that cannot log in, callable by the serving role."""

    def __init__(
        self, signature: str, returns: str, body: str, *, language: str = "sql", volatile: bool = False
    ) -> None:
        name = signature.split("(", maxsplit=1)[0]
        kinds = ", ".join(
            part.split()[-1] for part in signature.split("(", 1)[1].rstrip(")").split(",") if part.strip()
        )
        super().__init__(
            f"CREATE FUNCTION {signature} RETURNS {returns} LANGUAGE {language}"
            f" {'VOLATILE' if volatile else 'STABLE'} SECURITY DEFINER SET search_path = public, pg_temp"
            f" AS $body$ {body} $body$;\n"
            f"ALTER FUNCTION {name}({kinds}) OWNER TO {{definer}};\n"
            f"REVOKE ALL ON FUNCTION {name}({kinds}) FROM PUBLIC;\n"
            f"GRANT EXECUTE ON FUNCTION {name}({kinds}) TO {{app}}, {{definer}}, {{keeper}}"
        )
