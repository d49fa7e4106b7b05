from django.db import migrations, models
from django.db.models import Q

LOOKED = [
    ("there", "c'è"),
    ("not_yet", "non ancora"),
    ("chosen", "la famiglia ha scelto altro"),
    ("told", "ne abbiamo parlato"),
    ("unsaid", "preferiscono non dirlo"),
]


class Migration(migrations.Migration):
    """Of what a family tells afterwards, its words; or that it prefers not to say."""

    dependencies = [("plans", "0022_stilled")]
    operations = [
        migrations.AlterField("pathcheck", "answer", models.CharField(choices=LOOKED, max_length=10)),
        migrations.AddConstraint(
            "pathcheck", models.CheckConstraint(condition=~Q(answer="told") | ~Q(words=""), name="what_was_told_is_written")
        ),
    ]
