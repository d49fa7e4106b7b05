from django.db import migrations

from intreccio.ground.kernel.security import Definer, Sql


class Migration(migrations.Migration):
    """Who changes role, and works in the team, goes to the visits that were agreed, under the new hat; those that were stay as they were."""

    dependencies = [("diary", "0011_last_met"), ("organisations", "0016_hats_before")]
    operations = [
        Sql(
            "GRANT UPDATE ON diary_visit TO {definer};"
            " CREATE POLICY definer_changes ON diary_visit FOR UPDATE TO {definer} USING (true)"
        ),
        Definer(
            "take_up_visits(now_worn uuid)",
            "void",
            """
            UPDATE diary_visit v SET version = v.version + 1, workers = ARRAY(
                SELECT each.hat FROM (
                  SELECT CASE WHEN goes.hat = ANY (hats_before(now_worn)) THEN now_worn ELSE goes.hat END AS hat, min(goes.place) AS place
                  FROM unnest(v.workers) WITH ORDINALITY goes (hat, place) GROUP BY 1
                ) each ORDER BY each.place)
              WHERE v.state = 'planned' AND v.workers && hats_before(now_worn) AND v.team_id = ANY (teams_of(now_worn))
            """,
            volatile=True,
        ),
    ]
