import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

import intreccio.ground.kernel.keys
from intreccio.ground.kernel.security import Guard, Sql
from intreccio.parties.people.policies import follows_household, of_the_same_family, sees, writes
from intreccio.parties.people.vocabulary import Level


class Migration(migrations.Migration):
    """Reports on a family, read at the level *record*, written by the team in charge and changed by nobody."""

    dependencies = [("cases", "0009_guard_team_work"), ("people", "0008_documents")]
    operations = [
        migrations.CreateModel(
            name="Report",
            fields=[
                ("id", models.UUIDField(default=intreccio.ground.kernel.keys.new_key, editable=False, primary_key=True, serialize=False)),
                (
                    "addressee",
                    models.CharField(
                        choices=[("court", "tribunale o procura"), ("school", "scuola"), ("municipality", "comune")], max_length=12
                    ),
                ),
                ("to_whom", models.CharField(max_length=200)),
                ("purpose", models.CharField(max_length=300)),
                ("parts", django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=30), default=list, size=None)),
                ("more_reason", models.CharField(blank=True, help_text="why more than the minimum", max_length=200)),
                ("sent_on", models.DateField()),
                (
                    "by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.membership"
                    ),
                ),
                ("case", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="reports", to="cases.case")),
                (
                    "document",
                    models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.familydocument"),
                ),
                ("household", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.household")),
                (
                    "team",
                    models.ForeignKey(
                        editable=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisations.team"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["case", "-sent_on"], name="report_of_case")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(addressee__in=["court", "school", "municipality"]), name="report_addressee_known"
                    ),
                    models.CheckConstraint(
                        condition=~models.Q(to_whom="") & ~models.Q(purpose=""), name="report_says_to_whom_and_why"
                    ),
                ],
            },
        ),
        follows_household("cases_report"),
        Guard("cases_report", see=sees(Level.RECORD), add=writes()),
        of_the_same_family("cases_report", "case_id", "cases_case"),
        of_the_same_family("cases_report", "document_id", "people_familydocument"),
        Sql(
            "CREATE OR REPLACE TRIGGER keep_its_family BEFORE UPDATE OF household_id ON cases_report FOR EACH ROW"
            " WHEN (current_user = '{app}' AND NEW.household_id IS DISTINCT FROM OLD.household_id) EXECUTE FUNCTION keep_its_family()"
        ),
    ]
