from django.db import migrations, models


class Migration(migrations.Migration):
    """Of boys and girls of an age to be heard, why a version began before they were."""

    dependencies = [("plans", "0007_signatures")]
    operations = [
        migrations.AddField(
            "plan",
            "unheard_reason",
            models.CharField(
                blank=True, default="", help_text="why it began before a boy or girl of an age to be heard was", max_length=300
            ),
            preserve_default=False,
        ),
    ]
