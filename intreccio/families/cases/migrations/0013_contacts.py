from django.db import migrations, models

KINDS = [
    ("team", "riunione d'équipe"),
    ("uvm", "valutazione multidimensionale (UVM)"),
    ("network", "incontro con la rete"),
    ("phone", "telefonata"),
    ("visit", "visita a casa loro"),
    ("talk", "colloquio da noi"),
    ("message", "messaggio"),
]


class Migration(migrations.Migration):
    """A call or a visit is a meeting that was not prepared: it is written once it has been."""

    dependencies = [("cases", "0012_remind_deputies")]
    operations = [
        migrations.AlterField("conference", "kind", models.CharField(choices=KINDS, max_length=8)),
        migrations.AddConstraint(
            "conference",
            models.CheckConstraint(
                condition=models.Q(("kind__in", ("phone", "visit", "talk", "message")), _negated=True)
                | models.Q(("held_on__isnull", False)),
                name="contact_is_held",
            ),
        ),
    ]
