from django.contrib.postgres.fields import ArrayField
from django.db import migrations, models


class Migration(migrations.Migration):
    """The recipe of an imprint has its name beside it, and a yes says which actions stood when it was said.

    Yeses of before keep both empty: theirs is the first recipe, over whatever is read. Frozen with the rest of a yes.
    """

    dependencies = [("plans", "0012_principles")]
    operations = [
        migrations.AddField(
            "acceptance",
            "form",
            models.CharField(blank=True, default="", help_text="recipe of the imprint (rules/signing)", max_length=20),
            preserve_default=False,
        ),
        migrations.AddField(
            "acceptance",
            "covers",
            ArrayField(models.UUIDField(), blank=True, default=list, help_text="the actions that stood when it was said", size=None),
        ),
    ]
