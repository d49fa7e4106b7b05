from django.db import migrations, models
from django.db.models import Q

from intreccio.ground.kernel.security import Definer

KINDS = [
    ("signal", "segnalazione arrivata"),
    ("first_contact", "primo contatto dopo una segnalazione"),
    ("need_asked", "bisogno chiesto"),
    ("taken_charge", "famiglia presa in carico"),
    ("closed", "percorso concluso"),
    ("referral_sent", "invio mandato"),
    ("referral_decided", "invio che ha avuto risposta"),
    ("referral_ended", "invio concluso dal servizio"),
    ("referral_helped", "la famiglia ha detto se ha aiutato"),
    ("change", "cambiamento fra due valutazioni"),
    ("goal_scored", "obiettivo misurato alla verifica"),
    ("school_sheet", "sguardo da scuola arrivato"),
    ("school_seen", "ciò che chi insegna ha visto"),
]
# A whole school year that is over, and never a part of one: what is counted here is masked where it is told. Bodies have no names.
SEEN = """
    SELECT f.school_id, f.outcome, CASE WHEN f.organisation_id IS NOT NULL THEN dense_rank() OVER (ORDER BY f.organisation_id) END::integer,
      f.weight::bigint
    FROM impact_fact f WHERE actor() IS NOT NULL AND f.kind IN ('school_sheet', 'school_seen') AND f.school_id IS NOT NULL
      AND make_date(begun + 1, 9, 1) <= today() AND f.week >= make_date(begun, 9, 1) AND f.week < make_date(begun + 1, 9, 1)
"""


class Migration(migrations.Migration):
    """What teachers saw, school by school: facts without a child, a class or a place."""

    dependencies = [("impact", "0004_taken_back")]
    operations = [
        migrations.AddField(
            model_name="fact",
            name="school_id",
            field=models.UUIDField(
                help_text="of what was seen at a school: which, among the bodies of the network", null=True
            ),
        ),
        migrations.AlterField(model_name="fact", name="kind", field=models.CharField(choices=KINDS, max_length=20)),
        migrations.RemoveConstraint(model_name="fact", name="fact_kind_known"),
        migrations.AddConstraint(
            model_name="fact",
            constraint=models.CheckConstraint(condition=Q(kind__in=[code for code, _label in KINDS]), name="fact_kind_known"),
        ),
        Definer(
            "impact_schools(begun integer)",
            "TABLE (school uuid, outcome text, body integer, n bigint)",
            f"SELECT s.school_id, s.outcome::text, s.body, sum(s.n)::bigint FROM ({SEEN}) s (school_id, outcome, body, n) GROUP BY 1, 2, 3",
        ),
    ]
