from django.db import migrations

from intreccio.ground.kernel.security import Definer, Sql


class Migration(migrations.Migration):
    """Who changes role, and works in the team, goes together with families as before, under the new hat; where one went stays as it was."""

    dependencies = [("around", "0003_in_the_week"), ("organisations", "0016_hats_before")]
    operations = [
        Sql(
            "GRANT UPDATE ON around_outing TO {definer};"
            " CREATE POLICY definer_changes ON around_outing FOR UPDATE TO {definer} USING (true)"
        ),
        Definer(
            "take_up_outings(now_worn uuid)",
            "void",
            """
            UPDATE around_outing o SET goes_id = now_worn, version = o.version + 1
              WHERE o.state IN ('planned', 'not_in') AND o.let_go = '' AND o.goes_id = ANY (hats_before(now_worn))
                AND o.team_id = ANY (teams_of(now_worn))
            """,
            volatile=True,
        ),
    ]
