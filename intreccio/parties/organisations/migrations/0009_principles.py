import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F, Q

import intreccio.ground.kernel.keys
from intreccio.ground.kernel.security import ANYONE, Guard, Sql


TABLE = "organisations_projectprinciples"
ADMIN = "(SELECT my_role()) = 'administrator'"
LEADS = "(SELECT my_role()) IN ('organisation_lead', 'coordinator')"
# As who edits the project (`0002_sight`), in their own name.
ANSWERS = (
    f"by_id = (SELECT my_membership()) AND ({ADMIN} OR ({LEADS} AND EXISTS (SELECT 1 FROM organisations_project p"
    " WHERE p.id = project_id AND p.lead_id = (SELECT my_organisation()))))"
)


def tie(to: str, name: str = "+", *, empty: bool = False, **more: bool) -> models.ForeignKey:
    """A row that may not be taken away."""
    return models.ForeignKey(
        null=empty, on_delete=django.db.models.deletion.PROTECT, related_name=name, to=to, **more
    )


class Migration(migrations.Migration):
    """The six principles of a project: read by whoever is at work, answered by who leads it, never written over."""

    dependencies = [("organisations", "0008_stated_total"), ("instruments", "0003_labels")]
    operations = [
        migrations.CreateModel(
            name="ProjectPrinciples",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=intreccio.ground.kernel.keys.new_key, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("answers", models.JSONField(help_text="item → value of its step; never added")),
                ("words", models.JSONField(help_text="item → how it is so, or why not yet")),
                ("day", models.DateField()),
                ("again_on", models.DateField(help_text="when it is looked at again", null=True)),
                ("instrument", tie("instruments.instrument")),
                ("by", tie("organisations.membership", empty=True)),
                ("again_by", tie("organisations.membership", empty=True)),
                ("project", tie("organisations.project", "principles")),
            ],
            options={
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=Q(again_on__isnull=True) | Q(again_on__gt=F("day")), name="projectprinciples_again_later"
                    )
                ],
            },
        ),
        Sql(
            f"ALTER TABLE {TABLE} ADD CONSTRAINT {TABLE}_of_its_checklist"
            " CHECK (instrument_id LIKE 'sei-principi-progetto-%')"
        ),
        Guard(TABLE, see=ANYONE, add=ANSWERS),
    ]
