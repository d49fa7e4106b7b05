from django.db import migrations

from intreccio.ground.kernel.security import AlsoSee, Sql
from intreccio.parties.people.policies import MY_TEAMS, sees
from intreccio.parties.people.vocabulary import Level

POINT = "assessments_pointofview"


class Migration(migrations.Migration):
    """What a child answers as a voice of its own is read by the team in charge and by who guides it, with the words beside it, as its
    answers to the questions of its age are, and by no other body to which the record is open (decision 100); the response is
    opened through the voice."""

    dependencies = [
        ("assessments", "0010_near_to_a_drawing"),
        ("organisations", "0001_initial"),
        ("people", "0002_sight"),
    ]
    operations = [
        Sql(
            f"ALTER POLICY see ON {POINT} USING ({sees(Level.RECORD)} AND (voice <> 'child' OR team_id = {MY_TEAMS}));"
            f"DROP TRIGGER keep_history ON {POINT};"
            f"CREATE TRIGGER keep_history AFTER UPDATE ON {POINT} FOR EACH ROW"
            " EXECUTE FUNCTION keep_history('point_of_view', 'household_id', '');"
            "ALTER TABLE kernel_history NO FORCE ROW LEVEL SECURITY;"
            f"UPDATE kernel_history SET demand = 'point_of_view' WHERE table_name = '{POINT}';"
            "ALTER TABLE kernel_history FORCE ROW LEVEL SECURITY"
        ),
        AlsoSee(
            "kernel_history",
            "see_points_of_view",
            f"demand = 'point_of_view' AND EXISTS (SELECT 1 FROM {POINT} v WHERE v.id = kernel_history.row_id)",
        ),
    ]
