from django.db import migrations

from intreccio.ground.kernel.security import Definer, Sql

AT_WORK = """k.is_active AND m.since <= today() AND (m.until IS NULL OR today() < m.until)
                    AND EXISTS (SELECT FROM organisations_teammembership t
                      WHERE t.membership_id = m.id AND t.team_id = d.team_id
                        AND t.since <= today() AND (t.until IS NULL OR today() < t.until))"""
WHO = """JOIN accounts_user u ON u.id = m.user_id JOIN accounts_colleague k ON k.id = u.id"""


class Migration(migrations.Migration):
    """While somebody is away, who stands in for them is reminded too."""

    dependencies = [("cases", "0011_set_aside")]
    operations = [
        Sql("DROP FUNCTION remind_follow_ups(date, integer)"),
        Definer(
            "remind_follow_ups(day date, most integer)",
            "TABLE (follow_up uuid, email varchar)",
            f"""
            BEGIN
              IF my_house() IS DISTINCT FROM 'jobs' THEN RETURN; END IF;
              RETURN QUERY
                WITH due AS (
                  SELECT d.id, d.team_id, d.case_id, m.id AS hat, u.email FROM cases_casefollowup d
                    JOIN cases_case c ON c.id = d.case_id
                    JOIN organisations_membership m ON m.id = coalesce(d.who_id, c.responsible_id) {WHO}
                  WHERE d.due_on <= day AND d.reminded_at IS NULL AND d.done_on IS NULL AND d.voided_at IS NULL
                    AND c.voided_at IS NULL AND {AT_WORK}
                  ORDER BY d.due_on, d.id LIMIT most FOR UPDATE OF d SKIP LOCKED
                ), marked AS (
                  UPDATE cases_casefollowup f SET reminded_at = now() FROM due WHERE f.id = due.id RETURNING f.id
                )
                SELECT due.id, due.email FROM due JOIN marked USING (id)
                UNION
                SELECT d.id, u.email FROM due d JOIN marked USING (id)
                  JOIN cases_casedeputy s ON s.case_id = d.case_id AND s.absent_id = d.hat
                    AND s.since <= today() AND today() < s.until
                  JOIN organisations_membership m ON m.id = s.deputy_id {WHO}
                WHERE {AT_WORK};
            END
            """,
            language="plpgsql",
            volatile=True,
        ),
    ]
