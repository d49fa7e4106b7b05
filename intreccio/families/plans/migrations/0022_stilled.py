from django.db import migrations, models

from intreccio.ground.kernel.security import Sql

ENDS = [
    ("walked", "è arrivato in fondo"),
    ("alone", "la famiglia va avanti da sé"),
    ("family", "la famiglia preferisce così"),
    ("others", "la accompagna qualcun altro"),
    ("loss", "c'è stata una perdita"),
]


class Migration(migrations.Migration):
    """A path falls silent by itself where of whom it is is no more, and may end for that."""

    dependencies = [("plans", "0021_answer_undone")]
    operations = [
        migrations.AddField(
            "familypath",
            "stilled_on",
            models.DateField(
                help_text="of whom it is is no more, or awaited no longer: from then on it asks and writes nothing", null=True
            ),
        ),
        migrations.AlterField("familypath", "ended_why", models.CharField(blank=True, choices=ENDS, max_length=10)),
        Sql("GRANT UPDATE (stilled_on) ON plans_familypath TO {app}"),
    ]
