from django.db import migrations

from intreccio.ground.kernel.security import Definer


class Migration(migrations.Migration):
    """Whoever closes a team may see none of its families, and is told only whether there are any."""

    dependencies = [("people", "0003_finding")]
    operations = [
        Definer(
            "answers_for_families(team uuid)",
            "boolean",
            "SELECT actor() IS NOT NULL AND EXISTS (SELECT 1 FROM people_household h"
            " WHERE h.team_id = answers_for_families.team AND h.voided_at IS NULL)",
        )
    ]
