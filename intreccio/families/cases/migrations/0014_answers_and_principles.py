import django.db.models.deletion
from django.db import migrations, models

from intreccio.ground.kernel.security import Sql
from intreccio.parties.people.policies import sees, writes
from intreccio.parties.people.vocabulary import Level

KINDS = [
    ("no_contact", "da sentire"),
    ("review_overdue", "verifica da fare"),
    ("goal_stalled", "obiettivo fermo"),
    ("referral_unanswered", "richiesta senza risposta"),
    ("referral_unheard", "da chiedere se ha aiutato"),
    ("long_in_charge", "insieme da molto"),
    ("reopened", "percorso ricominciato"),
    ("principles_again", "sei principi da riguardare"),
]
ANSWERS = [("comes", "viene"), ("not", "non viene"), ("cannot", "quel giorno non può")]
SEAT = "cases_conferenceseat"
# Whoever is asked from another team or body, and reads the record, answers for themselves.
MINE = f"(membership_id = (SELECT my_membership()) AND {sees(Level.RECORD)})"
KEPT = ("id", "conference_id", "membership_id", "person_id", "somebody", "came", "is_asked", "household_id", "team_id")


def row(side: str) -> str:
    return ", ".join(f"{side}.{name}" for name in KEPT)


class Migration(migrations.Migration):
    """Who is asked to a meeting says whether they come; the day to look again at the six principles is a prompt like the others."""

    dependencies = [("cases", "0013_contacts")]
    operations = [
        migrations.RemoveConstraint("promptsetaside", "set_aside_kind_known"),
        migrations.AlterField("promptsetaside", "kind", models.CharField(choices=KINDS, max_length=20)),
        migrations.AddConstraint(
            "promptsetaside",
            models.CheckConstraint(
                condition=models.Q(("kind__in", [code for code, _label in KINDS])), name="set_aside_kind_known"
            ),
        ),
        migrations.AddField(
            "conferenceseat",
            "answer",
            models.CharField(blank=True, choices=ANSWERS, default="", max_length=6),
            preserve_default=False,
        ),
        migrations.AddField(
            "conferenceseat",
            "answer_words",
            models.CharField(blank=True, default="", max_length=200),
            preserve_default=False,
        ),
        migrations.AddField("conferenceseat", "answered_on", models.DateField(null=True)),
        migrations.AddField(
            "conferenceseat",
            "answered_by",
            models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.membership"
            ),
        ),
        migrations.AddConstraint(
            "conferenceseat",
            models.CheckConstraint(
                condition=models.Q(answer="", answer_words="", answered_on__isnull=True)
                | models.Q(answer__in=[code for code, _label in ANSWERS], answered_on__isnull=False),
                name="seat_answered_on_a_day",
            ),
        ),
        Sql(
            f"ALTER POLICY change ON {SEAT} USING ({writes()} OR {MINE}) WITH CHECK ({writes()} OR {MINE});\n"
            "CREATE FUNCTION keep_to_the_answer() RETURNS trigger LANGUAGE plpgsql AS"
            " 'BEGIN RAISE insufficient_privilege USING MESSAGE = ''a guest says whether they come, and nothing else''; END';\n"
            f"CREATE TRIGGER keep_to_the_answer BEFORE UPDATE ON {SEAT} FOR EACH ROW"
            " WHEN (current_user = '{app}' AND NOT OLD.team_id = ANY ((my_teams())::uuid[])"
            f" AND ({row('NEW')}) IS DISTINCT FROM ({row('OLD')})) EXECUTE FUNCTION keep_to_the_answer()"
        ),
    ]
