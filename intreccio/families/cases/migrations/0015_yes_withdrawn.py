from django.db import migrations, models

KINDS = [
    ("no_contact", "da sentire"),
    ("review_overdue", "verifica da fare"),
    ("goal_stalled", "obiettivo fermo"),
    ("referral_unanswered", "richiesta senza risposta"),
    ("referral_unheard", "da chiedere se ha aiutato"),
    ("long_in_charge", "insieme da molto"),
    ("reopened", "percorso ricominciato"),
    ("principles_again", "sei principi da riguardare"),
    ("yes_withdrawn", "un sì ritirato"),
]


class Migration(migrations.Migration):
    """A yes that was taken back while the plan counts is something that a team is invited to look at."""

    dependencies = [("cases", "0014_answers_and_principles")]
    operations = [
        migrations.RemoveConstraint("promptsetaside", "set_aside_kind_known"),
        migrations.AlterField("promptsetaside", "kind", models.CharField(choices=KINDS, max_length=20)),
        migrations.AddConstraint(
            "promptsetaside",
            models.CheckConstraint(
                condition=models.Q(("kind__in", [code for code, _label in KINDS])), name="set_aside_kind_known"
            ),
        ),
    ]
