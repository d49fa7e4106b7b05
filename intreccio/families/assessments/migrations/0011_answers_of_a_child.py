from django.db import migrations

from intreccio.ground.kernel.security import AlsoSee, Sql
from intreccio.parties.people.policies import MY_TEAMS, sees
from intreccio.parties.people.vocabulary import Level

# Table, the demand that readers of its old values must meet, and the policy that lets them.
OWN_ANSWERS = (
    ("assessments_pointofview", "point_of_view", "see_points_of_view"),
    ("assessments_sheet", "sheet", "see_sheets"),
)


def of_the_team(table: str, demand: str, policy: str) -> list[Sql]:
    """What a child answers in its own voice, and what was corrected of it, is for the team in charge."""
    return [
        Sql(
            f"ALTER POLICY see ON {table} USING ({sees(Level.RECORD)} AND (voice <> 'child' OR team_id = {MY_TEAMS}));"
            f"DROP TRIGGER keep_history ON {table};"
            f"CREATE TRIGGER keep_history AFTER UPDATE ON {table} FOR EACH ROW"
            f" EXECUTE FUNCTION keep_history('{demand}', 'household_id', '');"
            "ALTER TABLE kernel_history NO FORCE ROW LEVEL SECURITY;"
            f"UPDATE kernel_history SET demand = '{demand}' WHERE table_name = '{table}';"
            "ALTER TABLE kernel_history FORCE ROW LEVEL SECURITY"
        ),
        AlsoSee(
            "kernel_history",
            policy,
            f"demand = '{demand}' AND EXISTS (SELECT 1 FROM {table} v WHERE v.id = kernel_history.row_id)",
        ),
    ]


class Migration(migrations.Migration):
    """What a child answers as a voice of its own, to the statements or on a sheet, is read by the team in charge and by who guides it, with the words beside it, as its
    answers to the questions of its age are, and by no other body to which the record is open (decision 100); the response is
    opened through the voice."""

    dependencies = [
        ("assessments", "0010_near_to_a_drawing"),
        ("organisations", "0001_initial"),
        ("people", "0002_sight"),
    ]
    operations = [operation for row in OWN_ANSWERS for operation in of_the_team(*row)]
