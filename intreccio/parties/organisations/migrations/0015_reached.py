from django.db import migrations

from intreccio.ground.kernel.security import Definer


class Migration(migrations.Migration):
    """Where the house's `jobs` write to whoever is at work today; of who has left, or signs in no more, nothing is answered."""

    dependencies = [("organisations", "0014_teams_of_a_body"), ("accounts", "0004_colleague")]
    operations = [
        Definer(
            "whom_to_reach(hats uuid[])",
            "TABLE (hat uuid, person uuid, email varchar)",
            """
            SELECT m.id, u.id, u.email FROM organisations_membership m
              JOIN accounts_user u ON u.id = m.user_id JOIN accounts_colleague k ON k.id = u.id
              WHERE my_house() = 'jobs' AND m.id = ANY (hats) AND k.is_active
                AND m.since <= today() AND (m.until IS NULL OR today() < m.until)
            """,
        ),
    ]
