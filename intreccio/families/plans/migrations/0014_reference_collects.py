from django.db import migrations

from intreccio.ground.kernel.security import Sql

WRITES_OTHERS = "(SELECT my_role()) IN ('coordinator', 'social_worker')"
# Who answers for the family, as its way says it now.
REFERS = (
    "(SELECT my_role()) IN ('educator', 'psychologist') AND EXISTS (SELECT FROM plans_plan p JOIN cases_case c ON c.id = p.case_id"
    " WHERE p.id = plan_id AND c.responsible_id = (SELECT my_membership()))"
)


class Migration(migrations.Migration):
    """The family's reference writes a yes of somebody else too; nobody else of these roles does (decision 95)."""

    dependencies = [("plans", "0013_recipe"), ("cases", "0002_guard")]
    operations = [
        Sql(
            f"""
            DROP POLICY ones_own_yes ON plans_acceptance;
            CREATE POLICY ones_own_yes ON plans_acceptance AS RESTRICTIVE FOR INSERT TO {{app}}
              WITH CHECK (CASE WHEN how = 'signed_in' THEN worker_id = (SELECT my_membership())
                ELSE {WRITES_OTHERS} OR ({REFERS}) END)
            """
        )
    ]
