import django.db.models.deletion
from django.db import migrations, models

from intreccio.ground.kernel.security import AlsoSee, Definer, Sql


class Migration(migrations.Migration):
    """Hats are of colleagues: whoever sees one reads a name, and never the row that opens the door."""

    dependencies = [("organisations", "0005_colleagues"), ("accounts", "0004_colleague")]
    operations = [
        Sql("DROP POLICY colleagues ON accounts_user"),
        AlsoSee(
            "accounts_colleague",
            "colleagues",
            "EXISTS (SELECT 1 FROM organisations_membership m WHERE m.user_id = accounts_colleague.id)",
        ),
        migrations.AlterField(
            model_name="membership",
            name="user",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="memberships", to="accounts.colleague"
            ),
        ),
        Sql("DROP FUNCTION hats_of(uuid)"),
        Definer(
            "hats_of(who uuid)",
            "TABLE (membership_id uuid, organisation_id uuid, role varchar, person varchar, organisation varchar)",
            """
            SELECT m.id, m.organisation_id, m.role, u.name, o.name FROM organisations_membership m
              JOIN accounts_colleague u ON u.id = m.user_id JOIN organisations_organisation o ON o.id = m.organisation_id
              WHERE m.user_id = who AND (who = my_user() OR my_house() = 'door') AND u.is_active AND m.since <= today() AND (m.until IS NULL OR today() < m.until)
              ORDER BY o.name, m.role
            """,
        ),
    ]
