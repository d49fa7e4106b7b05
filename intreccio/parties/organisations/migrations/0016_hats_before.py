from django.db import migrations

from intreccio.ground.kernel.security import Definer


class Migration(migrations.Migration):
    """Which hats somebody wore in the same body before a change of role: what waits for them follows the person."""

    dependencies = [("organisations", "0015_reached")]
    operations = [
        Definer(
            "hats_before(hat uuid)",
            "uuid[]",
            """
            SELECT coalesce(array_agg(o.id), '{{}}') FROM organisations_membership n
              JOIN organisations_membership o ON o.user_id = n.user_id AND o.organisation_id = n.organisation_id AND o.id <> n.id
              WHERE n.id = hat AND o.end_reason = 'role_changed' AND o.until <= today()
            """,
        ),
    ]
