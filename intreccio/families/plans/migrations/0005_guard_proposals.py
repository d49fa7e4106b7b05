from django.db import migrations

from intreccio.ground.kernel.security import Guard, Sql
from intreccio.parties.people.policies import follows_household, of_the_same_family, sees, writes
from intreccio.parties.people.vocabulary import Level

TABLE = "plans_actionproposal"
SAME_FAMILY = (
    ("case_id", "cases_case"),
    ("decision_id", "cases_conferencedecision"),
    ("action_id", "plans_planaction"),
)


class Migration(migrations.Migration):
    """What a meeting proposed is of the record, like the plan; once settled it stays as it was read."""

    dependencies = [("plans", "0004_proposals"), ("cases", "0009_guard_team_work"), ("people", "0002_sight")]
    operations = [
        follows_household(TABLE),
        Guard(
            TABLE,
            see=sees(Level.RECORD),
            add=f"{writes()} AND state = 'waiting'",
            change=f"{writes()} AND state = 'waiting'",
            check=writes(),
            history="record",
            household="household_id",
            columns="state, action_id, reason, settled_on, version",
        ),
        *[of_the_same_family(TABLE, column, parent) for column, parent in SAME_FAMILY],
        Sql(
            f"CREATE OR REPLACE TRIGGER keep_its_family BEFORE UPDATE OF household_id ON {TABLE} FOR EACH ROW"
            " WHEN (current_user = '{app}' AND NEW.household_id IS DISTINCT FROM OLD.household_id) EXECUTE FUNCTION keep_its_family()"
        ),
    ]
