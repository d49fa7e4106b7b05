from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    """Who decides for a child and is not of the family says yes too; without somebody's yes a version says why it began."""

    dependencies = [("plans", "0005_guard_proposals"), ("people", "0007_ties")]
    operations = [
        migrations.AddField(
            "plan",
            "without_reason",
            models.CharField(
                blank=True, help_text="why it began without the yes of somebody who decides for a child", max_length=300
            ),
        ),
        migrations.AddField(
            "acceptance",
            "somebody",
            models.CharField(blank=True, help_text="who decides and is not of the family", max_length=160),
        ),
        migrations.RemoveConstraint("acceptance", "acceptance_of_one_person"),
        migrations.RemoveConstraint("acceptance", "accepted_once"),
        migrations.AddConstraint(
            "acceptance",
            models.CheckConstraint(
                condition=Q(person__isnull=False, worker__isnull=True, somebody="")
                | Q(person__isnull=True, worker__isnull=False, somebody="")
                | (Q(person__isnull=True, worker__isnull=True) & ~Q(somebody="")),
                name="acceptance_of_one_person",
            ),
        ),
        migrations.AddConstraint(
            "acceptance",
            models.UniqueConstraint(
                fields=["plan", "person", "worker", "somebody"],
                condition=Q(voided_at__isnull=True),
                nulls_distinct=False,
                name="accepted_once",
            ),
        ),
    ]
