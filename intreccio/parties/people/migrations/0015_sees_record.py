from django.db import migrations

from intreccio.ground.kernel.security import Definer


class Migration(migrations.Migration):
    """Whether somebody at work sees a family's record today, as `sees(Level.RECORD)` says it of who acts: for the narrow functions
    of the house's `jobs`, that remind nobody of a family they no longer see."""

    dependencies = [("people", "0014_asked_once")]
    operations = [
        Definer(
            "sees_record(hat uuid, family uuid)",
            "boolean",
            """
            SELECT my_house() = 'jobs' AND EXISTS (
              SELECT 1 FROM organisations_membership m, LATERAL (SELECT teams_of(m.id) AS teams) mine
              WHERE m.id = hat AND m.role NOT IN ('administrator', 'participant')
                AND m.since <= today() AND (m.until IS NULL OR today() < m.until)
                AND (EXISTS (SELECT 1 FROM people_household h WHERE h.id = family AND h.team_id = ANY (mine.teams))
                  OR EXISTS (SELECT 1 FROM people_grant g WHERE g.household_id = family AND g.level >= 3 AND g.withdrawn_at IS NULL
                    AND g.since <= today() AND (g.until IS NULL OR today() < g.until)
                    AND (g.to_team_id = ANY (mine.teams) OR g.to_organisation_id = m.organisation_id))))
            """,
        ),
    ]
