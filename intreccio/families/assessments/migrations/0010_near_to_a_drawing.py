import django.db.models.deletion
from django.db import migrations, models

from intreccio.families.assessments.policies import near, only_the_reference
from intreccio.ground.kernel.security import Sql
from intreccio.parties.people.policies import sees, writes
from intreccio.parties.people.vocabulary import Level

DRAWING = "assessments_childdrawing"
# Where the child agrees, whoever reads the record; what it keeps, those two, and they only while the family is theirs to see.
SEEN = f"{sees(Level.RECORD)} AND (shared OR {near(DRAWING)})"


class Migration(migrations.Migration):
    """A drawing kept near is seen by whom the family referred to when the child was asked, and not by whoever becomes its
    reference (decision 103); its file and its old values are opened through the row.

    Of the drawings that are there, the reference is who it is now: who was it then is not kept.
    """

    dependencies = [
        ("assessments", "0009_listening_of_the_team"),
        ("cases", "0006_same_family"),
        ("organisations", "0001_initial"),
    ]
    operations = [
        migrations.AddField(
            "childdrawing",
            "reference",
            models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="organisations.membership",
            ),
        ),
        Sql(
            f"ALTER TABLE {DRAWING} NO FORCE ROW LEVEL SECURITY; ALTER TABLE cases_case NO FORCE ROW LEVEL SECURITY;"
            f"ALTER TABLE {DRAWING} DISABLE TRIGGER USER;"
            f"UPDATE {DRAWING} d SET reference_id = c.responsible_id FROM cases_case c WHERE c.household_id = d.household_id"
            " AND c.ended_on IS NULL AND c.voided_at IS NULL;"
            "SET CONSTRAINTS ALL IMMEDIATE;"
            f"ALTER TABLE {DRAWING} ENABLE TRIGGER USER;"
            f"ALTER TABLE cases_case FORCE ROW LEVEL SECURITY; ALTER TABLE {DRAWING} FORCE ROW LEVEL SECURITY;"
            f"ALTER POLICY see ON {DRAWING} USING ({SEEN});"
            f"ALTER POLICY change ON {DRAWING} USING ({writes()} AND {SEEN});"
            f"GRANT UPDATE (reference_id) ON {DRAWING} TO {{app}}"
        ),
        only_the_reference(DRAWING),
    ]
