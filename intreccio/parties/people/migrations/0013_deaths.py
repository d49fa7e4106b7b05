from django.db import migrations

from intreccio.ground.kernel.security import Definer, Sql

EVENT = "people_lifeevent"


class Migration(migrations.Migration):
    """Whether a death was told as something that happened, in any of a person's homes: that, and nothing else of it.

    Answered to who answers for the person, and so reads already that they have died.
    """

    dependencies = [("people", "0012_languages")]
    operations = [
        Sql(
            f"GRANT SELECT ON {EVENT} TO {{definer}};\n"
            f"CREATE POLICY definer ON {EVENT} FOR SELECT TO {{definer}} USING (true)"
        ),
        Definer(
            "death_was_told(person uuid)",
            "boolean",
            f"SELECT answers_for(person) AND EXISTS (SELECT 1 FROM {EVENT} e WHERE e.person_id = person"
            " AND e.kind IN ('death', 'loss') AND e.voided_at IS NULL)",
        ),
    ]
