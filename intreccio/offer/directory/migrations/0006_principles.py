import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F, Q

import intreccio.ground.kernel.keys
from intreccio.ground.kernel.security import ANYONE, Guard, Sql
from intreccio.offer.directory.policies import EDITS, writes


TABLE = "directory_serviceprinciples"
# As who edits the service, in their own name; no house answers.
ANSWERS = (
    f"by_id = (SELECT my_membership()) AND {EDITS} AND EXISTS (SELECT 1 FROM directory_service s"
    f" WHERE s.id = service_id AND {writes('s.organisation_id')})"
)


def tie(to: str, name: str = "+", *, empty: bool = False, **more: bool) -> models.ForeignKey:
    """A row that may not be taken away."""
    return models.ForeignKey(
        null=empty, on_delete=django.db.models.deletion.PROTECT, related_name=name, to=to, **more
    )


class Migration(migrations.Migration):
    """The six principles of a service: read by whoever is at work, answered by who writes it, never written over."""

    dependencies = [("directory", "0005_own_places"), ("organisations", "0009_principles"), ("instruments", "0003_labels")]
    operations = [
        migrations.CreateModel(
            name="ServicePrinciples",
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
                ("service", tie("directory.service", "principles")),
            ],
            options={
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=Q(again_on__isnull=True) | Q(again_on__gt=F("day")), name="serviceprinciples_again_later"
                    )
                ],
            },
        ),
        Sql(
            f"ALTER TABLE {TABLE} ADD CONSTRAINT {TABLE}_of_its_checklist"
            " CHECK (instrument_id LIKE 'sei-principi-servizio-%')"
        ),
        Guard(TABLE, see=ANYONE, add=ANSWERS),
    ]
