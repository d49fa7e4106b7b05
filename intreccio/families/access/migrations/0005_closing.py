from django.db import migrations

from intreccio.ground.kernel.security import Definer


class Migration(migrations.Migration):
    """Whoever closes a desk may read none of its signals, and is told only whether somebody still waits there."""

    dependencies = [("access", "0004_erasing")]
    operations = [
        Definer(
            "somebody_waits_at(desk uuid)",
            "boolean",
            """
            SELECT actor() IS NOT NULL AND (
              EXISTS (SELECT 1 FROM access_triage t WHERE t.desk_id = somebody_waits_at.desk AND (t.state <> 'closed' OR t.has_news))
              OR EXISTS (SELECT 1 FROM access_contact c WHERE c.desk_id = somebody_waits_at.desk AND c.settled_at IS NULL))
            """,
        )
    ]
