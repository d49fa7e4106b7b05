from django.db import migrations, models


class Migration(migrations.Migration):
    """Which of the seventeen looks a goal is about: the expected result of a micro-plan. Frozen with the rest of the goal."""

    dependencies = [("plans", "0009_for_children")]
    operations = [
        migrations.AddField(
            "goal",
            "look",
            models.CharField(blank=True, default="", help_text="code of one of the seventeen looks", max_length=30),
        ),
    ]
