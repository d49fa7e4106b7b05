from django.db import migrations

from intreccio.ground.kernel.security import ANYONE, Definer, Guard, Sql

ADMIN = "(SELECT my_role()) = 'administrator'"
LEADS = "(SELECT my_role()) IN ('organisation_lead', 'coordinator')"
HERE = f"({ADMIN} OR ({LEADS} AND organisation_id = (SELECT my_organisation())))"
OF_TEAM = f"({ADMIN} OR ({LEADS} AND EXISTS (SELECT 1 FROM organisations_team t WHERE t.id = team_id AND (t.organisation_id = (SELECT my_organisation()) OR t.id = ANY ((SELECT my_teams())::uuid[])))))"
DOOR = "(SELECT my_house()) = 'door'"
OLD = "(SELECT my_house()) = 'eraser' AND invited_at < (SELECT now()) - interval '6 months'"


class Migration(migrations.Migration):
    """Who one is, as row security sees it, and the guards of the network's own tables.

    The role codes stand here as they stand in `accounts.roles`; a house test compares them.
    """

    dependencies = [("organisations", "0001_initial"), ("accounts", "0002_guard")]
    operations = [
        Sql(
            "CREATE FUNCTION today() RETURNS date LANGUAGE sql STABLE PARALLEL SAFE AS"
            " $$ SELECT (now() AT TIME ZONE 'Europe/Rome')::date $$"
        ),
        Definer(
            "my_role()",
            "text",
            "SELECT role::text FROM organisations_membership"
            " WHERE id = my_membership() AND since <= today() AND (until IS NULL OR today() < until)",
        ),
        Definer(
            "my_organisation()",
            "uuid",
            "SELECT organisation_id FROM organisations_membership"
            " WHERE id = my_membership() AND since <= today() AND (until IS NULL OR today() < until)",
        ),
        Definer(
            "teams_of(who uuid)",
            "uuid[]",
            """
            SELECT coalesce(array_agg(DISTINCT team), '{{}}'::uuid[]) FROM (
              SELECT t.team_id AS team FROM organisations_membership m
                JOIN organisations_teammembership t ON t.membership_id = m.id
                WHERE m.id = who AND m.role IN ('coordinator', 'social_worker', 'educator', 'psychologist', 'organisation_lead')
                  AND m.since <= today() AND (m.until IS NULL OR today() < m.until)
                  AND t.since <= today() AND (t.until IS NULL OR today() < t.until)
              UNION ALL
              SELECT team.id FROM organisations_membership m JOIN organisations_team team ON team.organisation_id = m.organisation_id
                WHERE m.id = who AND m.role = 'organisation_lead'
                  AND m.since <= today() AND (m.until IS NULL OR today() < m.until)
            ) mine
            """,
        ),
        # The first thing every policy asks; with nobody acting it raises rather than show an empty page.
        Sql(
            "CREATE FUNCTION my_teams() RETURNS uuid[] LANGUAGE sql STABLE AS $$ SELECT CASE WHEN actor() IS NULL THEN NULL ELSE teams_of(my_membership()) END $$"
        ),
        Definer(
            "my_working_teams()",
            "uuid[]",
            """
            SELECT coalesce(array_agg(DISTINCT t.team_id), '{{}}'::uuid[]) FROM organisations_membership m
              JOIN organisations_teammembership t ON t.membership_id = m.id
              WHERE m.id = my_membership() AND actor() IS NOT NULL
                AND m.role IN ('coordinator', 'social_worker', 'educator', 'psychologist')
                AND m.since <= today() AND (m.until IS NULL OR today() < m.until)
                AND t.since <= today() AND (t.until IS NULL OR today() < t.until)
            """,
        ),
        Definer(
            "hats_of(who uuid)",
            "TABLE (membership_id uuid, organisation_id uuid, role varchar, person varchar, organisation varchar)",
            """
            SELECT m.id, m.organisation_id, m.role, u.name, o.name FROM organisations_membership m
              JOIN accounts_user u ON u.id = m.user_id JOIN organisations_organisation o ON o.id = m.organisation_id
              WHERE m.user_id = who AND (who = my_user() OR my_house() = 'door') AND u.is_active AND m.since <= today() AND (m.until IS NULL OR today() < m.until)
              ORDER BY o.name, m.role
            """,
        ),
        Guard(
            "organisations_organisation",
            see=ANYONE,
            add=f"{ADMIN} OR {LEADS} OR (SELECT my_house()) IN ('imports', 'keeper')",
            change=f"({ADMIN} OR ({LEADS} AND id = (SELECT my_organisation())) OR ((SELECT my_house()) = 'imports' AND standing = 'listed'))",
            history="network",
            definer="SELECT",
        ),
        Guard("organisations_site", see=ANYONE, add=HERE, change=HERE, history="network"),
        Guard(
            "organisations_project",
            see=ANYONE,
            add=HERE.replace("organisation_id", "lead_id"),
            change=HERE.replace("organisation_id", "lead_id"),
            history="network",
        ),
        Guard("organisations_team", see=ANYONE, add=HERE, change=HERE, history="network", definer="SELECT"),
        Guard("organisations_teampost", see=ANYONE, add=OF_TEAM, change=OF_TEAM, history="network"),
        Guard(
            "organisations_membership",
            # A user-member may be a family of ours: only the body itself reads that hat.
            see=f"(kind <> 'user_member' AND (SELECT my_membership()) IS NOT NULL) OR user_id = (SELECT my_user()) OR {HERE}",
            add=f"{HERE} OR {DOOR}",
            change=HERE,
            history="network",
            definer="SELECT",
        ),
        Guard(
            "organisations_teammembership",
            see=ANYONE,
            add=OF_TEAM,
            change=OF_TEAM,
            history="network",
            definer="SELECT",
        ),
        # Kept a year, as is promised: the eraser sees and deletes only what is old, whatever the parameter says.
        Guard(
            "organisations_invitation",
            see=f"{HERE} OR {DOOR} OR ({OLD})",
            add=HERE,
            change=f"{HERE} OR {DOOR}",
            delete=OLD,
        ),
    ]
