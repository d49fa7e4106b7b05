from django.db import migrations

from intreccio.ground.kernel.security import AlsoSee, Definer, Sql

ADMIN = "(SELECT my_role()) = 'administrator'"
DOOR = "(SELECT my_house()) = 'door'"
OWN_PLACE = "EXISTS (SELECT 1 FROM organisations_membership m WHERE m.id = membership_id AND m.user_id = (SELECT my_user()))"
JOBS = "(SELECT my_house()) = 'jobs'"


class Migration(migrations.Migration):
    """What the pages need beside the guards: nobody raises themselves, ending a hat ends its teams, mails are listed."""

    dependencies = [("organisations", "0003_network"), ("post", "0002_guard")]
    operations = [
        AlsoSee("organisations_invitation", "jobs", JOBS),
        AlsoSee("post_mail", "administrators", ADMIN),
        # Restrictive: these hold beside every other policy. The door writes what an invitation says.
        Sql(
            f"""
            CREATE POLICY nobody_raises_themselves ON organisations_membership AS RESTRICTIVE FOR INSERT TO {{app}}
              WITH CHECK ({DOOR} OR (user_id <> (SELECT my_user()) AND (role <> 'administrator' OR {ADMIN})));
            CREATE POLICY nobody_changes_their_own ON organisations_membership AS RESTRICTIVE FOR UPDATE TO {{app}}
              USING (user_id <> (SELECT my_user()) AND (role <> 'administrator' OR {ADMIN}))
              WITH CHECK (user_id <> (SELECT my_user()) AND (role <> 'administrator' OR {ADMIN}));
            CREATE POLICY administrators_are_invited_by_administrators ON organisations_invitation AS RESTRICTIVE
              FOR INSERT TO {{app}} WITH CHECK (role <> 'administrator' OR {ADMIN});
            CREATE POLICY no_invitation_grows ON organisations_invitation AS RESTRICTIVE FOR UPDATE TO {{app}}
              USING (true) WITH CHECK (role <> 'administrator' OR {ADMIN} OR {DOOR});
            CREATE POLICY nobody_lets_themselves_in ON organisations_teammembership AS RESTRICTIVE FOR INSERT TO {{app}}
              WITH CHECK (NOT {OWN_PLACE});
            CREATE POLICY nobody_lengthens_their_own ON organisations_teammembership AS RESTRICTIVE FOR UPDATE TO {{app}}
              USING (true) WITH CHECK (NOT {OWN_PLACE} OR until <= greatest(since, today()));
            GRANT UPDATE ON organisations_teammembership TO {{definer}}
            """
        ),
        # A hat may work in teams of other bodies, whose rows its own body does not write.
        Definer(
            "end_team_memberships(hat uuid, day date)",
            "integer",
            """
            DECLARE ended integer;
            BEGIN
              IF NOT EXISTS (
                SELECT 1 FROM organisations_membership m WHERE m.id = hat AND m.user_id IS DISTINCT FROM my_user()
                  AND (my_role() = 'administrator'
                    OR (my_role() IN ('organisation_lead', 'coordinator') AND m.organisation_id = my_organisation()))
              ) THEN
                RETURN -1;
              END IF;
              UPDATE organisations_teammembership SET until = greatest(since, day), version = version + 1
                WHERE membership_id = hat AND (until IS NULL OR until > greatest(since, day));
              GET DIAGNOSTICS ended = ROW_COUNT;
              RETURN ended;
            END
            """,
            language="plpgsql",
            volatile=True,
        ),
        Definer(
            "someone_administers()",
            "boolean",
            "SELECT EXISTS (SELECT 1 FROM organisations_membership"
            " WHERE role = 'administrator' AND since <= today() AND (until IS NULL OR today() < until))",
        ),
    ]
