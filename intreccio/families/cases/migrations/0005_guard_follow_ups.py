from django.db import migrations

from intreccio.ground.kernel.security import Definer, Guard, Sql
from intreccio.parties.people.policies import MY_TEAMS, follows_household, sees, writes
from intreccio.parties.people.vocabulary import Level


class Migration(migrations.Migration):
    """What is agreed for later is a row of the family like the others; «in charge» is now three stages."""

    dependencies = [("cases", "0004_way"), ("people", "0002_sight")]
    operations = [
        follows_household("cases_casefollowup"),
        Guard(
            "cases_casefollowup",
            see=sees(Level.RECORD),
            add=writes(),
            change=writes(),
            history="record",
            household="household_id",
            definer="SELECT, UPDATE",
        ),
        Sql("DROP FUNCTION quiet_cases(timestamptz, integer)"),
        # As it was born (`0002_guard`), for every stage in which a family is in charge.
        Definer(
            "quiet_cases(before timestamptz, most integer)",
            "TABLE (case_id uuid, last timestamptz)",
            f"""
            SELECT c.id, e.at FROM cases_case c
              LEFT JOIN LATERAL (SELECT k.at FROM kernel_event k WHERE k.household_id = c.household_id ORDER BY k.at DESC LIMIT 1) e ON true
              WHERE actor() IS NOT NULL AND c.responsible_id = my_membership() AND c.team_id = {MY_TEAMS}
                AND c.stage IN ('in_charge', 'plan', 'review') AND c.ended_on IS NULL AND c.voided_at IS NULL
                AND coalesce(e.at, c.stage_since) < before
              ORDER BY coalesce(e.at, c.stage_since) LIMIT most
            """,
        ),
        # The house `jobs` sees no family: it calls this, which marks what it answers, so that nothing is answered twice.
        Definer(
            "remind_follow_ups(day date, most integer)",
            "TABLE (follow_up uuid, email varchar)",
            """
            BEGIN
              IF my_house() IS DISTINCT FROM 'jobs' THEN RETURN; END IF;
              RETURN QUERY
                UPDATE cases_casefollowup f SET reminded_at = now()
                FROM (
                  SELECT d.id, u.email FROM cases_casefollowup d JOIN cases_case c ON c.id = d.case_id
                    JOIN organisations_membership m ON m.id = d.who_id JOIN accounts_user u ON u.id = m.user_id
                  WHERE d.due_on <= day AND d.reminded_at IS NULL AND d.done_on IS NULL AND d.voided_at IS NULL
                    AND c.voided_at IS NULL AND u.is_active AND m.since <= today() AND (m.until IS NULL OR today() < m.until)
                    AND EXISTS (SELECT FROM organisations_teammembership t
                      WHERE t.membership_id = m.id AND t.team_id = d.team_id
                        AND t.since <= today() AND (t.until IS NULL OR today() < t.until))
                  ORDER BY d.due_on, d.id LIMIT most FOR UPDATE OF d SKIP LOCKED
                ) due
                WHERE f.id = due.id RETURNING f.id, due.email;
            END
            """,
            language="plpgsql",
            volatile=True,
        ),
    ]
