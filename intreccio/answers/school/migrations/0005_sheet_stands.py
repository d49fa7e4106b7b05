from django.db import migrations

from intreccio.ground.kernel.security import Definer


class Migration(migrations.Migration):
    """A mail that says that a sheet came asks, as it leaves, whether it still stands."""

    dependencies = [("school", "0004_plans")]
    operations = [
        Definer(
            "school_sheet_stands(one uuid)",
            "boolean",
            """
            SELECT my_house() = 'jobs' AND EXISTS (SELECT FROM school_schoolsheet t WHERE t.id = one AND t.voided_at IS NULL)
            """,
        ),
    ]
