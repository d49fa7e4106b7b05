from django.db import migrations

from intreccio.ground.kernel.security import Definer, Sql


class Migration(migrations.Migration):
    """The address is read where it now stands; what is nobody's by name reminds whoever answers for the case."""

    dependencies = [("cases", "0006_same_family"), ("organisations", "0006_names")]
    operations = [
        Sql("DROP FUNCTION remind_follow_ups(date, integer)"),
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
                    JOIN organisations_membership m ON m.id = coalesce(d.who_id, c.responsible_id)
                    JOIN accounts_user u ON u.id = m.user_id JOIN accounts_colleague k ON k.id = u.id
                  WHERE d.due_on <= day AND d.reminded_at IS NULL AND d.done_on IS NULL AND d.voided_at IS NULL
                    AND c.voided_at IS NULL AND k.is_active AND m.since <= today() AND (m.until IS NULL OR today() < m.until)
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
