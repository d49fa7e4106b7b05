import django.db.models.deletion
from django.contrib.postgres.fields import ArrayField
from django.db import migrations, models

from intreccio.ground.kernel.security import Definer, Sql

LINE = "diary_supportline"


class Migration(migrations.Migration):
    """The other yeses, why one goes on without one, and who followed a line before, each in a column of its own.

    Whose line went where they see nothing any more is told by the function: that it went and of which kind, and no family.
    What was written at the end of a question stays there: it was read so.
    """

    dependencies = [("diary", "0003_authors_keep")]
    operations = [
        migrations.AddField(
            "supportline",
            "yes_also",
            ArrayField(
                models.CharField(max_length=200), blank=True, default=list, size=None,
                help_text="persons by key, or who decides and is not of the family, in words",
            ),
        ),
        migrations.AddField(
            "supportline",
            "yes_reason",
            models.CharField(blank=True, default="", help_text="why one goes on without a yes", max_length=300),
            preserve_default=False,
        ),
        migrations.AddField(
            "supportline",
            "former",
            models.ForeignKey(
                help_text="who followed it until it went to somebody else, not by their own hand", null=True,
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.membership",
            ),
        ),
        migrations.AddField("supportline", "left_at", models.DateTimeField(editable=False, null=True)),
        migrations.AddIndex(
            "supportline", models.Index(condition=models.Q(former__isnull=False), fields=["former"], name="support_left")
        ),
        Sql(
            f"GRANT SELECT ON {LINE} TO {{definer}};\n"
            f"CREATE POLICY definer ON {LINE} FOR SELECT TO {{definer}} USING (true)"
        ),
        Definer(
            "lines_i_followed(since timestamptz)",
            "TABLE (line uuid, kind varchar, left_at timestamptz)",
            f"SELECT l.id, l.kind, l.left_at FROM {LINE} l WHERE l.former_id = my_membership() AND l.left_at > since"
            " AND l.voided_at IS NULL",
        ),
    ]
