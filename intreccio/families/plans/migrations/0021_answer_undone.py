from django.db import migrations, models
from django.db.models import Q

from intreccio.ground.kernel.security import Sql


class Migration(migrations.Migration):
    """An answer that was written by mistake is undone, and says why; its old day stays among the old values."""

    dependencies = [("plans", "0020_paths")]
    operations = [
        migrations.AddField(
            "pathletter",
            "unanswered_why",
            models.CharField(blank=True, default="", help_text="why an answer that was written here counts no more", max_length=200),
            preserve_default=False,
        ),
        migrations.AddConstraint(
            "pathletter",
            models.CheckConstraint(condition=Q(unanswered_why="") | Q(answered_on__isnull=True), name="answered_or_not"),
        ),
        Sql("GRANT UPDATE (unanswered_why) ON plans_pathletter TO {app}"),
    ]
