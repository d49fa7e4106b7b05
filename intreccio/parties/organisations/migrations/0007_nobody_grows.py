from django.db import migrations, models

from intreccio.ground.kernel.security import Sql

ADMIN = "(SELECT my_role()) = 'administrator'"
DOOR = "(SELECT my_house()) = 'door'"
# `rules/memberships.py`: who may give and take a role that only some may.
HANDLES = f"(role NOT IN ('administrator', 'organisation_lead') OR {ADMIN} OR (role = 'organisation_lead' AND (SELECT my_role()) = 'organisation_lead'))"
OWN_ADDRESS = "(SELECT lower(u.email) FROM accounts_user u WHERE u.id = (SELECT my_user()))"
# Under which hat an act was done is not for whoever writes it to say.
UNDER_THIS_HAT = (
    "(organisation_id IS NULL OR organisation_id = (SELECT my_organisation())) AND (role = '' OR role = (SELECT my_role()))"
    " AND at BETWEEN now() - interval '1 day' AND now() + interval '1 day'"
)


class Migration(migrations.Migration):
    """The rules of roles, held by the database too: nobody gives more than their own hat holds, to themselves or to others."""

    dependencies = [("organisations", "0006_names"), ("post", "0004_what_opens"), ("kernel", "0005_cache")]
    operations = [
        migrations.AddConstraint(
            model_name="membership",
            constraint=models.CheckConstraint(
                condition=~models.Q(kind="user_member") | models.Q(role="participant"),
                name="user_member_participates",
            ),
        ),
        Sql(
            f"""
            CREATE POLICY roles_that_some_give ON organisations_membership AS RESTRICTIVE FOR INSERT TO {{app}}
              WITH CHECK ({HANDLES} OR {DOOR});
            CREATE POLICY roles_that_some_take ON organisations_membership AS RESTRICTIVE FOR UPDATE TO {{app}}
              USING ({HANDLES}) WITH CHECK ({HANDLES});
            REVOKE UPDATE ON organisations_membership FROM {{app}};
            GRANT UPDATE (until, end_reason, version) ON organisations_membership TO {{app}};
            CREATE POLICY invited_in_ones_own_name ON organisations_invitation AS RESTRICTIVE FOR INSERT TO {{app}}
              WITH CHECK (invited_by = (SELECT my_membership()) AND {HANDLES} AND lower(email) IS DISTINCT FROM {OWN_ADDRESS});
            REVOKE UPDATE ON organisations_invitation FROM {{app}};
            GRANT UPDATE (accepted_at, withdrawn_at) ON organisations_invitation TO {{app}};
            CREATE POLICY members_by_administrators ON organisations_organisation AS RESTRICTIVE FOR INSERT TO {{app}}
              WITH CHECK (standing = 'listed' OR {ADMIN} OR (SELECT my_house()) = 'keeper');
            CREATE FUNCTION keep_standing() RETURNS trigger LANGUAGE plpgsql AS
              'BEGIN RAISE insufficient_privilege USING MESSAGE = ''who administers decides who is a member''; END';
            CREATE TRIGGER keep_standing BEFORE UPDATE OF standing ON organisations_organisation FOR EACH ROW
              WHEN (current_user = '{{app}}' AND NEW.standing <> OLD.standing AND my_role() IS DISTINCT FROM 'administrator')
              EXECUTE FUNCTION keep_standing();
            CREATE POLICY under_this_hat ON kernel_event AS RESTRICTIVE FOR INSERT TO {{app}} WITH CHECK ({UNDER_THIS_HAT});
            CREATE POLICY under_this_hat ON kernel_reading AS RESTRICTIVE FOR INSERT TO {{app}} WITH CHECK ({UNDER_THIS_HAT})
            """
        ),
    ]
