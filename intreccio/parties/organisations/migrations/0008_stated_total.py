from django.db import migrations, models


class Migration(migrations.Migration):
    """A post without a profession is the total that was stated."""

    dependencies = [("organisations", "0007_nobody_grows")]
    operations = [
        migrations.AlterField(
            model_name="teampost",
            name="profession",
            field=models.CharField(
                blank=True,
                choices=[
                    ("coordinator", "coordinamento"),
                    ("social_worker", "assistente sociale"),
                    ("educator", "educatrice o educatore"),
                    ("psychologist", "psicologa o psicologo"),
                    ("other", "altra professione"),
                ],
                max_length=20,
            ),
        ),
    ]
