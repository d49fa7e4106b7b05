import django.db.models.deletion
from django.db import migrations, models

import intreccio.ground.kernel.keys
from intreccio.ground.kernel.security import Guard, Stays
from intreccio.parties.people.policies import follows_household, of_the_same_family, sees, writes
from intreccio.parties.people.vocabulary import Level


class Migration(migrations.Migration):
    """A prompt set aside is a row of the family: read with the record, written by the team in charge under its own name."""

    dependencies = [("cases", "0010_reports"), ("people", "0007_ties")]
    operations = [
        migrations.CreateModel(
            name="PromptSetAside",
            fields=[
                ("id", models.UUIDField(default=intreccio.ground.kernel.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ("voided_at", models.DateTimeField(editable=False, null=True)),
                ("voided_by", models.UUIDField(editable=False, null=True)),
                ("void_reason", models.CharField(blank=True, editable=False, max_length=200)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("no_contact", "da sentire"),
                            ("review_overdue", "verifica da fare"),
                            ("goal_stalled", "obiettivo fermo"),
                            ("referral_unanswered", "richiesta senza risposta"),
                            ("referral_unheard", "da chiedere se ha aiutato"),
                            ("long_in_charge", "insieme da molto"),
                            ("reopened", "percorso ricominciato"),
                        ],
                        max_length=20,
                    ),
                ),
                ("subject_id", models.UUIDField(help_text="the case, or the goal or request that the prompt is about")),
                ("as_of", models.DateField(help_text="the last day that the prompt knew of; a later one brings it back")),
                ("day", models.DateField()),
                (
                    "reason",
                    models.CharField(
                        choices=[
                            ("appointment", "c'è già un appuntamento"),
                            ("family_asked", "la famiglia ci ha chiesto tempo"),
                            ("somebody_else", "se ne occupa un'altra persona o un altro servizio"),
                            ("waiting", "aspettiamo qualcosa che non dipende da noi"),
                            ("fine_so", "l'abbiamo guardato insieme, e va bene così"),
                            ("not_right", "non è così: manca qualcosa di scritto, o è sbagliato"),
                        ],
                        max_length=20,
                    ),
                ),
                ("words", models.CharField(max_length=300)),
                ("until", models.DateField(null=True)),
                (
                    "by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.membership"
                    ),
                ),
                ("case", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.case")),
                ("household", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.household")),
                (
                    "team",
                    models.ForeignKey(
                        editable=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.team"
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("voided_at__isnull", True)),
                        fields=["case", "kind", "subject_id"],
                        name="set_aside_of_case",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "no_contact",
                                    "review_overdue",
                                    "goal_stalled",
                                    "referral_unanswered",
                                    "referral_unheard",
                                    "long_in_charge",
                                    "reopened",
                                ],
                            )
                        ),
                        name="set_aside_kind_known",
                    ),
                    models.CheckConstraint(condition=models.Q(("words", ""), _negated=True), name="set_aside_says_why"),
                    models.CheckConstraint(
                        condition=models.Q(("until__isnull", True), ("until__gt", models.F("day")), _connector="OR"),
                        name="set_aside_ends_after_it_begins",
                    ),
                ],
            },
        ),
        follows_household("cases_promptsetaside"),
        of_the_same_family("cases_promptsetaside", "case_id", "cases_case"),
        Guard(
            "cases_promptsetaside",
            see=sees(Level.RECORD),
            add=f"{writes()} AND by_id = (SELECT my_membership())",
            change=writes(),
            history="record",
            household="household_id",
        ),
        Stays("cases_promptsetaside"),
    ]
