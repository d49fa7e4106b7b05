import django.db.models.deletion
from django.db import migrations, models

import intreccio.ground.kernel.keys
from intreccio.ground.kernel.security import Guard, Stays
from intreccio.parties.people.policies import follows_household, sees, writes
from intreccio.parties.people.vocabulary import Level


class Migration(migrations.Migration):
    """ISEE of a household, read at the level *record*, written by the team in charge."""

    dependencies = [("people", "0005_counted_hint"), ("kernel", "0005_cache"), ("organisations", "0007_nobody_grows")]
    operations = [
        migrations.CreateModel(
            name="Isee",
            fields=[
                ("id", models.UUIDField(default=intreccio.ground.kernel.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("voided_at", models.DateTimeField(editable=False, null=True)),
                ("voided_by", models.UUIDField(editable=False, null=True)),
                ("void_reason", models.CharField(blank=True, editable=False, max_length=200)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("ordinary", "ordinario"),
                            ("minors", "per chi è minorenne"),
                            ("current", "corrente"),
                            ("university", "per l'università"),
                            ("care", "sociosanitario"),
                            ("residential", "sociosanitario per residenze"),
                        ],
                        max_length=11,
                    ),
                ),
                ("value", models.DecimalField(decimal_places=2, help_text="euro", max_digits=9)),
                ("issued_on", models.DateField()),
                ("valid_until", models.DateField(help_text="its last day")),
                ("number", models.CharField(blank=True, help_text="INPS-ISEE-2026-01234567X-00", max_length=40)),
                ("has_omissions", models.BooleanField(default=False)),
                ("household", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.household")),
                (
                    "team",
                    models.ForeignKey(
                        editable=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.team"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["household", "-issued_on"], name="isee_of_household")],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(value__gte=0), name="isee_is_no_debt"),
                    models.CheckConstraint(
                        condition=models.Q(valid_until__gte=models.F("issued_on")), name="isee_ends_after_it_begins"
                    ),
                ],
            },
        ),
        follows_household("people_isee"),
        Guard(
            "people_isee",
            see=sees(Level.RECORD),
            add=writes(),
            change=writes(),
            history="record",
            household="household_id",
        ),
        Stays("people_isee"),
    ]
