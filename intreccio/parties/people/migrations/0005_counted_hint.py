from django.db import migrations

from intreccio.ground.kernel.security import Definer, Sql
from intreccio.parties.people.policies import MY_TEAMS

WRITES_FAMILIES = "('coordinator', 'social_worker', 'educator', 'psychologist')"


class Migration(migrations.Migration):
    """The hint counts who asks and writes that they have asked, whoever calls it; who leads a body writes no person;
    a family is handed to a team that is open."""

    dependencies = [("people", "0004_closing"), ("kernel", "0004_tally_only_up"), ("parameters", "0002_guard")]
    operations = [
        Sql("ALTER POLICY add ON people_person WITH CHECK ((SELECT my_role()) IN " + WRITES_FAMILIES + ")"),
        Sql("REVOKE EXECUTE ON FUNCTION known_already(text[], date, text) FROM {app}"),
        Sql(
            "GRANT SELECT, INSERT, UPDATE ON kernel_tally TO {definer};"
            " CREATE POLICY definer ON kernel_tally TO {definer} USING (true) WITH CHECK (true);"
            " GRANT USAGE ON SEQUENCE kernel_tally_id_seq TO {definer}; GRANT INSERT ON kernel_reading TO {definer}"
        ),
        # `reading` is the key of the row that says who has asked. Beyond the limit nothing is looked for.
        Definer(
            "ask_if_known(reading uuid, surnames text[], births date[], codes text[])",
            "TABLE (households uuid[], within boolean)",
            """
            DECLARE
              asked integer := cardinality(codes);
              most integer := coalesce((SELECT (p.value #>> '{{}}')::numeric::integer FROM parameters_parameter p
                WHERE p.code = 'duplicate_hint_per_hour' AND p.valid_from <= today()
                  AND (p.valid_until IS NULL OR today() <= p.valid_until)), 20);
              tried integer;
              found jsonb;
            BEGIN
              IF asked = 0 OR my_membership() IS NULL THEN RETURN; END IF;
              INSERT INTO kernel_tally AS t (bucket, span, count)
                VALUES ('ask_if_known ' || my_membership(), date_trunc('hour', now()), asked)
                ON CONFLICT (bucket, span) DO UPDATE SET count = least(t.count + excluded.count, 1000000) RETURNING t.count INTO tried;
              FOR place IN 1..asked LOOP
                within := tried - asked + place <= most;
                households := CASE WHEN within THEN ARRAY(
                  SELECT k.household FROM known_already(string_to_array(surnames[place], ' '), births[place], codes[place]) k
                ) ELSE '{{}}' END;
                IF within THEN
                  found := coalesce(found, '[]') || to_jsonb(households);
                END IF;
                RETURN NEXT;
              END LOOP;
              -- Having looked is a reading, also where nobody was found; the same within ten minutes is one.
              INSERT INTO kernel_reading
                  (id, at, user_id, membership_id, organisation_id, role, house, household_id, page, shown, count)
                SELECT reading, now(), my_user(), my_membership(), my_organisation(), my_role(), '', NULL, 'known_already', ids, many
                FROM (SELECT coalesce(array_agg(DISTINCT f.key::uuid ORDER BY f.key::uuid) FILTER (WHERE f.key IS NOT NULL), '{{}}') AS ids,
                    count(*) AS many FROM jsonb_array_elements_text(found) AS f(key)) AS told
                WHERE found IS NOT NULL AND NOT EXISTS (SELECT FROM kernel_reading r
                  WHERE r.membership_id = my_membership() AND r.at BETWEEN now() - interval '10 minutes' AND now() AND r.page = 'known_already'
                    AND r.shown = ids);
            END
            """,
            language="plpgsql",
            volatile=True,
        ),
        Sql("DROP FUNCTION hand_over_household(uuid, uuid)"),
        Definer(
            "hand_over_household(household uuid, to_team uuid)",
            "boolean",
            f"""
            BEGIN
              UPDATE people_household SET team_id = to_team, version = version + 1
                WHERE id = household AND team_id = {MY_TEAMS} AND my_role() IN ('coordinator', 'social_worker')
                  AND EXISTS (SELECT FROM organisations_team t WHERE t.id = to_team AND (t.closed_on IS NULL OR today() < t.closed_on));
              RETURN FOUND;
            END
            """,
            language="plpgsql",
            volatile=True,
        ),
    ]
