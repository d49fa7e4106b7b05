from django.db import migrations

from intreccio.ground.kernel.security import Definer, Guard, Sql
from intreccio.parties.people.policies import MY_TEAMS, follows_household, sees, writes
from intreccio.parties.people.vocabulary import Level

TABLES = ("cases_case", "cases_caseworker", "cases_casestep")


class Migration(migrations.Migration):
    """Rows of families: seen at level *record*, written by the team in charge, moved with their household."""

    dependencies = [("cases", "0001_initial"), ("people", "0002_sight")]
    operations = [
        Sql(
            "CREATE SEQUENCE cases_case_number; GRANT USAGE ON SEQUENCE cases_case_number TO {app}, {keeper}"
        ),
        *[follows_household(table) for table in TABLES],
        Guard(
            "cases_case",
            see=sees(Level.RECORD),
            add=writes(),
            change=writes(),
            history="record",
            household="household_id",
            definer="SELECT",
        ),
        Guard(
            "cases_caseworker",
            see=sees(Level.RECORD),
            add=writes(),
            change=writes(),
            history="record",
            household="household_id",
        ),
        # The log is written once: no UPDATE for anybody. A hand-over reaches it through the constraint, not through this role.
        Guard("cases_casestep", see=sees(Level.RECORD), add=f"{writes()} AND by_id = (SELECT my_membership())"),
        # «Nothing written for long» asks the last event of each family: under row security, for every row, it would be slow.
        Definer(
            "quiet_cases(before timestamptz, most integer)",
            "TABLE (case_id uuid, last timestamptz)",
            f"""
            SELECT c.id, e.at FROM cases_case c
              LEFT JOIN LATERAL (SELECT k.at FROM kernel_event k WHERE k.household_id = c.household_id ORDER BY k.at DESC LIMIT 1) e ON true
              WHERE actor() IS NOT NULL AND c.responsible_id = my_membership() AND c.team_id = {MY_TEAMS}
                AND c.stage = 'in_charge' AND c.ended_on IS NULL AND c.voided_at IS NULL
                AND coalesce(e.at, c.stage_since) < before
              ORDER BY coalesce(e.at, c.stage_since) LIMIT most
            """,
        ),
        # A page of a list, by the index of its order where one's teams are many and by team where they are few: the
        # array is given to the planner as it is, which row security's own condition cannot do.
        Definer(
            "cases_at_stage(wanted text, only_team uuid, after_day date, after_id uuid, most integer)",
            "TABLE (case_id uuid)",
            """
            DECLARE teams uuid[] := my_teams();
            BEGIN
              IF only_team IS NOT NULL THEN
                teams := CASE WHEN only_team = ANY (teams) THEN ARRAY[only_team] END;
              END IF;
              RETURN QUERY EXECUTE 'SELECT c.id FROM cases_case c WHERE c.team_id = ANY ($1) AND c.stage = $2'
                ' AND c.voided_at IS NULL AND ($3 IS NULL OR (c.stage_since, c.id) > ($3, $4))'
                ' ORDER BY c.stage_since, c.id LIMIT $5' USING teams, wanted, after_day, after_id, most;
            END
            """,
            language="plpgsql",
        ),
    ]
