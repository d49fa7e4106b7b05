from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("cases", "0002_guard")]

    operations = [
        migrations.AlterField(
            model_name="caseworker",
            name="end_reason",
            field=models.CharField(blank=True, choices=[('done', 'ha fatto la sua parte'), ('changed_job', 'ha cambiato lavoro o équipe'), ('absence', 'sarà assente a lungo'), ('family_asked', 'lo ha chiesto la famiglia'), ('handed_over', "la famiglia è passata a un'altra équipe"), ('case_ended', 'il percorso è concluso'), ('no_longer_sees', 'la famiglia non è più aperta al suo ente o alla sua équipe')], max_length=20),
        ),
    ]
