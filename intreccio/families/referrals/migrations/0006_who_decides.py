import django.contrib.postgres.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    """Who decides for a child says yes to what is asked for them: together, or with a written reason."""

    dependencies = [("referrals", "0005_never_met")]
    operations = [
        migrations.AddField("referralorigin", "consent_words", models.CharField(blank=True, help_text="who decides and is not of the family", max_length=160)),
        migrations.AddField(
            "referralorigin",
            "consent_also",
            django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=160), default=list, help_text="who else said yes, as they were called then", size=None
            ),
        ),
        migrations.AddField("referralorigin", "consent_reason", models.CharField(blank=True, help_text="why it was asked without the yes of somebody who decides", max_length=300)),
    ]
