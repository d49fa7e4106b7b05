from django.db import migrations, models

from intreccio.ground.kernel.security import Sql


class Migration(migrations.Migration):
    """How often the job has begun with a sheet: what stops every worker is left to whoever asked for it."""

    dependencies = [("imports", "0003_sheet")]
    operations = [
        migrations.AddField(
            "sheet", "tries", models.PositiveSmallIntegerField(default=0, editable=False)
        ),
        migrations.AlterField(
            "sheet",
            "trouble",
            models.CharField(
                blank=True,
                choices=[
                    ("not_at_work", "chi l'ha chiesto non lavora più qui"),
                    ("refused", "chi l'ha chiesto non può più farlo in questa équipe"),
                    ("broken", "qualcosa si è interrotto"),
                    ("gave_up", "si è interrotto troppe volte: provate con un elenco più corto"),
                ],
                editable=False,
                max_length=11,
            ),
        ),
        Sql("GRANT UPDATE (tries) ON imports_sheet TO {app}"),
    ]
