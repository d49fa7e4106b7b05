from django.db import migrations

from intreccio.ground.kernel.security import Definer, Sql
from intreccio.parties.people.policies import sees
from intreccio.parties.people.vocabulary import Level

# `sees` says it of who acts; here it is said of any hat.
SEES = f"""
    EXISTS (
      SELECT 1 FROM organisations_membership m, LATERAL (SELECT teams_of(m.id) AS teams) mine
      WHERE m.id = hat AND m.role NOT IN ('administrator', 'participant')
        AND m.since <= today() AND (m.until IS NULL OR today() < m.until)
        AND (EXISTS (SELECT 1 FROM people_household h WHERE h.id = family AND h.team_id = ANY (mine.teams))
          OR EXISTS (SELECT 1 FROM people_grant g WHERE g.household_id = family AND g.level >= {Level.RECORD.value} AND g.withdrawn_at IS NULL
            AND g.since <= today() AND (g.until IS NULL OR today() < g.until)
            AND (g.to_team_id = ANY (mine.teams) OR g.to_organisation_id = m.organisation_id))))
"""


class Migration(migrations.Migration):
    """Whether somebody at work sees a family's record today is told to whoever sees it too, as to the house's `jobs`."""

    dependencies = [("people", "0016_helpers")]
    operations = [
        Sql("DROP FUNCTION sees_record(uuid, uuid)"),
        Definer(
            "sees_record(hat uuid, family uuid)",
            "boolean",
            "SELECT (my_house() = 'jobs' OR EXISTS (SELECT 1 FROM people_household f WHERE f.id = family"
            f" AND {sees(Level.RECORD, household='f.id', team='f.team_id')})) AND {SEES}",
        ),
    ]
