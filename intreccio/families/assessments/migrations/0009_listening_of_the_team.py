from django.db import migrations

from intreccio.ground.kernel.security import AlsoSee, Definer, Sql
from intreccio.parties.people.policies import MY_TEAMS, sees
from intreccio.parties.people.vocabulary import Level

LISTENING = "assessments_listening"


class Migration(migrations.Migration):
    """What a child answers is read by whom it is told that reads it: who works with its family, and who guides them. To other bodies,
    to which the record is open, only that, when and with whom it was listened to (decision 100)."""

    dependencies = [
        ("assessments", "0008_near_and_team"),
        ("organisations", "0001_initial"),
        ("people", "0002_sight"),
    ]
    operations = [
        Sql(
            f"ALTER POLICY see ON {LISTENING} USING (team_id = {MY_TEAMS});"
            f"DROP TRIGGER keep_history ON {LISTENING};"
            f"CREATE TRIGGER keep_history AFTER UPDATE ON {LISTENING} FOR EACH ROW"
            " EXECUTE FUNCTION keep_history('listening', 'household_id', '');"
            "ALTER TABLE kernel_history NO FORCE ROW LEVEL SECURITY;"
            f"UPDATE kernel_history SET demand = 'listening' WHERE table_name = '{LISTENING}';"
            "ALTER TABLE kernel_history FORCE ROW LEVEL SECURITY"
        ),
        AlsoSee(
            "kernel_history",
            "see_listenings",
            f"demand = 'listening' AND EXISTS (SELECT 1 FROM {LISTENING} l WHERE l.id = kernel_history.row_id)",
        ),
        Definer(
            "listenings_kept(household uuid)",
            "TABLE (id uuid, person_id uuid, heard_on date, heard_by_id uuid, listener varchar)",
            f"SELECT l.id, l.person_id, l.heard_on, l.heard_by_id, l.listener FROM {LISTENING} l"
            " WHERE l.household_id = listenings_kept.household AND l.voided_at IS NULL"
            f" AND {sees(Level.RECORD, household='l.household_id', team='l.team_id')}",
        ),
    ]
