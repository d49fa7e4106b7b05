from django.db import migrations

from intreccio.ground.kernel.security import Definer


class Migration(migrations.Migration):
    """A mail that waits asks, as it leaves, whether what it reminds of still waits."""

    dependencies = [("cases", "0019_follow_up_of_somebody")]
    operations = [
        Definer(
            "follow_up_waits(one uuid)",
            "boolean",
            """
            SELECT my_house() = 'jobs' AND EXISTS (
              SELECT FROM cases_casefollowup f JOIN cases_case c ON c.id = f.case_id
              WHERE f.id = one AND f.reminded_at IS NOT NULL AND f.done_on IS NULL AND f.voided_at IS NULL AND c.voided_at IS NULL)
            """,
        ),
    ]
