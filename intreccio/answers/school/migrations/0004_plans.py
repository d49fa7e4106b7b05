import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F, Q

import intreccio.ground.kernel.keys
from intreccio.ground.kernel.security import AlsoSee, Guard, Stays
from intreccio.parties.people.policies import follows_household, writes

PLAN = "school_schoolplan"
KINDS = [("pei", "PEI, piano educativo individualizzato"), ("pdp", "PDP, piano didattico personalizzato")]
COLUMNS = "kind, year, signed_on, signed_by, review_on, agreed, version, voided_at, voided_by, void_reason"


def to(model: str, name: str = "+", **more: object) -> models.ForeignKey:
    """A row that may not be taken away."""
    return models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to=model, **{"related_name": name, **more})


class Migration(migrations.Migration):
    """What a school has agreed for a child says something of health: whoever writes it reads it, the team at work and nobody
    else; no grant opens it. Its paper is seen through it."""

    dependencies = [("school", "0003_paths"), ("documents", "0001_initial")]
    operations = [
        migrations.CreateModel(
            name="SchoolPlan",
            fields=[
                ("id", models.UUIDField(default=intreccio.ground.kernel.keys.new_key, editable=False, primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("voided_at", models.DateTimeField(editable=False, null=True)),
                ("voided_by", models.UUIDField(editable=False, null=True)),
                ("void_reason", models.CharField(blank=True, editable=False, max_length=200)),
                ("household", to("people.household")),
                ("team", to("organisations.team", editable=False)),
                ("child", to("people.person")),
                ("kind", models.CharField(choices=KINDS, max_length=3)),
                ("year", models.PositiveSmallIntegerField(help_text="2026 for the school year 2026/27")),
                ("signed_on", models.DateField()),
                ("signed_by", models.CharField(help_text="school, family, health service, in words", max_length=300)),
                ("review_on", models.DateField(null=True)),
                ("agreed", models.CharField(blank=True, help_text="what was agreed, in plain words", max_length=600)),
                (
                    "document",
                    models.OneToOneField(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="documents.document"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=["household", "child", "kind", "year"],
                        condition=Q(voided_at__isnull=True),
                        name="one_school_plan_a_year",
                    ),
                    models.CheckConstraint(
                        condition=Q(review_on__isnull=True) | Q(review_on__gte=F("signed_on")),
                        name="school_plan_looked_at_after_it_was_signed",
                    ),
                ]
            },
        ),
        follows_household(PLAN),
        Guard(
            PLAN, see=writes(), add=writes(), change=writes(), columns=COLUMNS, history="school_plan", household="household_id"
        ),
        Stays(PLAN),
        AlsoSee(
            "kernel_history",
            "see_school_plans",
            f"demand = 'school_plan' AND EXISTS (SELECT 1 FROM {PLAN} p WHERE p.id = kernel_history.row_id)",
        ),
        AlsoSee(
            "documents_document",
            "see_of_school_plan",
            f"EXISTS (SELECT 1 FROM {PLAN} p WHERE p.document_id = documents_document.id)",
        ),
    ]
