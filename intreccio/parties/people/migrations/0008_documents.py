import django.db.models.deletion
from django.db import migrations, models

import intreccio.ground.kernel.keys
from intreccio.ground.kernel.security import AlsoSee, Guard, Stays
from intreccio.parties.people.policies import follows_household, names_its_family, sees, writes
from intreccio.parties.people.vocabulary import Level

CORRECTED = "kind, title, day, person_id, note, version, voided_at, voided_by, void_reason"


class Migration(migrations.Migration):
    """Documents of a household, read at the level *record*, written by the team in charge. The file of one is seen through
    its row, which no one can point at another file: an id that somebody knows opens nothing."""

    dependencies = [("people", "0007_ties"), ("documents", "0001_initial")]
    operations = [
        migrations.CreateModel(
            name="FamilyDocument",
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
                            ("letter", "lettera o comunicazione"),
                            ("certificate", "certificato o attestazione"),
                            ("court", "provvedimento del tribunale"),
                            ("school", "carta della scuola"),
                            ("health", "carta sanitaria"),
                            ("drawing", "disegno"),
                            ("photo", "fotografia"),
                            ("other", "altro"),
                            ("report", "relazione"),
                        ],
                        max_length=11,
                    ),
                ),
                ("title", models.CharField(blank=True, max_length=120)),
                ("day", models.DateField(help_text="of the paper itself")),
                ("note", models.CharField(blank=True, max_length=300)),
                (
                    "document",
                    models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="documents.document"),
                ),
                ("household", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.household")),
                (
                    "person",
                    models.ForeignKey(
                        blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
                (
                    "team",
                    models.ForeignKey(
                        editable=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.team"
                    ),
                ),
            ],
            options={"indexes": [models.Index(fields=["household", "-day"], name="document_of_household")]},
        ),
        follows_household("people_familydocument"),
        names_its_family("people_familydocument"),
        Guard(
            "people_familydocument",
            see=sees(Level.RECORD),
            add=writes(),
            change=writes(),
            history="record",
            household="household_id",
            columns=CORRECTED,
        ),
        Stays("people_familydocument"),
        AlsoSee(
            "documents_document",
            "see_of_family",
            "EXISTS (SELECT 1 FROM people_familydocument f WHERE f.document_id = documents_document.id"
            f" AND {sees(Level.RECORD, household='f.household_id', team='f.team_id')})",
        ),
    ]
