import django.db.models.deletion
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState

from intreccio.ground.kernel.keys import new_key
from intreccio.ground.kernel.security import Guard, Sql

OWN = "id = (SELECT my_user()) OR (SELECT my_house()) = 'door'"

# The owner is bound by forced row security too: it is lifted for the length of the copy, inside this transaction.
PART = """
ALTER TABLE accounts_user NO FORCE ROW LEVEL SECURITY;
ALTER TABLE accounts_colleague NO FORCE ROW LEVEL SECURITY;
INSERT INTO accounts_colleague (id, name, is_active) SELECT id, name, is_active FROM accounts_user;
ALTER TABLE accounts_user DROP COLUMN name, DROP COLUMN is_active,
  ADD CONSTRAINT accounts_user_colleague FOREIGN KEY (id) REFERENCES accounts_colleague (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE accounts_colleague FORCE ROW LEVEL SECURITY;
ALTER TABLE accounts_user FORCE ROW LEVEL SECURITY
"""


# One's own row is one's own to change a password, not to be found under another address or to be called something else.
ONLY_THE_DOOR = """
CREATE FUNCTION only_the_door() RETURNS trigger LANGUAGE plpgsql AS
  'BEGIN RAISE insufficient_privilege USING MESSAGE = ''the door alone writes who somebody is''; END';
CREATE TRIGGER only_the_door BEFORE UPDATE OF email ON accounts_user FOR EACH ROW
  WHEN (current_user = '{app}' AND NEW.email <> OLD.email AND my_house() IS DISTINCT FROM 'door') EXECUTE FUNCTION only_the_door();
CREATE TRIGGER only_the_door BEFORE UPDATE ON accounts_colleague FOR EACH ROW
  WHEN (current_user = '{app}' AND (NEW.name, NEW.is_active) IS DISTINCT FROM (OLD.name, OLD.is_active)
    AND my_house() IS DISTINCT FROM 'door') EXECUTE FUNCTION only_the_door()
"""


class UserBecomesAColleague(Operation):
    """What the statements of PART have done, in Django's words, which have none for a new parent."""

    reversible = False

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """The user keeps address and password, and has its name from its parent."""
        for field in ("name", "is_active", "id"):
            state.remove_field(app_label, "user", field)
        state.models[app_label, "user"].bases = (f"{app_label}.colleague",)
        link = models.OneToOneField(
            f"{app_label}.colleague",
            django.db.models.deletion.CASCADE,
            parent_link=True,
            primary_key=True,
            db_column="id",
            serialize=False,
        )
        state.add_field(app_label, "user", "colleague", link, preserve_default=True)

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Nothing: PART has done it."""


class Migration(migrations.Migration):
    """A name is read by colleagues, an address and the digest of a password by nobody: two rows, and two policies.

    So are the tables of the libraries that hold what opens the door. They are not *forced*: their own migrations,
    which the owner runs, must find their rows.
    """

    dependencies = [
        ("accounts", "0003_need_to_know"),
        ("account", "0009_emailaddress_unique_primary_email"),
        ("mfa", "0003_authenticator_type_uniq"),
        ("sessions", "0001_initial"),
    ]
    operations = [
        migrations.CreateModel(
            name="Colleague",
            fields=[
                ("id", models.UUIDField(default=new_key, editable=False, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=120, verbose_name="nome e cognome")),
                ("is_active", models.BooleanField(default=True)),
            ],
        ),
        Guard(
            "accounts_colleague", see=OWN, add="(SELECT my_house()) = 'door'", change=OWN, definer="SELECT"
        ),
        Sql(PART),
        UserBecomesAColleague(),
        Sql(ONLY_THE_DOOR),
        *(
            Sql(
                f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;\n"
                f"CREATE POLICY door ON {table} TO {{app}} USING ({who}) WITH CHECK ({who})"
            )
            for table, who in {
                "mfa_authenticator": "user_id = (SELECT my_user()) OR (SELECT my_house()) = 'door'",
                "account_emailaddress": "(SELECT my_house()) = 'door'",
                "account_emailconfirmation": "(SELECT my_house()) = 'door'",
                "django_session": "(SELECT my_house()) = 'door'",
            }.items()
        ),
    ]
