from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("post", "0002_guard")]

    operations = [
        migrations.AlterField(
            model_name="mail",
            name="trouble",
            field=models.CharField(blank=True, choices=[('unreachable', 'il servizio di posta non risponde'), ('sign_in', 'il servizio di posta non accetta le nostre credenziali'), ('recipient', "il servizio di posta non accetta l'indirizzo"), ('other', 'il servizio di posta ha risposto con un errore'), ('unknown_letter', 'questo messaggio non esiste più in questa versione'), ('not_needed', "non serve più: l'invito è stato usato o ritirato, o l'accesso è chiuso")], max_length=20),
        ),
    ]
