from django.db import migrations

from intreccio.ground.kernel.security import AlsoSee, Sql
from intreccio.parties.people.policies import MY_TEAMS, sees
from intreccio.parties.people.vocabulary import Level

TABLE = "plans_disagreement"
# Of whom no birth is written, or who is out of sight, nobody can tell.
GROWN_UP = (
    f"EXISTS (SELECT 1 FROM people_person p WHERE p.id = {TABLE}.person_id"
    f" AND p.birth_date <= {TABLE}.said_on - interval '18 years')"
)


class Migration(migrations.Migration):
    """What a minor keeps for who works with the family is read by the team in charge and by who guides it, and by no other body
    to which the record is open; what it said before is theirs too (decision 101)."""

    dependencies = [
        ("plans", "0016_what_a_minor_said"),
        ("people", "0002_sight"),
        ("organisations", "0001_initial"),
    ]
    operations = [
        Sql(
            f"ALTER POLICY see ON {TABLE} USING ({sees(Level.RECORD)} AND (team_id = {MY_TEAMS} OR shared OR {GROWN_UP}));"
            f"DROP TRIGGER keep_history ON {TABLE};"
            f"CREATE TRIGGER keep_history AFTER UPDATE ON {TABLE} FOR EACH ROW"
            " EXECUTE FUNCTION keep_history('disagreement', 'household_id', '');"
            "ALTER TABLE kernel_history NO FORCE ROW LEVEL SECURITY;"
            f"UPDATE kernel_history SET demand = 'disagreement' WHERE table_name = '{TABLE}';"
            "ALTER TABLE kernel_history FORCE ROW LEVEL SECURITY"
        ),
        AlsoSee(
            "kernel_history",
            "see_disagreement",
            f"demand = 'disagreement' AND EXISTS (SELECT 1 FROM {TABLE} d WHERE d.id = kernel_history.row_id"
            f" AND d.team_id = {MY_TEAMS})",
        ),
    ]
