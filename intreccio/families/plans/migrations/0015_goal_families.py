from django.contrib.postgres.fields import ArrayField
from django.db import migrations, models
from django.db.models import F, Q

FAMILIES = [
    ("potential", "valorizzare le potenzialità"),
    ("fragility", "accogliere le fragilità"),
    ("pace", "rispettare i tempi"),
    ("autonomy", "favorire autonomie e responsabilità"),
    ("ties", "ricucire i legami con la famiglia e con la comunità"),
]


class Migration(migrations.Migration):
    """Which of the five families a child's goal is of, and its own time: of goals of before nobody has said. Frozen like the rest.

    Why a version is of one generation only; how a disagreement was settled.
    """

    dependencies = [("plans", "0014_reference_collects")]
    operations = [
        migrations.AddField(
            "goal",
            "goal_families",
            ArrayField(
                models.CharField(choices=FAMILIES, max_length=10), blank=True, default=list, size=None,
                help_text="which of the five a child's goal is of; empty: nobody has said",
            ),
        ),
        migrations.AddField(
            "goal",
            "own_time",
            models.CharField(
                blank=True, default="", help_text="a child's own time: «quando è pronta», and no day", max_length=120
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            "plan",
            "one_side_reason",
            models.CharField(
                blank=True, default="", help_text="why it began with goals of one generation only", max_length=300
            ),
            preserve_default=False,
        ),
        migrations.AddField("disagreement", "settled_on", models.DateField(null=True)),
        migrations.AddField(
            "disagreement", "settled_how", models.TextField(blank=True, default=""), preserve_default=False
        ),
        migrations.AddConstraint(
            "disagreement",
            models.CheckConstraint(
                condition=Q(settled_on__isnull=True, settled_how="")
                | (Q(settled_on__isnull=False, settled_on__gte=F("said_on")) & ~Q(settled_how="")),
                name="disagreement_settled_with_words",
            ),
        ),
        migrations.AddConstraint(
            "goal",
            models.CheckConstraint(
                condition=Q(goal_families__contained_by=[code for code, _label in FAMILIES]), name="goal_families_known"
            ),
        ),
        migrations.AddConstraint(
            "goal",
            models.CheckConstraint(
                condition=Q(side="children") | Q(goal_families__len=0, own_time=""), name="goal_families_of_children"
            ),
        ),
    ]
